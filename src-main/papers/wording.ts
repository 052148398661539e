import { z } from 'zod'
import abbreviationsFile from '../../resources/wording/abbreviations.json' with { type: 'json' }
import auditCommitteeShort from '../../resources/wording/audit-committee-short.json' with { type: 'json' }
import type { PaperLayout } from '../api/papers.ts'
import { richText, type Block, type RichText } from '../api/richtext.ts'

/**
 * The wording that Quartet brings along, kept as data in `resources/wording` so that it can be read and corrected
 * without touching code. A file that is not what it should be stops the program at once, not a paper later.
 */
const layoutWording = z.object({
  /** Stands before the tables of figures. */
  tablesSentence: z.string().min(1),
  sections: z.array(z.object({ key: z.string().min(1), number: z.string().min(1), heading: z.string().min(1), document: richText })).min(1),
})

export type StandingSection = z.infer<typeof layoutWording>['sections'][number]

const layouts: Record<PaperLayout, z.infer<typeof layoutWording>> = { short: layoutWording.parse(auditCommitteeShort) }
const abbreviations = z.record(z.string().min(1), z.string().min(1)).parse(abbreviationsFile)

/** What the standing wording says of a workspace's own contract. */
export interface WordingNames {
  /** The council's and the provider's short forms, as in "to hold BEP to account". */
  readonly council: string
  readonly provider: string
  /** As a paper writes it: "1 September 2015". */
  readonly contractStart: string
}

/** The sections of a new paper, in order: what holds for any council, with live figures, for an officer to go on from. */
export function standingWording(layout: PaperLayout, names: WordingNames): StandingSection[] {
  const fill = (text: string) => text.replace(/\{(council|provider|contractStart)\}/g, (gap) => named(gap, names))
  return layouts[layout].sections.map((section) => ({ ...section, heading: fill(section.heading), document: withTexts(section.document, fill) }))
}

function named(gap: string, names: WordingNames): string {
  if (gap === '{council}') return names.council
  return gap === '{provider}' ? names.provider : names.contractStart
}

function withTexts(document: RichText, change: (text: string) => string): RichText {
  return { type: 'doc', content: document.content.map((block) => blockWithTexts(block, change)) }
}

function blockWithTexts(block: Block, change: (text: string) => string): Block {
  if (block.type !== 'paragraph') {
    return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map((inner) => blockWithTexts(inner, change)) })) }
  }
  return { ...block, content: block.content?.map((node) => (node.type === 'text' ? { ...node, text: change(node.text) } : node)) }
}

/** The sentence that leads into the tables of figures of the short layout. */
export function tablesSentence(): string {
  return layouts.short.tablesSentence
}

/** The kept list of abbreviations (DOMAIN.md, "Rules of the trade"); a council's own come before it. */
export function keptAbbreviations(): Readonly<Record<string, string>> {
  return abbreviations
}

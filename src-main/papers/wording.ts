import { z } from 'zod'
import abbreviationsFile from '../../resources/wording/abbreviations.json' with { type: 'json' }
import auditCommitteeShort from '../../resources/wording/audit-committee-short.json' with { type: 'json' }
import type { PaperLayout } from '../api/papers.ts'
import { richText } from '../api/richtext.ts'

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

/**
 * The sections of a new paper, in order. Headings name the provider by its short form.
 *
 * @param provider the provider's abbreviation, as in "to hold BEP to account"
 */
export function standingWording(layout: PaperLayout, provider: string): StandingSection[] {
  return layouts[layout].sections.map((section) => ({ ...section, heading: section.heading.replaceAll('{provider}', provider) }))
}

/** The sentence that leads into the tables of figures of the short layout. */
export function tablesSentence(): string {
  return layouts.short.tablesSentence
}

/** The kept list of abbreviations (DOMAIN.md, "Rules of the trade"); a council's own come before it. */
export function keptAbbreviations(): Readonly<Record<string, string>> {
  return abbreviations
}

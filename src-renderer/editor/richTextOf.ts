import { config } from 'zod'
import { figureAttributes, richText } from '../../src-main/api/richtext.ts'
import type { FigureAttributes, RichText } from '../../src-main/api/richtext.ts'

// The page's security policy forbids code made from text, which zod would otherwise try once and report as a violation.
config({ jitless: true })

/**
 * The editor's document as the contract has it. What the contract does not know (marks on a line break) is left out.
 *
 * @returns null where the contract does not take it, which the editor's schema is there to prevent
 */
export function richTextOf(document: unknown): RichText | null {
  const read = richText.safeParse(document)
  return read.success ? read.data : null
}

/** The attributes of a live figure, or null where a pasted one is none of ours. */
export function figureAttributesOf(attributes: unknown): FigureAttributes | null {
  const read = figureAttributes.safeParse(attributes)
  return read.success ? read.data : null
}

/** Whether two documents say the same. */
export function sameRichText(a: RichText, b: RichText): boolean {
  return JSON.stringify(richTextOf(a)) === JSON.stringify(richTextOf(b))
}

/** Whether a document says nothing: no word and no figure. */
export function saysNothing(document: RichText): boolean {
  return !/"type":"figure"|"text":"[^"]*[^\s"]/.test(JSON.stringify(document))
}

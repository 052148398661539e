import { EXEMPT_PARAGRAPHS } from '../domain/exempt-paragraphs.ts'

/** What stands in the place of an exempt item where it is withheld: not even its title. */
export const WITHHELD = 'Item withheld'

/** "Not for publication: this item holds exempt information under paragraph 3 …", with the Act's words for the paragraph. */
export function exemptSentence(paragraph: number, what: 'item' | 'paper' = 'item'): string {
  return `Not for publication: this ${what} holds exempt information under paragraph ${paragraph} of Schedule 12A of the Local Government Act 1972 (${EXEMPT_PARAGRAPHS[paragraph] ?? 'exempt information'}).`
}

import { cleanText } from '../domain/clean-text.ts'

/**
 * The one door for text on its way into Word: without what would corrupt or disguise the file (`cleanText`), and with
 * every run of white space as one space, because layout in a paper is the styles' work. No-break spaces stay.
 */
export function tidy(text: string): string {
  return cleanText(text).replace(/[^\S\u00a0\u202f]+/gu, ' ')
}

/** {@link tidy} for text that stands alone, such as a heading or a cell: trimmed, and `blank` where nothing is left. */
export function tidyLine(text: string, blank: string): string {
  return tidy(text).trim() || blank
}

import { cleanText } from '../domain/clean-text.ts'
import { refuse } from '../domain/refusal.ts'

/** A heading as it is compared: letters and digits only, so that "Establishment name" is "EstablishmentName". */
export function foldHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/gu, '')
}

/**
 * Where each wanted column stands, by name, never by position.
 *
 * @param wanted keys, each with the headings that mean it, the most usual first
 */
export function locateColumns<Key extends string>(headings: readonly string[], wanted: Iterable<readonly [Key, readonly string[]]>): Map<Key, number> {
  const at = new Map<string, number>()
  headings.forEach((heading, index) => {
    const folded = foldHeading(heading)
    if (!at.has(folded)) at.set(folded, index)
  })
  const found = new Map<Key, number>()
  for (const [key, names] of wanted) {
    const index = names.map((heading) => at.get(foldHeading(heading))).find((place) => place !== undefined)
    if (index !== undefined) found.set(key, index)
  }
  return found
}

/** Refuses a file that lacks a column, saying what is needed and what was found. */
export function refuseMissing(missing: readonly string[], headings: readonly string[], needed: string): never {
  const found = headings.slice(0, 6).map((heading) => `"${shown(heading)}"`)
  const more = headings.length > found.length ? ` and ${headings.length - found.length} more` : ''
  refuse(
    missing.includes('URN') ? 'no-urn-column' : 'missing-column',
    `This file has no column named ${missing.join(', ')}. Its columns are ${found.join(', ')}${more}. Nothing was changed. ${needed}`,
  )
}

/** A text from a file as a sentence quotes it: clean, one line, not long. */
export function shown(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

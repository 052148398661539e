import type { SearchHit } from '../../api/search.ts'

/** Private-use characters as marks: they are not on any keyboard, and only pieces of plain text leave this file. */
export const FOUND_FROM = '\uE000'
export const FOUND_TO = '\uE001'

/** Cuts a marked passage into pieces, so that a screen can show found words without markup in text. */
export function passageOf(marked: string): SearchHit['passage'] {
  return marked
    .split(/(\uE000[^\uE001]*\uE001)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith(FOUND_FROM) ? { text: piece.slice(1, -1), found: true } : { text: piece.replaceAll('\n', ' '), found: false },
    )
}

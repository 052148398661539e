/**
 * What an officer typed, as an FTS5 query: every word must occur, the last one may still be growing. Each word is
 * quoted, so no character of it is ever taken for FTS5's own language.
 *
 * @returns null where there is no letter or digit to look for
 */
export function matchQuery(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu)
  return words ? words.map((word) => `"${word}"*`).join(' ') : null
}

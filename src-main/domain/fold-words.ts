/** A register's word as it is compared: case folded, runs of white space one space, none at the ends. */
export function foldWords(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase()
}

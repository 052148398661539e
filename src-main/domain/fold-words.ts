/** A register's word as it is compared: case folded, runs of white space one space, none at the ends. */
export function foldWords(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase()
}

/** Letters as they are compared: without accents, apostrophes and case. The one rule behind every search, order and match of names. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/[\p{M}'’‘ʼ]/gu, '').toLowerCase()
}

/** A school's name as it is compared: plain letters, no punctuation, one space between words; "Saint" is "St", "&" is "and". */
export function foldName(name: string): string {
  return plainLetters(name)
    .replaceAll('.', '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bsaint(s?)\b/gu, 'st$1')
}

/** The same without spaces: "Holly Bank" is "Hollybank". */
export function joinedName(name: string): string {
  return foldName(name).replaceAll(' ', '')
}

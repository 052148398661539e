/** What was typed or pasted, cleaned, and how many characters that cost: the officer is told where it is not 0. */
export interface CleanedText {
  text: string
  /** Characters taken out, and lone surrogates replaced. Line ends and composed accents lose nothing. */
  removed: number
}

const LONE_SURROGATE = /\p{Surrogate}/gu
/**
 * What a Word file or a database cannot hold, or what makes a name read other than it is stored: control characters but
 * tab and line feed, noncharacters such as U+FFFF, and controls of writing direction (U+202A–202E, U+2066–2069).
 */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu

/** `cleanText` with the count of what it took out. */
export function cleaned(text: string): CleanedText {
  let removed = 0
  const counted = (by: string) => (): string => {
    removed += 1
    return by
  }
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(LONE_SURROGATE, counted('\uFFFD'))
    .replace(FORBIDDEN, counted(''))
    .normalize('NFC')
  return { text: clean, removed }
}

/**
 * Text as Quartet keeps it: line ends `\n`, accents composed (NFC), lone surrogates U+FFFD, and nothing that a Word
 * file or a database cannot hold. Cleaning clean text changes nothing.
 */
export function cleanText(text: string): string {
  return cleaned(text).text
}

const LONE_SURROGATE = /\p{Surrogate}/gu
/**
 * What a Word file or a database cannot hold, or what makes a name read other than it is stored: control characters but
 * tab and line feed, noncharacters such as U+FFFF, and controls of writing direction (U+202A–202E, U+2066–2069).
 */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu

/**
 * Text as Quartet keeps it: line ends `\n`, accents composed (NFC), lone surrogates U+FFFD, and nothing that a Word
 * file or a database cannot hold. Cleaning clean text changes nothing.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '\uFFFD').replace(FORBIDDEN, '').normalize('NFC')
}

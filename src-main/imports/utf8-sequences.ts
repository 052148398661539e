import { isAscii } from 'node:buffer'
import { countText } from '../domain/number-words.ts'

/**
 * Tells whether bytes are UTF-8, and where they are not, whether some of them look as if they were: one stray byte in a
 * file of UTF-8 would else turn each of its accents into two wrong letters without a word.
 */
export class Utf8Sequences {
  /** Whole sequences of two to four bytes. */
  #whole = 0
  /** Bytes that belong to none. */
  #stray = 0
  #firstStrayLine = 0
  #line = 1
  #left = 0
  #low = 0x80
  #high = 0xbf

  look(piece: Uint8Array): void {
    if (this.#stray > 0 || this.#left > 0 || !isAscii(piece)) this.#walk(piece)
    else this.#countLines(piece)
  }

  get isUtf8(): boolean {
    return this.#stray === 0 && this.#left === 0
  }

  /** For an officer, where the bytes are not UTF-8 and were read as Windows-1252. */
  get words(): string {
    if (this.#whole === 0) return 'The file was read as Windows-1252, as older programs save it.'
    const characters = this.#whole === 1 ? '1 character' : `${countText(this.#whole)} characters`
    return `The file was read as Windows-1252, because of a byte near line ${countText(this.#firstStrayLine)} that is not UTF-8. But ${characters} of it look like UTF-8 and will read wrongly, as in "Ã©" for "é". Look at names with accents before you import it, or save it again as UTF-8.`
  }

  #countLines(piece: Uint8Array): void {
    for (let at = piece.indexOf(0x0a); at >= 0; at = piece.indexOf(0x0a, at + 1)) this.#line += 1
  }

  #walk(piece: Uint8Array): void {
    for (const byte of piece) {
      if (byte === 0x0a) this.#line += 1
      if (this.#left > 0) {
        if (byte >= this.#low && byte <= this.#high) {
          this.#left -= 1
          if (this.#left === 0) this.#whole += 1
          this.#low = 0x80
          this.#high = 0xbf
          continue
        }
        this.#left = 0
        this.#astray()
      }
      if (byte >= 0x80) this.#begin(byte)
    }
  }

  /** The first byte says how many follow, and for some narrows the second: no overlong forms, surrogates or values past U+10FFFF. */
  #begin(byte: number): void {
    this.#left = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
    if (this.#left === 0) this.#astray()
  }

  #astray(): void {
    if (this.#stray === 0) this.#firstStrayLine = this.#line
    this.#stray += 1
  }
}

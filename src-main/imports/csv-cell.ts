import type { Parser } from 'csv-parse'

const FIRST_SIZE = 1_024

/**
 * The bytes of the cell that is being read, in the place of csv-parse's own. That one makes itself anew, as large as the
 * longest cell so far, for each quotation mark that closes in the middle of a cell: after one cell of 100 KB, a quarter of a
 * megabyte of stray quotes took seconds and gigabytes. This one moves what stands in it, which is never more than the cell.
 */
class CellBytes {
  length = 0
  #bytes = Buffer.allocUnsafe(FIRST_SIZE)

  append(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(this.length + 1)
    this.#bytes[this.length] = byte
    this.length += 1
  }

  prepend(bytes: Uint8Array): void {
    const length = this.length + bytes.length
    if (length > this.#bytes.length) this.#grow(length)
    this.#bytes.copyWithin(bytes.length, 0, this.length)
    this.#bytes.set(bytes)
    this.length = length
  }

  toString(encoding?: BufferEncoding): string {
    return this.#bytes.toString(encoding, 0, this.length)
  }

  reset(): void {
    this.length = 0
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.length)
    this.#bytes = larger
  }
}

/** Gives a parser that has read nothing yet a cell whose cost stays in proportion to what it holds. */
export function withOwnCell(parser: Parser): Parser {
  const state: unknown = Reflect.get(parser, 'state')
  if (typeof state !== 'object' || state === null || !Reflect.has(state, 'field')) throw new TypeError('csv-parse keeps its cell elsewhere now')
  Reflect.set(state, 'field', new CellBytes())
  return parser
}

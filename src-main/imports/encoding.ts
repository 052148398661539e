import { refuse } from '../domain/refusal.ts'
import { unpacked } from './bytes.ts'

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

/** What a first reading of all bytes tells. */
export interface ReadBytes {
  encoding: Encoding
  /** Unpacked size in bytes. */
  size: number
}

const LABELS: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 with BOM': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
}

/** What the first bytes of files say that are often renamed to .csv. */
const KNOWN_FILES: readonly (readonly [start: string, what: string])[] = [
  ['25504446', 'a PDF'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['53514c69746520666f726d6174203300', 'a database, perhaps a Quartet workspace'],
]
const HEAD = 4_096

/**
 * Reads a file once to tell its encoding: strictly UTF-8 first, with or without BOM; UTF-16 by its BOM or by the zero
 * bytes of its letters; whatever else is Windows-1252. High bytes are rare in a register, so all of it must be seen.
 *
 * Refuses what is empty and what is plainly another kind of file.
 */
export async function readEncoding(file: Blob): Promise<ReadBytes> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let head: Uint8Array | null = null
  let utf8 = true
  let size = 0
  for await (const piece of unpacked(file)) {
    head = head === null || head.length < HEAD ? joined(head, piece) : head
    size += piece.length
    utf8 = utf8 && holds(strict, piece)
  }
  if (head === null || size === 0) refuse('empty-file', 'This file is empty. Nothing was changed. Choose a file with rows in it.')
  const first = head.subarray(0, HEAD)
  refuseOtherFiles(first)
  const wide = utf16(first)
  if (wide) return { encoding: wide, size }
  if (zeros(first) > first.length / 20) refuseAs('not text')
  if (utf8 && ends(strict)) return { encoding: startsWith(first, 'efbbbf') ? 'UTF-8 with BOM' : 'UTF-8', size }
  return { encoding: 'Windows-1252', size }
}

/** The bytes as UTF-8 without BOM, whatever they came in. */
export async function* asUtf8(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array | string> {
  if (encoding === 'UTF-8') {
    yield* pieces
    return
  }
  const decoder = new TextDecoder(LABELS[encoding])
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

function joined(head: Uint8Array | null, piece: Uint8Array): Uint8Array {
  return head === null ? piece : Buffer.concat([head, piece])
}

function holds(strict: TextDecoder, piece: Uint8Array): boolean {
  try {
    strict.decode(piece, { stream: true })
    return true
  } catch {
    return false
  }
}

function ends(strict: TextDecoder): boolean {
  try {
    strict.decode()
    return true
  } catch {
    return false
  }
}

function startsWith(head: Uint8Array, hex: string): boolean {
  return Buffer.from(head.subarray(0, hex.length / 2)).toString('hex') === hex
}

function refuseOtherFiles(head: Uint8Array): void {
  const known = KNOWN_FILES.find(([start]) => startsWith(head, start))
  if (known) refuseAs(known[1])
}

function refuseAs(what: string): never {
  refuse('not-csv', `This file is ${what}, not a CSV file, whatever its name says. Nothing was changed. Open it where it comes from, save it as CSV, and choose that.`)
}

function zeros(head: Uint8Array, parity?: 0 | 1): number {
  let count = 0
  for (let i = parity ?? 0; i < head.length; i += parity === undefined ? 1 : 2) if (head[i] === 0) count += 1
  return count
}

function utf16(head: Uint8Array): Encoding | null {
  if (startsWith(head, 'fffe')) return 'UTF-16 LE'
  if (startsWith(head, 'feff')) return 'UTF-16 BE'
  const letters = head.length / 2
  const [even, odd] = [zeros(head, 0), zeros(head, 1)]
  if (odd > letters * 0.6 && even < letters * 0.1) return 'UTF-16 LE'
  if (even > letters * 0.6 && odd < letters * 0.1) return 'UTF-16 BE'
  return null
}

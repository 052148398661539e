import { createHash } from 'node:crypto'
import { refuse } from '../domain/refusal.ts'
import { unpacked } from './bytes.ts'
import { Utf8Sequences } from './utf8-sequences.ts'

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

/** What a first reading of all bytes tells. */
export interface ReadBytes {
  encoding: Encoding
  /** Unpacked size in bytes. */
  size: number
  /** SHA-256 of the file as it was given, packed or not. */
  sha256: string
  /** How it was read, for an officer, where it is not plainly UTF-8. */
  notes: string[]
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
  const hash = createHash('sha256')
  const sequences = new Utf8Sequences()
  let head: Uint8Array | null = null
  let size = 0
  for await (const piece of unpacked(file, (given) => hash.update(given))) {
    head = head === null || head.length < HEAD ? joined(head, piece) : head
    size += piece.length
    sequences.look(piece)
  }
  if (head === null || size === 0) refuse('empty-file', 'This file is empty. Nothing was changed. Choose a file with rows in it.')
  const first = head.subarray(0, HEAD)
  refuseOtherFiles(first)
  const read = (encoding: Encoding, notes: string[] = []): ReadBytes => ({ encoding, size, sha256: hash.digest('hex'), notes })
  const wide = utf16(first)
  if (wide) return read(wide, [`The file was read as ${wide}.`])
  if (zeros(first) > first.length / 20) refuseAs('not text')
  if (sequences.isUtf8) return read(startsWith(first, 'efbbbf') ? 'UTF-8 with BOM' : 'UTF-8')
  return read('Windows-1252', [sequences.words])
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

function startsWith(head: Uint8Array, hex: string): boolean {
  return Buffer.from(head.subarray(0, hex.length / 2)).toString('hex') === hex
}

function refuseOtherFiles(head: Uint8Array): void {
  if (isUtf32(head)) {
    refuse('utf-32', 'This file is text in UTF-32, which no register comes in and Quartet does not read. Nothing was changed. Open it where it comes from, save it as CSV in UTF-8, and choose that.')
  }
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

/** By its BOM, or by three zero bytes in four. The BOM of UTF-16 begins as one of UTF-32 does, so this is asked first. */
function isUtf32(head: Uint8Array): boolean {
  if (startsWith(head, 'fffe0000') || startsWith(head, '0000feff')) return true
  const letters = Math.floor(head.length / 4)
  if (letters < 2) return false
  const zero = [0, 0, 0, 0]
  for (let i = 0; i < letters * 4; i += 1) if (head[i] === 0) zero[i % 4] = (zero[i % 4] ?? 0) + 1
  const [a = 0, b = 0, c = 0, d = 0] = zero.map((count) => count / letters)
  return (a < 0.1 && Math.min(b, c, d) > 0.9) || (d < 0.1 && Math.min(a, b, c) > 0.9)
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

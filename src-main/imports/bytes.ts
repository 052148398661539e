import { hash } from 'node:crypto'
import { Readable, pipeline } from 'node:stream'
import { createGunzip, createGzip, gunzipSync } from 'node:zlib'
import { refuse } from '../domain/refusal.ts'

/** More than ten national registers: a file that unpacks to more was made to harm. */
const MOST_BYTES = 1_000_000_000

/**
 * A file stays on the disk until it is read, and is read more than once. One that was changed, moved or made unreadable
 * since it was chosen is refused: nothing must be applied that the preview did not show.
 */
function refuseUnreadable(error: unknown): never {
  if (!(error instanceof DOMException && error.name === 'NotReadableError')) throw error
  refuse('file-not-readable', 'This file was changed or was moved while it was being read, or may not be read. Nothing was changed. Close it in other programs, and choose it again.')
}

/** The bytes of a file as it was given, a piece at a time. */
async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of file.stream()) yield piece
  } catch (error) {
    refuseUnreadable(error)
  }
}

async function whole(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer().catch(refuseUnreadable))
}

/** Whether a file is gzip, by its content: names are often wrong. */
export async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = await whole(file.slice(0, 2))
  return first === 0x1f && second === 0x8b
}

/**
 * The bytes of a file, unpacked where it is gzip, a piece at a time.
 *
 * @param given is told the bytes as they were given, packed or not
 */
export async function* unpacked(file: Blob, given: (piece: Uint8Array) => void = () => undefined): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const piece of (await isPacked(file)) ? gunzipped(file, given) : told(file, given)) {
    seen += piece.length
    if (seen > MOST_BYTES) refuse('file-too-large', 'This file unpacks to more than 1,000 MB, which no register does. Nothing was changed. Choose the register file itself.')
    yield piece
  }
}

async function* told(file: Blob, given: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces(file)) {
    given(piece)
    yield piece
  }
}

async function* gunzipped(file: Blob, given: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 65_536 })
  pipeline(Readable.from(told(file, given)), gunzip, () => undefined)
  try {
    for await (const piece of gunzip) if (piece instanceof Uint8Array) yield piece
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))) throw error
    refuse('damaged-gz', 'This compressed file is damaged or cut short. Nothing was changed. Download it again, or unpack it and choose the .csv file.')
  }
}

/** The file as the workspace keeps it: gzip, the same bytes every time; a packed file as it came. */
export async function packed(file: Blob): Promise<Buffer> {
  if (await isPacked(file)) return Buffer.from(await whole(file))
  const gzip = createGzip()
  pipeline(Readable.from(pieces(file)), gzip, () => undefined)
  const made: Buffer[] = []
  for await (const piece of gzip) if (piece instanceof Buffer) made.push(piece)
  return Buffer.concat(made)
}

/** A kept file as it was given: unpacked, unless it came packed, which its hash tells. */
export function asGiven(kept: Buffer, sha256: string): Buffer {
  return hash('sha256', kept) === sha256 ? kept : gunzipSync(kept)
}

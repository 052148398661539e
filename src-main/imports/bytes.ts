import { createHash } from 'node:crypto'
import { Readable, pipeline } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { refuse } from '../domain/refusal.ts'

/** More than ten national registers: a file that unpacks to more was made to harm. */
const MOST_BYTES = 1_000_000_000

/** SHA-256 of the file as it was given, packed or not. */
export async function hashOf(file: Blob): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.stream()) hash.update(chunk)
  return hash.digest('hex')
}

/** Whether a file is gzip, by its content: names are often wrong. */
export async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return first === 0x1f && second === 0x8b
}

/** The bytes of a file, unpacked where it is gzip, a piece at a time. */
export async function* unpacked(file: Blob): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const piece of (await isPacked(file)) ? gunzipped(file) : file.stream()) {
    seen += piece.length
    if (seen > MOST_BYTES) refuse('file-too-large', 'This file unpacks to more than 1,000 MB, which no register does. Nothing was changed. Choose the register file itself.')
    yield piece
  }
}

async function* gunzipped(file: Blob): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 65_536 })
  pipeline(Readable.from(file.stream()), gunzip, () => undefined)
  try {
    for await (const piece of gunzip) if (piece instanceof Uint8Array) yield piece
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))) throw error
    refuse('damaged-gz', 'This compressed file is damaged or cut short. Nothing was changed. Download it again, or unpack it and choose the .csv file.')
  }
}

/** The file as the workspace keeps it: gzip, the same bytes every time; a packed file as it came. */
export async function packed(file: Blob): Promise<Buffer> {
  if (await isPacked(file)) return Buffer.from(await file.arrayBuffer())
  const gzip = createGzip()
  pipeline(Readable.from(file.stream()), gzip, () => undefined)
  const pieces: Buffer[] = []
  for await (const piece of gzip) if (piece instanceof Buffer) pieces.push(piece)
  return Buffer.concat(pieces)
}

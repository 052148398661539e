import { inflateRawSync } from 'node:zlib'

/** A zip that cannot be read as one, or that unpacks to more than is allowed. */
export class ZipFault extends Error {
  readonly kind: 'damaged' | 'too-large'

  constructor(kind: 'damaged' | 'too-large') {
    super(kind)
    this.kind = kind
  }
}

/** One file inside a zip; `read` unpacks it. */
export interface ZipEntry {
  name: string
  read: (most: number) => Buffer
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_535
const [STORED, DEFLATED] = [0, 8]

/** The files of a zip, by its directory. Nothing is unpacked yet. */
export function zipEntries(zip: Buffer): ZipEntry[] {
  try {
    const end = endOf(zip)
    const entries: ZipEntry[] = []
    let at = zip.readUInt32LE(end + 16)
    for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (zip.readUInt32LE(at) !== CENTRAL) throw new ZipFault('damaged')
      const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
      const entry = { method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), size: zip.readUInt32LE(at + 24), local: zip.readUInt32LE(at + 42) }
      entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), read: (most) => contentOf(zip, entry, most) })
      at += 46 + nameLength + extraLength + commentLength
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) throw new ZipFault('damaged')
    throw error
  }
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - LONGEST_COMMENT); at -= 1) if (zip.readUInt32LE(at) === END) return at
  throw new ZipFault('damaged')
}

/** What an entry says of its size is not believed: no more than `most` bytes are ever unpacked. */
function contentOf(zip: Buffer, { method, packed, size, local }: { method: number; packed: number; size: number; local: number }, most: number): Buffer {
  if (size > most) throw new ZipFault('too-large')
  try {
    if (zip.readUInt32LE(local) !== LOCAL) throw new ZipFault('damaged')
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + packed)
    if (method !== STORED && method !== DEFLATED) throw new ZipFault('damaged')
    const content = method === STORED ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
    if (content.length !== size) throw new ZipFault('damaged')
    return content
  } catch (error) {
    if (error instanceof ZipFault) throw error
    throw new ZipFault(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged')
  }
}

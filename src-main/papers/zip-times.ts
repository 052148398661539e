/**
 * Sets the time of every entry of a zip file to the earliest that the format knows, 1 January 1980 (PKWARE APPNOTE
 * 4.3.7, 4.3.12 and 4.3.16). docx writes the clock's time there and offers no choice; the rest of its output depends on
 * the paper alone. The bytes that come back are a copy.
 */
export function withFixedTimes(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  const end = endOfDirectory(view)
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry += 1) {
    expectSignature(view, at, CENTRAL_HEADER)
    setTime(view, at + 12)
    const local = view.getUint32(at + 42, true)
    expectSignature(view, local, LOCAL_HEADER)
    setTime(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22

/** Midnight, then 1 January 1980: year 0, month 1, day 1 in bits of 7, 4 and 5. */
function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, (1 << 5) | 1, true)
}

/** The record at the end; docx writes no comment after it. */
function endOfDirectory(view: DataView): number {
  const at = view.byteLength - END_LENGTH
  if (at < 0) throw new RangeError('Not a zip file: too short')
  expectSignature(view, at, END_OF_DIRECTORY)
  return at
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new RangeError(`Not a zip file as docx writes it: no 0x${signature.toString(16)} at ${at}`)
}

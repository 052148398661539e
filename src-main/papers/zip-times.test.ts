import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withFixedTimes } from './zip-times.ts'

const files = { 'a.txt': Uint8Array.from([1, 2, 3]), 'folder/b.txt': new Uint8Array(5_000) }

describe('zip times', () => {
  it('make the same content the same bytes, whenever it was packed', () => {
    const spring = zipSync(files, { mtime: new Date(2016, 3, 1, 10, 30) })
    const autumn = zipSync(files, { mtime: new Date(2026, 10, 23, 17, 5) })
    expect(Buffer.compare(spring, autumn)).not.toBe(0)
    expect(Buffer.compare(withFixedTimes(spring), withFixedTimes(autumn))).toBe(0)
  })

  it('leave the content as it was, and the bytes given too', () => {
    const given = zipSync(files, { mtime: new Date(2016, 3, 1) })
    const before = Uint8Array.from(given)
    expect(unzipSync(withFixedTimes(given))).toEqual(files)
    expect(given).toEqual(before)
  })

  it('are not set in what is no zip file', () => {
    expect(() => withFixedTimes(new Uint8Array(4))).toThrow(RangeError)
    expect(() => withFixedTimes(new Uint8Array(400))).toThrow(RangeError)
  })
})

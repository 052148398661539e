import { v7 } from 'uuid'

/** Where new row ids come from: UUIDv7, ordered by time, so that rows may meet rows from another laptop. */
export type IdSource = () => string

export const randomIds: IdSource = () => v7()

/** Ids that are the same at every run, for samples and tests: valid UUIDv7 of a fixed moment, counting up. */
export function countingIds(startMs = Date.UTC(2016, 0, 1)): IdSource {
  let seq = 0
  return () => {
    const n = seq++
    const time = (startMs + Math.floor(n / 4096)).toString(16).padStart(12, '0')
    const low = (n % 4096).toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${low}-8000-${(n + 1).toString(16).padStart(12, '0')}`
  }
}

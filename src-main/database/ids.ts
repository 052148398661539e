import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Where new row ids come from: UUIDv7, ordered by time, so that rows may meet rows from another laptop. */
export type IdSource = () => string

export const randomIds: IdSource = pooledIds()

/**
 * Random bytes are fetched for many ids at once: asked for one by one they cost an import more than its parsing. Ids of
 * one millisecond count up, and one that comes after another is always greater.
 */
function pooledIds(): IdSource {
  const pool = Buffer.alloc(8_192)
  let used = pool.length
  let msecs = 0
  let seq = 0
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const random = pool.subarray(used, used + 16)
    used += 16
    const now = Date.now()
    if (now > msecs) {
      msecs = now
      // Half of the counter's range stays free for ids of the same millisecond.
      seq = random.readUInt32BE(6) >>> 1
    } else {
      seq += 1
    }
    return v7({ random, msecs, seq })
  }
}

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

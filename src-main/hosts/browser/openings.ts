/**
 * Addresses that open the page once, for the browser's command line.
 *
 * Every program on the laptop may read the command lines of all others, also those of other people's accounts. So the
 * window is not started with the token but with a code, which the server changes for the token at its first use. What
 * stands in the list of processes afterwards opens nothing any more.
 */
import { createHash, randomBytes } from 'node:crypto'

/** A window that is not there by then is not coming; the printed address is still good. */
const VALID_MS = 120_000

export interface Openings {
  /** A new code, in characters that an address may hold. */
  make(): string
  /** Whether the code may be changed for the token: it was made here, less than two minutes ago, and not taken yet. */
  take(code: string): boolean
}

/** @param now milliseconds on a clock that never goes back; injected by tests */
export function makeOpenings(now: () => number = () => performance.now()): Openings {
  // Kept by their digests, so that how long a look-up takes tells nothing about a code.
  const ends = new Map<string, number>()
  const digest = (code: string): string => createHash('sha256').update(code).digest('base64')
  return {
    make() {
      const code = randomBytes(32).toString('base64url')
      ends.set(digest(code), now() + VALID_MS)
      return code
    },
    take(code) {
      const end = ends.get(digest(code))
      ends.delete(digest(code))
      return end !== undefined && now() < end
    },
  }
}

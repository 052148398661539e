/**
 * Who may ask the browser host anything: only the page that was opened with its token.
 *
 * The address is on the laptop itself, but every page of every site that is open in a browser there can send requests
 * to it, and every program can. Three checks stand in the way, in this order:
 *
 * - `Host` names this address. A name of somebody else's that was made to lead here (DNS rebinding) is refused.
 * - `Origin` and `Sec-Fetch-Site`, where a browser sends them, say that our own page is asking.
 * - `Authorization` carries the token, but for the page itself.
 *
 * The page is out/renderer: the same bytes in every copy of Quartet, without a word from a workspace. A browser cannot
 * send a token when it opens an address or loads a script, so these files are served without it. The token is in the
 * address's fragment, which no browser sends anywhere; the page's script reads it there. The window that Quartet opens
 * itself is led there from an address that is good once (openings.ts).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Refused {
  status: 401 | 403
  sentence: string
}

export interface Guard {
  /** Whether anything may be asked at all from where this request comes. */
  comesFromHere(headers: IncomingHttpHeaders): Refused | null
  /** Whether the request carries the token. */
  holdsToken(headers: IncomingHttpHeaders): Refused | null
}

/** 256 random bits in characters that an address may hold. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** @param port the one that is listened on */
export function makeGuard(token: string, port: number): Guard {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const origins = hosts.map((host) => `http://${host}`)
  const expected = digest(`Bearer ${token}`)

  return {
    comesFromHere({ host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode }) {
      if (host === undefined || !hosts.includes(host)) {
        return { status: 403, sentence: 'Quartet answers only at the address that it printed.' }
      }
      const foreign = site !== undefined && site !== 'same-origin' && site !== 'none' && mode !== 'navigate'
      if (foreign || (origin !== undefined && !origins.includes(origin))) {
        return { status: 403, sentence: 'Quartet answers only its own page.' }
      }
      return null
    },

    holdsToken({ authorization }) {
      // Digests have one length, and their comparison takes one time, whatever was sent.
      if (timingSafeEqual(digest(authorization ?? ''), expected)) return null
      return { status: 401, sentence: 'This page has no valid token: open the address that Quartet printed when it was started.' }
    },
  }
}

/**
 * The port that the page is kept at.
 *
 * Words that the core does not have yet wait in the browser's own storage, and that belongs to the page's origin, of
 * which the port is a part: at another port the page would find none of them, although they are still there. So the
 * last port is remembered in the home folder and taken again. It opens nothing to anybody: who knows the port still
 * needs the token, and that is another one at each start.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (home: string): string => join(home, 'port')

/** The port of the last start, or `null` where there is none to read. Ports below 1024 are never given out as free. */
export function lastPort(home: string): number | null {
  try {
    const port = Number(readFileSync(fileIn(home), 'utf8'))
    return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : null
  } catch {
    return null
  }
}

/** Remembers a port that was listened on. */
export function rememberPort(home: string, port: number): void {
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(fileIn(home), `${port}\n`)
  } catch {
    // A folder that cannot be written costs the memory of a port, not the work that is about to begin.
  }
}

/**
 * Serves the built page at `app://quartet/`. An origin of its own, unlike `file://`, cannot read the laptop's files and
 * gives the content security policy something to hold on to.
 */
import { protocol } from 'electron'
import { PAGE_HEADERS } from '../page.ts'
import type { Page } from '../page.ts'

const SCHEME = 'app'
export const PAGE_ORIGIN = 'app://quartet'
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`

/** Must run before Electron is ready. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the page's files, and nothing else of the disk. */
export function serveScheme(page: Page): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const file = host === 'quartet' && method === 'GET' ? page.find(pathname) : null
    if (!file) return new Response('There is no such page.', { status: 404, headers: PAGE_HEADERS })
    return new Response(await file.read(), { headers: { ...PAGE_HEADERS, 'Content-Type': file.type } })
  })
}

/** The built page: which files there are, what they are, and what a browser may do with them. */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { refuse } from '../domain/refusal.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * What goes with every file of the page. All code, styles and pictures come from the page's own origin; styles set on
 * an element are let in because components place menus and rows by them. Nothing may frame the page, and it may send
 * nothing elsewhere.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export interface PageFile {
  /** The media type, with its charset. */
  type: string
  read(): Promise<Buffer<ArrayBuffer>>
}

export interface Page {
  /** The file at the path of an address (`/`, `/assets/index-4f3a.js`), or `null`. */
  find(path: string): PageFile | null
}

/**
 * Lists the files of the built page once. Only a listed name is ever read, so no path, however it is spelt, leads out
 * of the folder.
 *
 * @param folder out/renderer
 */
export function openPage(folder: string): Page {
  const files = new Map<string, PageFile>()
  for (const entry of listed(folder)) {
    const type = TYPES[extname(entry)]
    if (type) files.set(`/${relative(folder, entry).split(sep).join('/')}`, { type, read: () => readFile(entry) })
  }
  const index = files.get('/index.html')
  if (!index) refuse('page-not-built', 'The screens of Quartet are not built: run "npm run build" in its folder, then start it again.')
  files.set('/', index)
  return { find: (path) => files.get(path) ?? null }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

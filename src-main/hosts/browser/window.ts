/** Finds the browser that the laptop has, and shows an address in it as an app of its own. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'

export interface Desk {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  exists(path: string): boolean
}

const thisDesk: Desk = { platform: process.platform, env: process.env, exists: existsSync }

const ON_PATH = ['microsoft-edge-stable', 'microsoft-edge', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']

/**
 * The program of Edge, Chrome or Chromium, or `null`. `QUARTET_BROWSER` names another one.
 *
 * @param desk injected by tests
 */
export function findBrowser(desk: Desk = thisDesk): string | null {
  const named = desk.env['QUARTET_BROWSER']
  const places = named ? [named] : placesOf(desk)
  return places.find((place) => desk.exists(place)) ?? null
}

function placesOf({ platform, env }: Desk): string[] {
  if (platform === 'win32') {
    const folders = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined)
    const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']
    return programs.flatMap((program) => folders.map((folder) => win32.join(folder, program)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')]
    return ['Microsoft Edge', 'Google Chrome', 'Chromium'].flatMap((app) =>
      folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return ON_PATH.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** Whether a window can be shown at all: a server or a build machine has no display. */
export function hasDisplay({ platform, env }: Pick<Desk, 'platform' | 'env'> = thisDesk): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * What the browser is started with. A profile of Quartet's own keeps extensions, which could read the page, out of it,
 * and lets the window's end be seen.
 */
export function windowArguments(address: string, profile: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
}

/** How a window went: it was closed by the officer, never came, or was taken over by a browser that already ran. */
export type WindowEnd = 'closed' | 'failed' | 'handed over'

/** A window that ends sooner than this was not closed by hand. */
const SOONEST_MS = 3000

/** Opens the address as an app; resolves when the window ends. Never rejects. */
export function openWindow(browser: string, address: string, profile: string): Promise<WindowEnd> {
  const opened = performance.now()
  return new Promise((resolve) => {
    const window = spawn(browser, windowArguments(address, profile), { stdio: 'ignore' })
    // Serving keeps this process alive, the window must not: after Ctrl+C it may stay open for a while.
    window.unref()
    window.on('error', () => resolve('failed'))
    window.on('exit', (code) => {
      if (performance.now() - opened > SOONEST_MS) resolve('closed')
      else resolve(code === 0 ? 'handed over' : 'failed')
    })
  })
}

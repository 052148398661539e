import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser, hasDisplay, openWindow, windowArguments } from './window.ts'

const having = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...paths: string[]) =>
  findBrowser({ platform, env, exists: (path) => paths.includes(path) })

describe('the browser', () => {
  it('is found on Windows, Edge first', () => {
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Local' }
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const chrome = 'C:\\Local\\Google\\Chrome\\Application\\chrome.exe'
    expect(having('win32', env, chrome, edge)).toBe(edge)
    expect(having('win32', env, chrome)).toBe(chrome)
    expect(having('win32', {}, edge)).toBeNull()
  })

  it('is found on macOS, for all and for one person', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    const own = '/Users/officer/Applications/Chromium.app/Contents/MacOS/Chromium'
    expect(having('darwin', { HOME: '/Users/officer' }, own, chrome)).toBe(chrome)
    expect(having('darwin', { HOME: '/Users/officer' }, own)).toBe(own)
  })

  it('is found on Linux by its name on the path', () => {
    expect(having('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium')).toBe('/usr/bin/chromium')
    expect(having('linux', { PATH: '' }, '/usr/bin/chromium')).toBeNull()
  })

  it('is the one that the person named, and no other', () => {
    const env = { PATH: '/usr/bin', QUARTET_BROWSER: '/opt/browser' }
    expect(having('linux', env, '/opt/browser', '/usr/bin/chromium')).toBe('/opt/browser')
    expect(having('linux', env, '/usr/bin/chromium')).toBeNull()
  })

  it('is not asked for where there is no display', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false)
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true)
  })

  it('shows the address as an app, in a profile of its own', () => {
    const given = windowArguments('http://127.0.0.1:1/open/code', '/home/officer/a profile')
    expect(given).toContain('--app=http://127.0.0.1:1/open/code')
    expect(given).toContain('--user-data-dir=/home/officer/a profile')
  })
})

describe.skipIf(process.platform === 'win32')('a window', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quartet window '))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function program(body: string): string {
    const path = join(folder, 'a browser')
    writeFileSync(path, `#!/bin/sh\n${body}\n`)
    chmodSync(path, 0o755)
    return path
  }

  it('that never comes is told from one that another browser took over', async () => {
    expect(await openWindow(program('exit 1'), 'http://127.0.0.1:1/', folder)).toBe('failed')
    expect(await openWindow(program('exit 0'), 'http://127.0.0.1:1/', folder)).toBe('handed over')
    expect(await openWindow(join(folder, 'absent'), 'http://127.0.0.1:1/', folder)).toBe('failed')
  })
})

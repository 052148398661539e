import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeSmallCore } from '../testing/small-core.ts'
import { serve } from './serve.ts'

let page: string
beforeEach(() => {
  page = mkdtempSync(join(tmpdir(), 'quartet serve '))
  writeFileSync(join(page, 'index.html'), '<title>Quartet</title>')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(page, { recursive: true })
})

/** Serves on the home folder `page` and gives the port. */
async function portOfOneStart(port = 0): Promise<number> {
  const served = await serve(makeSmallCore(), { page, home: page, open: false, port, tell: () => undefined })
  await served.close()
  return Number(new URL(served.address).port)
}

describe('the port', () => {
  it('is the one of the last start, so that the page finds the words that it kept there', async () => {
    const first = await portOfOneStart()
    expect([await portOfOneStart(), await portOfOneStart()]).toEqual([first, first])
  })

  it('is another free one where the last one is taken, and then that one', async () => {
    const first = await portOfOneStart()
    const stranger = createServer()
    await new Promise<void>((resolve) => stranger.listen(first, '127.0.0.1', resolve))
    const second = await portOfOneStart()
    expect(second).not.toBe(first)
    await new Promise((resolve) => stranger.close(resolve))
    expect(await portOfOneStart()).toBe(second)
  })

  it('is the one that was asked for, or none', async () => {
    const first = await portOfOneStart()
    const stranger = createServer()
    await new Promise<void>((resolve) => stranger.listen(first, '127.0.0.1', resolve))
    await expect(portOfOneStart(first)).rejects.toThrow(/^Port \d+ is in use/)
    await new Promise((resolve) => stranger.close(resolve))
  })

  it.each(['', 'soon', '-1', '0', '80', '70000', '4000.5'])('is any free one where "%s" is remembered', async (remembered) => {
    writeFileSync(join(page, 'port'), remembered)
    const port = await portOfOneStart()
    expect(readFileSync(join(page, 'port'), 'utf8')).toBe(`${port}\n`)
  })
})

describe('serving', () => {
  it('prints the address with its token and opens nothing where there is no display', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    const lines: string[] = []
    const served = await serve(makeSmallCore(), { page, home: page, open: process.platform === 'linux', tell: (line) => lines.push(line) })
    expect(lines).toEqual([`Quartet is at ${served.address}`, 'Press Ctrl+C to end it.'])
    expect((await fetch(served.address)).status).toBe(200)
    await served.close()
    await expect(fetch(served.address)).rejects.toThrow()
  })

  it.skipIf(process.platform === 'win32')('keeps the token off the command line of the browser', async () => {
    const browser = join(page, 'a browser')
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > "${join(page, 'given.part')}"\nmv "${join(page, 'given.part')}" "${join(page, 'given')}"\n`, { mode: 0o755 })
    vi.stubEnv('QUARTET_BROWSER', browser)
    vi.stubEnv('DISPLAY', ':0')
    const served = await serve(makeSmallCore(), { page, home: page, tell: () => undefined })
    const given = await vi.waitFor(() => readFileSync(join(page, 'given'), 'utf8'), 5000)
    const token = new URL(served.address).hash.slice('#token='.length)
    expect(token).toHaveLength(43)
    expect(given).not.toContain(token)
    const opening = /^--app=(.+)$/m.exec(given)?.[1] ?? ''
    const opened = await fetch(opening, { redirect: 'manual' })
    expect(opened.headers.get('location')).toBe(`/#token=${token}`)
    await served.close()
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends on %s, however often it comes', async (signal) => {
    const served = await serve(makeSmallCore(), { page, home: page, open: false, tell: () => undefined })
    process.emit(signal)
    process.emit(signal)
    await served.ended
    await served.close()
  })
})

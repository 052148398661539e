import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends on %s, however often it comes', async (signal) => {
    const served = await serve(makeSmallCore(), { page, home: page, open: false, tell: () => undefined })
    process.emit(signal)
    process.emit(signal)
    await served.ended
    await served.close()
  })
})

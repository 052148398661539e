import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { environment, hasDisplay, node24 } from './toolchain.mjs'

describe('the project’s own tools', () => {
  it('run on Node 24, where better-sqlite3 works', () => {
    expect(process.version).toMatch(/^v24\./)
  })

  it('find Node 24 as "node", whatever the person has installed', () => {
    const asked = spawnSync('node', ['--version'], { env: environment(), encoding: 'utf8' })
    expect(asked.stdout).toMatch(/^v24\./)
    expect(spawnSync(node24(), ['--version'], { encoding: 'utf8' }).stdout).toBe(asked.stdout)
  })

  it('know whether a window can be shown', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })
})

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { programOf } from './tool.mjs'
import { at, environment, hasDisplay, node24 } from './toolchain.mjs'

describe('the project’s own tools', () => {
  it('run on Node 24, where better-sqlite3 works', () => {
    expect(process.version).toMatch(/^v24\./)
  })

  it('find Node 24 as "node", whatever the person has installed', () => {
    const asked = spawnSync('node', ['--version'], { env: environment(), encoding: 'utf8' })
    expect(asked.stdout).toMatch(/^v24\./)
    expect(spawnSync(node24(), ['--version'], { encoding: 'utf8' }).stdout).toBe(asked.stdout)
  })

  it('are started by every npm script through a script that sets up first and then hands over to Node 24', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(at('package.json'), 'utf8')))
    for (const command of Object.values(scripts)) {
      const [, script = '', tool] = /^node (scripts\/\w+\.mjs)(?: ([\w-]+))?/.exec(command) ?? []
      expect(readFileSync(at(script), 'utf8')).toMatch(/setUp\(\)[^]*node24\(\)|setUp\(\)[^]*onNode24|from '.\/setup.mjs'/)
      if (tool !== undefined) expect(existsSync(programOf(tool))).toBe(true)
    }
  })

  it('know whether a window can be shown', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })
})

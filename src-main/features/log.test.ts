import { describe, expect, it, vi } from 'vitest'
import { testCore } from '../testing.ts'

describe('a fault of the program', () => {
  it('leaves a line that says where, and nothing of what was typed', async () => {
    const { client, workspace } = testCore()
    const lines: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const { default: fs } = await import('node:fs')
    const real = fs.writeSync
    vi.spyOn(fs, 'writeSync').mockImplementation((...args: Parameters<typeof fs.writeSync>) => {
      if (args[0] !== 2) return real(...args)
      lines.push(String(args[1]))
      return String(args[1]).length
    })
    vi.spyOn(workspace, 'change').mockImplementation(() => {
      throw new TypeError('about Mrs Example')
    })
    await expect(client.settings.save({ provider: 'Words of an officer' })).rejects.toThrow()
    vi.restoreAllMocks()
    const noted = lines.join('')
    expect(noted).toContain('"procedure":"settings.save"')
    expect(noted).toContain('"error":"TypeError"')
    expect(noted).not.toMatch(/Mrs Example|Words of an officer/)
  })
})

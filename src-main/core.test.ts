import { createRouterClient } from '@orpc/server'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { newSample, newWorkspace, openCore, type Core } from './core.ts'
import { testFolder } from './database/testing.ts'
import { fixedClock } from './domain/clock.ts'

const cores: Core[] = []
const clock = fixedClock('2026-03-02T10:00:00.000Z')

afterEach(() => {
  for (const core of cores.splice(0)) core.close()
})

async function open(home: string, workspaceFile?: string, shared = false) {
  const core = await openCore({ home, clock, officer: 'Committee officer', shared, ...(workspaceFile === undefined ? {} : { workspaceFile }) })
  cores.push(core)
  const client = () => createRouterClient(core.router, { context: core.context() })
  return { core, client }
}

describe('the desk', () => {
  it('opens the sample on its first day, and the last used workspace later', async () => {
    const home = testFolder()
    const first = await open(home)
    expect(await first.client().workspaces.current()).toMatchObject({ name: 'Sample workspace', sample: true, today: '2016-06-14', counts: { schools: 454 } })
    expect(await first.client().workspaces.create({ name: 'Spring 2026' })).toMatchObject({ name: 'Spring 2026', sample: false, today: '2026-03-02', counts: { schools: 0, openActions: 0, papers: 0 } })
    first.core.close()
    const second = await open(home)
    expect((await second.client().workspaces.current()).name).toBe('Spring 2026')
    expect((await second.client().workspaces.known()).map(({ name, current }) => [name, current])).toEqual([
      ['Spring 2026', true],
      ['Sample workspace', false],
    ])
    expect((await second.client().workspaces.openSample()).name).toBe('Sample workspace')
  })

  it('keeps the open workspace when another cannot be opened, and says why', async () => {
    const home = testFolder()
    const { client } = await open(home)
    await expect(client().workspaces.open({ path: join(home, 'nowhere.quartet') })).rejects.toMatchObject({ code: 'REFUSED' })
    await expect(client().workspaces.open({ path: join(home, 'desk.json') })).rejects.toThrow('is not a Quartet workspace')
    await expect(client().workspaces.create({ name: 'a/b' })).rejects.toThrow('cannot be the name of a file')
    for (const name of ['con', 'a\nb', 'a\u202Eb', 'x'.repeat(80).concat('\u0000')]) await expect(client().workspaces.create({ name })).rejects.toMatchObject({ code: expect.stringMatching(/REFUSED|BAD_REQUEST/) as string })
    await expect(client().workspaces.open({ path: home })).rejects.toThrow('is a folder')
    await expect(client().workspaces.backUp({ to: join(home, `${'x'.repeat(300)}.quartet`) })).rejects.toThrow('too long for a file')
    await expect(client().workspaces.create({ name: 'Sample workspace' })).rejects.toThrow('There is already a workspace called')
    expect((await client().workspaces.current()).name).toBe('Sample workspace')
  })

  it('lets no second window in, but the command line', async () => {
    const home = testFolder()
    await open(home)
    const file = join(home, 'Sample workspace.quartet')
    await expect(open(home, file)).rejects.toThrow('already open in another Quartet window')
    symlinkSync(file, join(home, 'Link.quartet'))
    await expect(open(home, join(home, 'Link.quartet'))).rejects.toThrow('already open in another Quartet window')
    const shared = await open(home, file, true)
    expect((await shared.client().figures.list({ asAt: '2016-06-21' })).length).toBeGreaterThan(0)
  })

  it('opens no other workspace in the middle of an import, and closes all the same', async () => {
    const home = testFolder()
    const { core, client } = await open(home)
    let finish = () => undefined as void
    const running = core.context().workspace.longChange('Register imported', () => new Promise<void>((resolve) => (finish = resolve)))
    await expect(client().workspaces.create({ name: 'Another' })).rejects.toThrow('Register imported is still running')
    await expect(client().settings.save({ provider: 'Another' })).rejects.toThrow('is still running')
    finish()
    await running
    expect((await client().workspaces.create({ name: 'Another' })).name).toBe('Another')
  })

  it('makes two workspaces asked for at once one after the other', async () => {
    const { client } = await open(testFolder())
    const [one, two] = await Promise.all([client().workspaces.create({ name: 'One' }), client().workspaces.create({ name: 'Two' })])
    expect([one.name, two.name]).toEqual(['One', 'Two'])
    expect((await client().workspaces.current()).name).toBe('Two')
  })

  it('answers verify even where the sample’s own mark was spoilt', async () => {
    const { core, client } = await open(testFolder())
    core.context().workspace.read.connection.exec("UPDATE settings SET value = '{}' WHERE id = 'sample'")
    expect((await client().history.verify()).problems.map(({ kind, table }) => [kind, table])).toEqual([['outside-change', 'settings']])
  })

  it('leaves one file when it closes: checkpointed, unlocked', async () => {
    const home = testFolder()
    const { core } = await open(home)
    core.close()
    const file = join(home, 'Sample workspace.quartet')
    expect([existsSync(file), existsSync(`${file}-wal`), existsSync(`${file}-shm`), existsSync(`${file}-open`)]).toEqual([true, false, false, false])
  })

  it('signs changes with the officer, and backs up beside the workspace', async () => {
    const home = testFolder()
    const { client } = await open(home)
    await client().settings.save({ provider: 'Another Partnership' })
    expect((await client().history.list({ limit: 1 }))[0]).toMatchObject({ officer: 'Committee officer', summary: 'Settings changed' })
    const { path, at } = await client().workspaces.backUp({})
    expect(existsSync(path)).toBe(true)
    expect(at).toMatch(/^2026-03-02T/)
    expect((await client().workspaces.current()).backedUpAt).not.toBeNull()
  })
})

describe('new files', () => {
  it('are made, and never over another', async () => {
    const home = testFolder()
    const file = join(home, 'Own.quartet')
    newWorkspace(file, home)
    expect(() => newWorkspace(file, home)).toThrow('There is already a file at')
    expect(() => newWorkspace(join(home, 'no', 'folder', 'x.quartet'), home)).toThrow('There is no folder')
    const before = readFileSync(file)
    await expect(newSample(file, home)).rejects.toThrow('is not the sample, so it was not replaced')
    expect(readFileSync(file).length).toBe(before.length)
  })

  it('the sample is made afresh with the same history each time', async () => {
    const home = testFolder()
    const file = join(home, 'Sample.quartet')
    const head = async () => {
      const { core, client } = await open(home, file)
      const verdict = await client().history.verify()
      core.close()
      expect(verdict.ok).toBe(true)
      return verdict.head
    }
    await newSample(file, home)
    const first = await head()
    await newSample(file, home)
    expect(await head()).toBe(first)
  })
})

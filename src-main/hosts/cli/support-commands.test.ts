import { createRouterClient } from '@orpc/server'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openCore } from '../../core.ts'
import { createSample } from '../../features/sample/create-sample.ts'
import { testFolder } from '../../database/testing.ts'
import { runCommand } from './run.ts'

let workspace = ''

beforeEach(() => {
  const folder = testFolder()
  vi.stubEnv('QUARTET_TODAY', '2016-06-14')
  vi.stubEnv('QUARTET_HOME', join(folder, 'home'))
  workspace = join(folder, 'Sample workspace.quartet')
  createSample(workspace).close()
})

async function quartet(...words: string[]) {
  let out = ''
  let err = ''
  const code = await runCommand([...words, '--workspace', workspace], { out: (text) => (out += text), err: (text) => (err += text) })
  return { code, out, err }
}

it('counts the packages by state as at a day, with the packages behind the count', async () => {
  const answer = z.object({ asAt: z.string(), counts: z.record(z.string(), z.number()), packages: z.array(z.object({ state: z.string() })) })
  const on = async (day: string) => answer.parse(JSON.parse((await quartet('packages', '--as-at', day, '--json')).out))
  const june = await on('2016-06-21')
  for (const [state, count] of Object.entries(june.counts)) expect(june.packages.filter((one) => one.state === state), state).toHaveLength(count)
  expect(june.packages.length).toBeGreaterThan((await on('2015-10-15')).packages.length)
  expect((await quartet('packages')).out).toMatch(/^\d+ packages as at 2016-06-14\n {2}\d+ need identified\n/)
  expect(await quartet('packages', '--as-at', '21 June')).toMatchObject({ code: 2, out: '' })
})

it('says what is charged by term and status', async () => {
  const { code, out } = await quartet('charges')
  expect(code).toBe(0)
  expect(out).toMatch(/^Autumn 2015: £0 to be agreed, £0 agreed, £[\d,.]+ invoiced elsewhere, £[\d,.]+ in all\n/)
  expect(JSON.parse((await quartet('charges', '--as-at', '2015-09-01', '--json')).out)).toMatchObject({ totals: [], charges: [] })
})

it('marks a list that names schools with packages or charges as not for publication, and one that names none not', async () => {
  const caveat = async (command: string, day: string) => z.object({ caveat: z.string().nullable() }).parse(JSON.parse((await quartet(command, '--as-at', day, '--json')).out)).caveat
  expect(await caveat('packages', '2016-06-14')).toBe('Not for publication: this list is likely to hold exempt information (Schedule 12A of the Local Government Act 1972).')
  expect(await caveat('charges', '2016-06-14')).toBe(await caveat('packages', '2016-06-14'))
  expect([await caveat('packages', '2015-09-01'), await caveat('charges', '2015-09-01')]).toEqual([null, null])
  // As text the commands count, and name no school.
  const names = z.object({ packages: z.array(z.object({ schoolName: z.string() })) }).parse(JSON.parse((await quartet('packages', '--json')).out)).packages
  const text = (await quartet('packages')).out + (await quartet('charges')).out
  for (const { schoolName } of names) expect(text).not.toContain(schoolName)
})

it('passes on no concern about a school: it is exempt by default', async () => {
  const list = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse((await quartet('schools', 'list', '--json')).out))
  expect(list.filter((record) => 'concern' in record)).toEqual([])
  const core = await openCore({ home: join(testFolder(), 'home'), workspaceFile: workspace, shared: true })
  const named = createRouterClient(core.router, { context: core.context() })
  const { rows } = await named.schools.list({ filter: {}, limit: 2_000 })
  const urn = rows.find(({ concern }) => concern !== null)?.urn ?? ''
  const page = await named.schools.get({ urn })
  core.close()
  const kinds = (story: readonly { kind: string }[]) => new Set(story.map(({ kind }) => kind))
  expect(kinds(page.story)).toContain('concern')
  const shown = z.object({ story: z.array(z.object({ kind: z.string() })) }).parse(JSON.parse((await quartet('schools', 'show', urn, '--json')).out))
  expect(kinds(shown.story)).toEqual(new Set([...kinds(page.story)].filter((kind) => kind !== 'concern')))
  const told = page.story.flatMap(({ kind, title }) => (kind === 'concern' ? [title] : []))
  const { out } = await quartet('schools', 'show', urn)
  for (const title of told) expect(out).not.toContain(title)
})

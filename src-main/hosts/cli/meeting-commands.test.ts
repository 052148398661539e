import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { testFolder } from '../../database/testing.ts'
import { createSample } from '../../features/sample/create-sample.ts'
import { runCommand } from './run.ts'

let folder = ''

beforeEach(() => {
  folder = testFolder()
  vi.stubEnv('QUARTET_TODAY', '2016-06-14')
  vi.stubEnv('QUARTET_HOME', join(folder, 'home'))
  createSample(join(folder, 'W.quartet')).close()
})

async function quartet(...words: string[]) {
  let out = ''
  let err = ''
  const code = await runCommand([...words, '--workspace', join(folder, 'W.quartet')], { out: (text) => (out += text), err: (text) => (err += text) })
  return { code, out, err }
}

const row = z.strictObject({ id: z.uuid(), body: z.string(), date: z.iso.date(), state: z.string(), minutes: z.string() })
const listed = async (...words: string[]) => z.array(row).parse(JSON.parse((await quartet('meetings', 'list', ...words, '--json')).out))

it('lists the meetings, of all bodies or of one by its code, name or alias, and shows one', async () => {
  const all = await listed()
  const quartets = await listed('--body', 'improvement quartet')
  expect(all.length).toBeGreaterThan(quartets.length)
  expect(quartets).toEqual(all.filter(({ body }) => body === 'IQ'))
  expect(await listed('--body', 'IQ')).toEqual(quartets)
  expect(quartets.map(({ date }) => date)).toEqual(expect.arrayContaining(['2016-02-08', '2016-02-22', '2016-05-09']))
  const [first] = quartets
  const shown = row.loose().parse(JSON.parse((await quartet('meetings', 'show', first?.id ?? '', '--json')).out))
  expect(shown).toMatchObject({ ...first })
  expect(shown['agenda']).not.toEqual([])
  const unknown = await quartet('meetings', 'list', '--body', 'Schools Forum')
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('There is no body “Schools Forum”')
  expect(await quartet('meetings', 'show', '9 May')).toMatchObject({ code: 2 })
})

it('lists actions as at a day, by body and state', async () => {
  const action = z.object({ number: z.string(), state: z.string(), overdue: z.boolean(), due: z.string() })
  const on = async (asAt: string, ...words: string[]) => z.array(action).parse(JSON.parse((await quartet('actions', 'list', '--as-at', asAt, ...words, '--json')).out))
  const all = await on('2016-06-14')
  expect(await on('2016-06-14', '--state', 'overdue')).toEqual(all.filter(({ overdue }) => overdue))
  expect((await on('2016-06-14', '--state', 'overdue')).length).toBeGreaterThan(0)
  expect((await on('2016-06-14', '--body', 'CMG')).every(({ number }) => number.startsWith('CMG/'))).toBe(true)
  expect((await on('2016-02-08')).length).toBeLessThan(all.length)
  expect(await quartet('actions', 'list', '--as-at', '2016-06-14', '--state', 'late')).toMatchObject({ code: 2 })
  expect(await quartet('actions', 'list')).toMatchObject({ code: 2 })
})

it('writes the agenda and the minutes of a meeting as Word files', async () => {
  const meeting = (await listed('--body', 'IQ')).find(({ date }) => date === '2016-05-09')
  for (const kind of ['agenda', 'minutes']) {
    for (const audience of [[], ['--public']]) {
      const out = join(folder, `${kind}${audience.join('')}.docx`)
      const { code, out: told } = await quartet('paper', kind, '--meeting', meeting?.id ?? '', '--out', out, ...audience, '--json')
      expect(code).toBe(0)
      const { path, sha256 } = z.object({ path: z.string(), sha256: z.string() }).parse(JSON.parse(told))
      expect(path).toBe(out)
      const bytes = readFileSync(out)
      expect(bytes.subarray(0, 2).toString()).toBe('PK')
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  }
  expect(await quartet('paper', 'agenda', '--meeting', '9 May', '--out', join(folder, 'x.docx'))).toMatchObject({ code: 2 })
})

it('refuses a minute book of a year in which nothing is signed, and a year that is none', async () => {
  const out = join(folder, 'book.docx')
  const unsigned = await quartet('paper', 'minute-book', '--body', 'IQ', '--year', '2016', '--out', out)
  expect(unsigned).toMatchObject({ code: 1, out: '' })
  expect(unsigned.err).toContain('so there is nothing to put into a book')
  expect(await quartet('paper', 'minute-book', '--body', 'IQ', '--year', 'this', '--out', out)).toMatchObject({ code: 2 })
})

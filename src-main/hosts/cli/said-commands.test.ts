import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { minutesProposal } from '../../api/past-meetings.ts'
import { testFolder } from '../../database/testing.ts'
import { createSample } from '../../features/sample/create-sample.ts'
import { STYLED, wordFile } from '../../imports/testing/word-files.ts'
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

it('says what it recognises in Word minutes, and refuses what is none', async () => {
  const file = join(folder, 'May minutes.docx')
  writeFileSync(file, await wordFile(STYLED))
  const { code, out } = await quartet('meetings', 'read-in', file, '--json')
  expect(code).toBe(0)
  expect(minutesProposal.parse(JSON.parse(out))).toMatchObject({ date: '2016-05-09', items: [{ title: 'Welcome' }, { title: 'Visit plan' }, { title: 'Any other business' }] })
  expect((await quartet('meetings', 'read-in', file)).out).toContain('Check the list Data manager, due not readable')
  expect(await quartet('meetings', 'read-in', join(folder, 'none.docx'))).toMatchObject({ code: 1, out: '' })
  expect(await quartet('meetings', 'read-in')).toMatchObject({ code: 2 })
})

it('searches everything said, of one body and stretch of time', async () => {
  const total = async (...words: string[]) => Number(/^(\d+) found/.exec((await quartet('search', ...words)).out)?.[1])
  const all = await total('visit', 'plan')
  expect(all).toBeGreaterThan(1)
  const quartets = await total('visit', 'plan', '--body', 'IQ')
  expect(quartets).toBeGreaterThan(0)
  expect(quartets).toBeLessThan(all)
  expect(await total('visit', 'plan', '--to', '2015-01-01')).toBe(0)
  expect(await quartet('search')).toMatchObject({ code: 2 })
  expect(await quartet('search', 'visit', '--school', 'Ashfold')).toMatchObject({ code: 2 })
})

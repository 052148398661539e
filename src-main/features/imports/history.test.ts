import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ChangeSort } from '../../api/imports.ts'
import { statement, verify } from '../../database/index.ts'
import { addSchools, testCore, type TestCore } from '../../testing.ts'
import { bringIn, fixture, textFile } from './testing.ts'

const OCTOBER = 'birmingham-2024-10-28.csv'
const JANUARY = 'birmingham-2025-01-21.csv'

async function newest({ client }: TestCore) {
  const [row] = await client.imports.list()
  if (!row) throw new Error('nothing was imported')
  return row
}

async function changes({ client }: TestCore, id: string, sort: ChangeSort, search = '') {
  return client.imports.changes({ id, sort, search })
}

const VISITS = 'URN,Date,Visitor,Kind,Status,Counts\n'

describe('an import’s page', () => {
  it('has all counts, the hash, who and when', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const done = await bringIn(core, fixture(JANUARY))
    const row = await newest(core)
    expect(await core.client.imports.get({ id: row.id })).toMatchObject({
      fileName: JANUARY, fileDate: '2025-01-21', rows: 11, added: 2, changed: 3, statusChanged: 3, unchanged: 6, notInFile: 0, ignored: 0, refused: 0,
      sha256: done.sha256, encoding: done.encoding, officer: 'Committee officer', la: null, kept: true, undone: false, undoneBy: null,
    })
  })

  it.each([false, true])('lists what it did as its preview counted it (older file last: %s)', async (reverse) => {
    const core = testCore()
    for (const name of reverse ? [JANUARY, OCTOBER] : [OCTOBER, JANUARY]) {
      const done = await bringIn(core, fixture(name))
      const { id } = await newest(core)
      const { counts } = await changes(core, id, 'changed')
      expect(counts).toEqual({ added: done.added, changed: done.changed, statusChanged: done.statusChanged, also: 0, refused: 0 })
      for (const sort of ['added', 'changed', 'statusChanged'] as const) expect((await changes(core, id, sort)).total).toBe(counts[sort])
    }
  })

  it('says each change field by field, in the words of the preview', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const done = await bringIn(core, fixture(JANUARY))
    const { id } = await newest(core)
    const { rows } = await changes(core, id, 'changed')
    for (const { urn, fields } of rows) {
      const shown = done.examples.find((example) => example.urn === urn)?.fields ?? []
      const told = fields.map(({ field, before, after }) => [field.replace(/ from .*$/, ''), before, after])
      expect(told.sort()).toEqual(shown.map(({ field, before, after }) => [field, before, after]).sort())
    }
    expect(rows.find(({ urn }) => urn === '103362')?.fields).toContainEqual({ field: 'Status from 21 January 2025', before: 'Open, but proposed to close', after: 'Closed' })
  })

  it('says of added records all that the file said, though history does not keep them twice', async () => {
    const core = testCore()
    await bringIn(core, textFile('URN,EstablishmentName,Town,OpenDate,EstablishmentStatus (name)\n103120,Ashfold,Birmingham,01/09/2010,Open\n', 'a 2016-01-01.csv'))
    const { id } = await newest(core)
    const expected = [
      { field: 'Status from 1 January 2016', before: '', after: 'Open' },
      { field: 'Name', before: '', after: 'Ashfold' },
      { field: 'Open date', before: '', after: '1 September 2010' },
      { field: 'Town', before: '', after: 'Birmingham' },
    ]
    expect((await changes(core, id, 'added')).rows).toMatchObject([{ urn: '103120', name: 'Ashfold', fields: expected, since: null }])
    await bringIn(core, textFile('URN,EstablishmentName,Town,EstablishmentStatus (name)\n103120,Ashfold Primary,Solihull,Closed\n', 'b 2016-02-01.csv'))
    const later = await changes(core, id, 'added')
    expect(later.rows).toMatchObject([{ name: 'Ashfold Primary', fields: expected, since: 'Touched again on 14 June 2016: Register imported from b 2016-02-01.csv.' }])
    await core.client.imports.undo({ id: (await newest(core)).id })
    await core.client.imports.undo({ id })
    expect((await core.client.imports.get({ id })).undoneBy).toEqual({ at: '2016-06-14T09:30:00.000Z', officer: 'Committee officer' })
    expect((await changes(core, id, 'added')).rows).toMatchObject([{ urn: '103120', fields: expected, since: 'Taken back on 14 June 2016.' }])
  })

  it('finds by name and URN, in windows', async () => {
    const core = testCore()
    const rows = Array.from({ length: 250 }, (_, i) => `${103_000 + i},School ${i}`)
    await bringIn(core, textFile(`URN,EstablishmentName\n${rows.join('\n')}\n`))
    const { id } = await newest(core)
    expect((await changes(core, id, 'added', 'school 24')).counts.added, '24, 240 to 249, and URNs 103024 and 103124').toBe(13)
    expect((await changes(core, id, 'added', '103007')).rows.map(({ name }) => name)).toEqual(['School 7'])
    const window = await core.client.imports.changes({ id, sort: 'added', offset: 240, limit: 100 })
    expect([window.total, window.rows.length]).toEqual([250, 10])
    expect((await core.client.imports.changes({ id, sort: 'added', search: 'no such school' })).rows).toEqual([])
  })

  it('keeps the rows that were refused, also when it was undone', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '103120' }])
    await bringIn(core, textFile(`${VISITS}103120,02/06/2016,District Lead,visit,completed,yes\n103120,31/06/2016,District Lead,visit,completed,yes\n999999,02/06/2016,District Lead,visit,completed,yes\n`), { kind: 'visits' })
    const { id } = await newest(core)
    await core.client.imports.undo({ id })
    const { rows, counts } = await changes(core, id, 'refused')
    expect(counts).toMatchObject({ added: 1, refused: 2 })
    expect(rows.map(({ urn, fields }) => [urn, fields[0]?.field])).toEqual([['103120', 'Line 3'], ['999999', 'Line 4']])
    expect((await changes(core, id, 'refused', 'not in the register')).total).toBe(1)
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('tells what an attendance file made along the way', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '103120' }])
    const file = (word: string) => textFile(`Group,District,Meeting date,URN,Attended\nNew Group,Testing,02/06/2016,103120,${word}\n`, `attendance ${word}.csv`)
    await bringIn(core, file('no'), { kind: 'attendance' })
    const first = await newest(core)
    const { counts, rows } = await changes(core, first.id, 'also')
    expect(counts).toEqual({ added: 1, changed: 0, statusChanged: 0, also: 2, refused: 0 })
    expect(rows.map(({ name, urn }) => [name, urn])).toEqual([['New Group', null], ['New Group', null]])
    await bringIn(core, file('yes'), { kind: 'attendance' })
    expect((await changes(core, (await newest(core)).id, 'changed')).rows).toMatchObject([{ urn: '103120', fields: [{ field: 'Attended', before: 'No', after: 'Yes' }] }])
  })

  it.each(['register.csv', 'register.csv.gz'])('gives back the file as it was given: %s', async (name) => {
    const core = testCore()
    const bytes = Buffer.from('URN,EstablishmentName\n103120,Ashfold\n')
    const given = name.endsWith('.gz') ? gzipSync(bytes) : bytes
    await bringIn(core, new File([new Uint8Array(given)], name), { date: '2016-06-01' })
    const { id, sha256 } = await newest(core)
    const back = await core.client.imports.file({ id })
    const got = Buffer.from(await back.arrayBuffer())
    expect([back.name, got.equals(given), createHash('sha256').update(got).digest('hex')]).toEqual([name, true, sha256])
  })

  it('that is in no workspace is refused in a sentence', async () => {
    const core = testCore()
    const id = '01900000-0000-7000-8000-000000000000'
    for (const asked of [core.client.imports.get({ id }), core.client.imports.file({ id }), core.client.imports.undo({ id }), core.client.imports.obstacles({ id }), core.client.imports.changes({ id, sort: 'added' })]) {
      await expect(asked).rejects.toThrow('That import is not in this workspace.')
    }
  })
})

describe('undoing an import', () => {
  async function withRegister() {
    const core = testCore()
    await bringIn(core, textFile('URN,EstablishmentName\n103120,Ashfold\n103121,Barlow\n103122,Calder\n103123,Dale\n103124,Elm\n', 'a 2016-01-01.csv'))
    return { core, id: (await newest(core)).id }
  }

  it('is free while nothing depends on it, and shows its steps', async () => {
    const { core, id } = await withRegister()
    expect(await core.client.imports.obstacles({ id })).toEqual({ sentence: null, places: [] })
    const steps: string[] = []
    for await (const step of await core.client.imports.undoInSteps({ id })) steps.push(step.step === 'done' ? step.result.sentence : step.words)
    expect(steps.at(-1)).toBe('Undone. “Register imported from a 2016-01-01.csv” was taken back.')
    expect(statement(core.workspace.read, 'SELECT * FROM schools').all()).toEqual([])
    await expect(core.client.imports.undo({ id })).rejects.toThrow('was undone already')
  })

  it('names the visit, the judgement and the attendance that depend on it, and counts the rest', async () => {
    const { core, id } = await withRegister()
    const visit = { date: '2016-05-03', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: '', note: '' } as const
    const { transactionId } = await core.client.visits.record({ urn: '103120', ...visit })
    const one = 'This import cannot be undone, because the visit to Ashfold on 3 May 2016 depends on it. Remove or undo that first.'
    await expect(core.client.imports.undo({ id })).rejects.toThrow(`${one} Nothing was changed.`)
    expect(await core.client.imports.obstacles({ id })).toEqual({ sentence: one, places: [{ words: 'the visit to Ashfold on 3 May 2016', to: '/schools/103120' }] })
    await core.client.packages.judge({ urn: '103121', decidedOn: '2016-01-14', requiresPackage: true, reason: '' })
    await core.client.schools.setDistrict({ urn: '103122', district: 'Yardley', from: '2015-09-01' })
    await bringIn(core, textFile('Group,District,Meeting date,URN,Attended\nNew Group,Testing,02/06/2016,103123,yes\n', 'attendance.csv'), { kind: 'attendance' })
    const { sentence, places } = await core.client.imports.obstacles({ id })
    expect(places).toHaveLength(3)
    expect(places.map(({ words }) => words)).toContain('the import of attendance.csv on 14 June 2016 (the attendance of Dale at New Group on 2 June 2016)')
    expect(places.map(({ words }) => words)).toContain('the visit to Ashfold on 3 May 2016')
    expect(sentence).toContain('; and one more depend on it.')
    const before = verify(core.workspace.read).entries
    await expect(core.client.imports.undo({ id })).rejects.toThrow('cannot be undone')
    expect(verify(core.workspace.read).entries).toBe(before)
    for (const { transactionId: later } of (await core.client.history.list({ limit: 3 })).filter((change) => change.transactionId !== transactionId)) await core.client.history.undo({ transactionId: later })
    await core.client.history.undo({ transactionId })
    expect(await core.client.imports.obstacles({ id })).toEqual({ sentence: null, places: [] })
    await core.client.imports.undo({ id })
  })

  it('names the import that changed what it brought, with its page', async () => {
    const { core, id } = await withRegister()
    await bringIn(core, textFile('URN,EstablishmentName\n103120,Ashfold Primary\n', 'b 2016-02-01.csv'))
    const later = await newest(core)
    const { sentence, places } = await core.client.imports.obstacles({ id })
    expect(places).toEqual([{ words: 'the import of b 2016-02-01.csv on 14 June 2016 (the record of Ashfold Primary)', to: `/schools/imports/${later.id}` }])
    expect(sentence).toContain('depends on it')
    await core.client.imports.undo({ id: later.id })
    await core.client.imports.undo({ id })
  })

  it('is refused by undo itself exactly where an obstacle is named', async () => {
    const moves = [
      (core: TestCore) => core.client.visits.record({ urn: '103120', date: '2016-05-03', visitor: 'District Lead', kind: 'visit', status: 'planned', counts: true, purpose: '', note: '' }),
      (core: TestCore) => core.client.schools.setDistrict({ urn: '103121', district: 'Yardley', from: '2015-09-01' }),
      (core: TestCore) => bringIn(core, textFile('URN,EstablishmentName,Town\n103122,Calder,Birmingham\n', 'c 2016-03-01.csv')),
      (core: TestCore) => bringIn(core, textFile('URN,EstablishmentName\n103999,Other\n', 'd 2016-03-02.csv')),
      (core: TestCore) => core.client.settings.save({ provider: 'Another' }),
    ]
    for (const move of moves) {
      const { core, id } = await withRegister()
      await move(core)
      const { sentence } = await core.client.imports.obstacles({ id })
      const { transactionId } = await core.client.imports.get({ id })
      const undone = await core.client.history.undo({ transactionId }).then(() => null, (error: unknown) => (error instanceof Error ? error.message : ''))
      expect(undone === null).toBe(sentence === null)
    }
  })
})

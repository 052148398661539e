import { describe, expect, it } from 'vitest'
import { statement, verify } from '../../database/index.ts'
import { testCore, type TestCore } from '../../testing.ts'
import { bringIn, counts, fixture, preview, realFile, realFilesHere, textFile } from './testing.ts'

const OCTOBER = 'birmingham-2024-10-28.csv'
const JANUARY = 'birmingham-2025-01-21.csv'

/** The register without its ids and its history: what must be the same in whatever order files came. */
function register({ workspace }: TestCore) {
  const schools = statement<Record<string, unknown>>(workspace.read, 'SELECT * FROM schools ORDER BY urn').all()
  const facts = statement<Record<string, unknown>>(
    workspace.read,
    'SELECT s.urn, f.fact, f.value, f.valid_from, f.valid_to FROM school_facts f JOIN schools s ON s.id = f.school_id ORDER BY 1, 2, 4',
  ).all()
  return { schools: schools.map(({ id: _id, n: _n, ...school }) => school), facts }
}

function entries({ workspace }: TestCore): number {
  return verify(workspace.read).entries
}

describe('a register file', () => {
  it('changes nothing until it is applied, and then is one transaction', async () => {
    const core = testCore()
    const before = entries(core)
    const shown = await preview(core, fixture(OCTOBER))
    expect(counts(shown)).toEqual({ rows: 9, added: 9, changed: 0, statusChanged: 0, unchanged: 0, notInFile: 0, ignored: 0, refusedCount: 0 })
    expect(shown).toMatchObject({ applied: false, fileDate: '2024-10-28', fileDateFrom: 'from the name of the file' })
    expect(entries(core)).toBe(before)
    const done = await bringIn(core, fixture(OCTOBER))
    expect(done).toMatchObject({ applied: true, added: 9 })
    const transactions = await core.client.history.list({ limit: 1 })
    expect(transactions[0]).toMatchObject({ transactionId: done.transactionId, summary: `Register imported from ${OCTOBER}` })
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('as next term’s update says what changes field by field, and keeps what it has no column for', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const before = register(core)
    const done = await bringIn(core, fixture(JANUARY))
    expect(counts(done)).toEqual({ rows: 11, added: 2, changed: 3, statusChanged: 3, unchanged: 6, notInFile: 0, ignored: 0, refusedCount: 0 })
    const closed = done.examples.find((row) => row.urn === '103362')
    expect(closed?.change).toBe('statusChanged')
    expect(closed?.fields).toContainEqual({ field: 'Status', before: 'Open, but proposed to close', after: 'Closed' })
    expect(done.examples.find((row) => row.urn === '103514')?.fields.map(({ field }) => field)).toEqual(['Close date', 'Reason closed', 'Status'])
    const after = register(core)
    const inspections = ({ facts }: typeof before) => facts.filter(({ fact }) => fact === 'outcome')
    expect(inspections(before).length).toBeGreaterThan(3)
    expect(inspections(after)).toEqual(inspections(before))
    expect(after.facts.filter(({ urn, fact }) => urn === '103362' && fact === 'status')).toEqual([
      { urn: '103362', fact: 'status', value: 'Open, but proposed to close', valid_from: '2024-10-28', valid_to: '2025-01-20' },
      { urn: '103362', fact: 'status', value: 'Closed', valid_from: '2025-01-21', valid_to: null },
    ])
  })

  it('brought twice changes nothing, not even the history', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const before = entries(core)
    const again = await bringIn(core, fixture(OCTOBER))
    expect(again).toMatchObject({ applied: true, added: 0, changed: 0, unchanged: 9, transactionId: null })
    expect(entries(core)).toBe(before)
  })

  it('is undone as a whole', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const before = register(core)
    const { transactionId } = await bringIn(core, fixture(JANUARY))
    const [newest] = await core.client.imports.list()
    expect(newest).toMatchObject({ transactionId, fileName: JANUARY, undone: false, added: 2, changed: 3 })
    await core.client.imports.undo({ id: newest?.id ?? '' })
    expect(register(core)).toEqual(before)
    expect((await core.client.imports.list())[0]?.undone).toBe(true)
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('keeps the file itself, packed, where verify sees it', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const kept = statement<{ name: string; size: number; bytes: Buffer }>(core.workspace.read, 'SELECT name, size, bytes FROM files').get()
    expect(kept?.name).toBe(OCTOBER)
    const whole = new Response(new Blob([new Uint8Array(kept?.bytes ?? [])]).stream().pipeThrough(new DecompressionStream('gzip')))
    expect(Buffer.from(await whole.arrayBuffer()).equals(Buffer.from(await fixture(OCTOBER).arrayBuffer()))).toBe(true)
    expect(kept?.size).toBe(kept?.bytes.length)
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('is refused where the workspace changed since the preview', async () => {
    const core = testCore()
    await bringIn(core, fixture(OCTOBER))
    const { digest } = await preview(core, fixture(JANUARY))
    await bringIn(core, textFile('URN,EstablishmentName\n103514,Another name\n', 'patch 2024-12-01.csv'))
    const before = entries(core)
    const steps = await core.client.imports.apply({ kind: 'register', file: fixture(JANUARY), digest })
    await expect(async () => {
      for await (const _step of steps);
    }).rejects.toThrow('has changed since this preview')
    expect(entries(core)).toBe(before)
  })

  it.each([
    ['oldest first', [0, 1, 2, 3]],
    ['newest first', [3, 2, 1, 0]],
    ['mixed', [2, 0, 3, 1]],
    ['mixed otherwise', [1, 3, 0, 2]],
  ])('leaves the same register whatever the order: %s', async (_words, order) => {
    const vintages: [string, string?][] = [['birmingham-2015-04-07.csv'], ['birmingham-2017-07-datagovuk.csv', '2017-07-31'], [OCTOBER], [JANUARY]]
    const bring = async (places: readonly number[]) => {
      const core = testCore()
      for (const place of places) {
        const [name, date] = vintages[place] ?? ['']
        await bringIn(core, fixture(name), date === undefined ? {} : { date })
      }
      return register(core)
    }
    expect(await bring(order)).toEqual(await bring([0, 1, 2, 3]))
  })

  it('of an earlier day does not run on past a later sighting', async () => {
    const core = testCore()
    const file = (day: string, type: string) => textFile(`URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name)\n103120,Ashfold,${type},Open\n`, `x ${day}.csv`)
    for (const [day, type] of [['2015-01-01', 'Community school'], ['2019-01-01', 'Community school'], ['2024-01-01', 'Community school'], ['2017-01-01', 'Foundation school']] as const) {
      await bringIn(core, file(day, type))
    }
    expect(register(core).facts.filter(({ fact }) => fact === 'type').map(({ value, valid_from, valid_to }) => [value, valid_from, valid_to])).toEqual([
      ['Community school', '2015-01-01', '2016-12-31'],
      ['Foundation school', '2017-01-01', '2018-12-31'],
      ['Community school', '2019-01-01', null],
    ])
  })

  it('with a blank cell blanks, without the column leaves alone', async () => {
    const core = testCore()
    await bringIn(core, textFile('URN,EstablishmentName,Town,Postcode\n103120,Ashfold,Birmingham,B1 1AA\n', 'a 2016-01-01.csv'))
    const done = await bringIn(core, textFile('URN,EstablishmentName,Town\n103120,Ashfold,\n', 'b 2016-02-01.csv'))
    expect(done.examples[0]?.fields).toEqual([{ field: 'Town', before: 'Birmingham', after: '' }])
    expect(register(core).schools[0]).toMatchObject({ town: null, postcode: 'B1 1AA' })
  })

  it('takes one local authority where asked, and lists what the file no longer holds', async () => {
    const core = testCore()
    const rows = ['URN,LA (code),EstablishmentName', '103120,330,Ashfold', '103121,330,Barlow', '100001,201,Elsewhere']
    const all = await bringIn(core, textFile(rows.join('\n'), 'a 2016-01-01.csv'), { la: '330' })
    expect(counts(all)).toMatchObject({ rows: 3, added: 2, ignored: 1 })
    const less = await bringIn(core, textFile(rows.slice(0, 2).join('\n'), 'b 2016-02-01.csv'))
    expect(less.examples.filter(({ change }) => change === 'notInFile')).toMatchObject([{ urn: '103121', name: 'Barlow', line: null }])
    expect(register(core).schools.map(({ urn }) => urn)).toEqual(['103120', '103121'])
  })

  it('adds types of establishment that the table does not know, by their type group', async () => {
    const core = testCore()
    await bringIn(core, textFile('URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentTypeGroup (name)\n103120,Ashfold,Academy of the sea,Academies\n103121,Barlow,COMMUNITY SCHOOL,\n'))
    const types = statement<{ school_group: string }>(core.workspace.read, "SELECT school_group FROM establishment_types WHERE name = 'Academy of the sea'").all()
    expect(types).toEqual([{ school_group: 'academy' }])
    expect(register(core).facts).toContainEqual(expect.objectContaining({ urn: '103121', fact: 'type', value: 'Community school' }))
  })

  it('corrects the group of a type that first came without its type group', async () => {
    const core = testCore()
    const type = () => statement(core.workspace.read, "SELECT type_group, school_group FROM establishment_types WHERE name = 'Academy of the sea'").all()
    const head = 'URN,EstablishmentName,TypeOfEstablishment (name)'
    await bringIn(core, textFile(`${head}\n103120,Ashfold,Academy of the sea\n`))
    expect(type()).toEqual([{ type_group: '', school_group: 'neither' }])
    const grouped = (group: string, day: string) => textFile(`${head},EstablishmentTypeGroup (name)\n103120,Ashfold,Academy of the Sea,${group}\n`, `test ${day}.csv`)
    const told = await bringIn(core, grouped('Academies', '2016-06-01'))
    expect(told.unchanged).toBe(1)
    expect(told.notes).toContain('"Academy of the sea" stood in the table of types without a type group. It is of the type group Academies, and the table will say so.')
    expect(type()).toEqual([{ type_group: 'Academies', school_group: 'academy' }])
    expect((await core.client.schools.get({ urn: '103120' })).group).toBe('academy')
    await bringIn(core, grouped('Other types', '2016-07-01'))
    expect(type()).toEqual([{ type_group: 'Academies', school_group: 'academy' }])
  })

  it('keeps the group of a type that a later file, undone and brought back, may have found so', async () => {
    const core = testCore()
    const head = 'URN,EstablishmentName,TypeOfEstablishment (name)'
    const groupOf = () => statement<string>(core.workspace.read, "SELECT type_group FROM establishment_types WHERE name = 'Academy of the sea'").pluck().get()
    await bringIn(core, textFile(`${head}\n103120,Ashfold,Academy of the sea\n`, 'a 2016-01-01.csv'))
    const grouped = (urn: string, day: string) => textFile(`${head},EstablishmentTypeGroup (name)\n${urn},Ashfold,Academy of the sea,Academies\n`, `b ${day}.csv`)
    const first = await bringIn(core, grouped('103121', '2016-02-01'))
    const later = await bringIn(core, grouped('103122', '2016-03-01'))
    const { transactionId } = await core.client.history.undo({ transactionId: later.transactionId ?? '' })
    await core.client.history.undo({ transactionId })
    await core.client.history.undo({ transactionId: first.transactionId ?? '' })
    expect(groupOf()).toBe('Academies')
    expect((await core.client.schools.get({ urn: '103122' })).group).toBe('academy')
  })

  it('leaves a new type in the table when it is undone: later files may stand on it', async () => {
    const core = testCore()
    const file = (urn: string, day: string) => textFile(`URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentTypeGroup (name)\n${urn},Ashfold,Academy of the sea,Academies\n`, `test ${day}.csv`)
    await bringIn(core, file('103120', '2016-01-01'))
    await bringIn(core, file('103121', '2016-02-01'))
    const first = (await core.client.imports.list()).at(-1)
    await core.client.imports.undo({ id: first?.id ?? '' })
    expect(register(core).schools.map(({ urn }) => urn)).toEqual(['103121'])
    expect((await core.client.schools.get({ urn: '103121' })).group).toBe('academy')
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('lists records that are closed and have no close date, by what stands after it', async () => {
    const core = testCore()
    const file = (count: number, day: string, close = '') => {
      const rows = Array.from({ length: count }, (_, i) => `${103120 + i},Ashfold,Closed,${close}`)
      return textFile(['URN,EstablishmentName,EstablishmentStatus (name),CloseDate', ...rows, '103199,Open School,Open,'].join('\n'), `test ${day}.csv`)
    }
    const notes = async (of: File) => (await preview(core, of)).notes.filter((note) => note.includes('close date'))
    expect(await notes(file(1, '2016-01-01'))).toEqual(['1 record is closed but has no close date: it counts as open on no date. URN 103120.'])
    await bringIn(core, file(12, '2016-01-01'))
    expect(await notes(file(12, '2016-02-01'))).toEqual([
      '12 records are closed but have no close date: they count as open on no date. URNs 103120, 103121, 103122, 103123, 103124, 103125, 103126, 103127, 103128, 103129 and 2 more.',
    ])
    expect(await notes(file(12, '2016-02-01', '31-12-2015'))).toEqual([])
    expect(await notes(textFile('URN,EstablishmentName\n103120,Ashfold\n103199,Open School\n'))).toEqual(['1 record is closed but has no close date: it counts as open on no date. URN 103120.'])
  })
})

describe(`the real files, where they stand beside the repository${realFilesHere ? '' : ' (skipped: the files are not beside this project)'}`, () => {
  const real = it.skipIf(!realFilesHere)

  real('two vintages of Birmingham', async () => {
    const core = testCore()
    expect(counts(await bringIn(core, realFile('gias-birmingham-2024-10-28.csv')))).toMatchObject({ rows: 958, added: 958, refusedCount: 0 })
    expect(counts(await bringIn(core, realFile('gias-birmingham-2025-01-21.csv')))).toMatchObject({ rows: 962, added: 4, statusChanged: 7, notInFile: 0, refusedCount: 0 })
    const links = await bringIn(core, realFile('gias-links-2023-04-21.csv'), { kind: 'links' })
    expect(links.added + links.ignored).toBe(31_274)
    expect(links.added).toBe(660)
  })

  real('2015 and 2017', async () => {
    const core = testCore()
    expect(counts(await bringIn(core, realFile('gias-birmingham-2015-04-07-extract.csv')))).toMatchObject({ rows: 12, added: 12, refusedCount: 0 })
    expect(counts(await bringIn(core, realFile('gias-birmingham-2017-07-datagovuk.csv'), { date: '2017-07-31' }))).toMatchObject({ rows: 151, refusedCount: 0 })
    expect(register(core).schools.find(({ urn }) => urn === '137492')).toMatchObject({ telephone: '01216476890', establishment_number: '2032' })
    expect(register(core).schools.find(({ urn }) => urn === '103122')).toMatchObject({ open_date: null, website: null, address3: null })
  })

  real('the national register, with progress', { timeout: 240_000 }, async () => {
    const core = testCore()
    const file = realFile('gias-england-2024-10-28.csv.gz')
    const { digest, encoding, added } = await preview(core, file)
    expect([encoding, added]).toEqual(['Windows-1252', 51_331])
    let steps = 0
    for await (const step of await core.client.imports.apply({ kind: 'register', file, digest })) {
      if (step.step === 'progress') steps += 1
      else expect(step.result).toMatchObject({ applied: true, added: 51_331, refusedCount: 0 })
    }
    expect(steps).toBeGreaterThan(20)
    expect(verify(core.workspace.read).ok).toBe(true)
  })
})

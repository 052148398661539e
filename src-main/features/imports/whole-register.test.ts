import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { statement, verify } from '../../database/index.ts'
import { testCore, type TestCore } from '../../testing.ts'
import { bringIn, fixture, preview, realFile, realFilesHere, textFile } from './testing.ts'

/** The register without its ids and its history: what must be the same in whatever order files came. */
function register({ workspace }: TestCore) {
  const schools = statement<Record<string, unknown>>(workspace.read, 'SELECT * FROM schools ORDER BY urn').all()
  const facts = statement<Record<string, unknown>>(
    workspace.read,
    'SELECT s.urn, f.fact, f.value, f.valid_from, f.valid_to FROM school_facts f JOIN schools s ON s.id = f.school_id ORDER BY 1, 2, 4',
  ).all()
  return { schools: schools.map(({ id: _id, n: _n, ...school }) => school), facts }
}

/** Every row of every table but those that tell what was done. */
function everything({ workspace: { read } }: TestCore): Record<string, unknown[]> {
  const told = ['history', 'history_seals', 'history_head', 'transactions', 'imports', 'files', 'sqlite_sequence']
  const tables = statement<{ name: string }>(read, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%' AND name NOT LIKE 'sqlite_stat%' ORDER BY name").all()
  return Object.fromEntries(tables.filter(({ name }) => !told.includes(name)).map(({ name }) => [name, statement<unknown>(read, `SELECT * FROM ${name} ORDER BY 1, 2`).all()]))
}

async function found({ client }: TestCore, search: string): Promise<string[]> {
  return (await client.schools.list({ filter: { search } })).rows.map(({ urn }) => urn).sort()
}

const VINTAGES: readonly [file: string, date?: string][] = [
  ['birmingham-2015-04-07.csv'],
  ['birmingham-2017-07-datagovuk.csv', '2017-07-31'],
  ['birmingham-2024-10-28.csv'],
  ['birmingham-2025-01-21.csv'],
]

/** Columns that a field, a dated fact or nothing but a person's name is read from. */
const READ_OTHERWISE = new Set(
  `URN|LA (code)|LA (name)|Local authority (code)|Local authority (name)|EstablishmentNumber|Establishment number|EstablishmentName|Establishment name|PhaseOfEducation (name)|Phase of education
  |OpenDate|Opening date|CloseDate|ReasonEstablishmentOpened (name)|Reason establishment opened|ReasonEstablishmentClosed (name)|Street|Locality|Address3|Town|County (name)|County|Postcode
  |SchoolWebsite|WebsiteAddress|Website address|TelephoneNum|TelephoneSTD|Telephone number|StatutoryLowAge|Statutory lowest age|StatutoryHighAge|Statutory highest age|SchoolCapacity|NumberOfPupils
  |Gender (name)|Gender|ReligiousCharacter (name)|Religious character|SchoolSponsors (name)|AdministrativeWard (name)|UKPRN|HeadPreferredJobTitle|TypeOfEstablishment (name)|Type of establishment
  |EstablishmentStatus (name)|Establishment status|Trusts (name)|OfstedRating (name)|OfstedLastInsp`
    .split('|')
    .map((heading) => heading.trim()),
)

describe('the rest of a register row', () => {
  it.each(VINTAGES)('of %s is kept to the last cell', async (name, date) => {
    const core = testCore()
    await bringIn(core, fixture(name), date === undefined ? {} : { date })
    const rows: Record<string, string>[] = parse(new TextDecoder('windows-1252').decode(await fixture(name).arrayBuffer()), { columns: true, bom: true })
    let cells = 0
    for (const row of rows) {
      const school = await core.client.schools.get({ urn: row['URN'] ?? '' })
      const kept = school.rest.flatMap(({ entries }) => entries.map(({ value }) => value))
      const expected = Object.entries(row).flatMap(([heading, cell]) => {
        const value = cell.replace(/\s+/g, ' ').trim()
        return READ_OTHERWISE.has(heading) || value === '' || value === 'NA' ? [] : [value]
      })
      expect(kept.toSorted()).toEqual(expected.toSorted())
      cells += expected.length
    }
    expect(cells).toBeGreaterThan(rows.length * 4)
  })

  it('is kept by a file that lacks the column, blanked by a blank cell, and filled by an older file only where nothing is known', async () => {
    const core = testCore()
    const entries = async () => (await core.client.schools.get({ urn: '103120' })).rest.flatMap((group) => group.entries.map(({ label, value }) => `${label}: ${value}`))
    await bringIn(core, textFile('URN,EstablishmentName,Diocese (name),Boarders (name),Our own\n103120,Ashfold,Oxford,No boarders,Seven\n', 'a 2016-01-01.csv'))
    expect(await entries()).toEqual(['Boarders: No boarders', 'Diocese: Oxford', 'Our own: Seven'])
    const next = await bringIn(core, textFile('URN,EstablishmentName,Diocese (name)\n103120,Ashfold,\n', 'b 2016-02-01.csv'))
    expect(next.examples[0]?.fields).toEqual([{ field: 'Diocese', before: 'Oxford', after: '' }])
    expect(await entries()).toEqual(['Boarders: No boarders', 'Our own: Seven'])
    await bringIn(core, textFile('URN,EstablishmentName,Diocese (name),SiteName\n103120,Ashfold,Leeds,Old site\n', 'c 2015-01-01.csv'))
    expect(await entries()).toEqual(['Boarders: No boarders', 'Site: Old site', 'Our own: Seven'])
  })

  it('that differs in the day of the last change alone is kept and not reported', async () => {
    const core = testCore()
    const file = (day: string) => textFile(`URN,EstablishmentName,LastChangedDate\n103120,Ashfold,${day}\n`, 'a 2016-01-01.csv')
    await bringIn(core, file('01-01-2015'))
    expect(await bringIn(core, file('02-01-2015'))).toMatchObject({ unchanged: 1, changed: 0, applied: true })
    expect((await core.client.schools.get({ urn: '103120' })).rest[0]?.entries).toEqual([{ label: 'Last changed in the register', value: '02-01-2015' }])
  })

  it('is found by its words, together with the name, the ward, the number and the trusts of all times', async () => {
    const core = testCore()
    const head = 'URN,EstablishmentName,UKPRN,AdministrativeWard (name),Trusts (name),Federations (name),Diocese (name)'
    await bringIn(core, textFile(`${head}\n103120,Ashfold School,10035247,Soho,The Élan Trust,Lantern Federation,Not applicable\n103121,Barlow School,10035248,Aston,,,Not applicable\n`, 'a 2016-01-01.csv'))
    await bringIn(core, textFile(`${head}\n103120,Ashfold School,10035247,Soho,Harbour Trust,Lantern Federation,Not applicable\n`, 'b 2017-01-01.csv'))
    for (const words of ['soho', '10035247', 'lantern fed', 'harbour', 'elan', 'ashfold lantern harbour']) expect(await found(core, words)).toEqual(['103120'])
    expect(await found(core, 'barlow harbour')).toEqual([])
    expect(await found(core, 'applicable')).toEqual([])
    expect((await core.client.schools.find({ search: 'harbour' })).map(({ urn }) => urn)).toEqual(['103120'])
    expect((await core.client.search.find({ words: 'lantern' })).map(({ target }) => target)).toEqual(['103120'])
  })
})

describe('trust and outcome', () => {
  const head = 'URN,EstablishmentName,Trusts (name),OfstedLastInsp,OfstedRating (name)'
  const file = (day: string, trust: string, inspectedOn: string, outcome: string) => textFile(`${head}\n103120,Ashfold,${trust},${inspectedOn},${outcome}\n`, `x ${day}.csv`)
  const story = async ({ client }: TestCore) => (await client.schools.get({ urn: '103120' })).story.filter(({ kind }) => kind !== 'contract').map(({ date, title, detail }) => [date, title, detail])

  it('are told by the school’s page as they came about', async () => {
    const core = testCore('2026-01-01')
    await bringIn(core, file('2015-09-01', 'Nishkam Trust', '04-03-2015', 'Good'))
    await bringIn(core, file('2017-09-01', 'NISHKAM TRUST', '04-03-2015', 'Good'))
    await bringIn(core, file('2019-09-01', 'Harbour Trust', '06-06-2019', 'Requires Improvement'))
    await bringIn(core, file('2021-09-01', '', '06-06-2019', 'Requires improvement'))
    expect(await story(core)).toEqual([
      ['2021-09-01', 'Left trust Harbour Trust', ''],
      ['2019-09-01', 'Joined trust Harbour Trust', 'Until then NISHKAM TRUST'],
      ['2019-06-06', 'Ofsted: Requires improvement', ''],
      ['2015-03-04', 'Ofsted: Good', ''],
    ])
    expect(await core.client.schools.get({ urn: '103120' })).toMatchObject({ trust: '', ofstedRating: 'Requires improvement', ofstedDate: '2019-06-06' })
  })

  it('move from the columns of an earlier Quartet when a file speaks of them, and stand once', async () => {
    const core = testCore('2026-01-01')
    await bringIn(core, textFile('URN,EstablishmentName\n103120,Ashfold\n', 'a 2015-09-01.csv'))
    core.workspace.change('As version 1 kept them', (db) =>
      statement(db, "UPDATE schools SET trust = 'Nishkam Trust', ofsted_rating = 'Good', ofsted_date = '2015-03-04'").run(),
    )
    expect(await core.client.schools.get({ urn: '103120' })).toMatchObject({ trust: 'Nishkam Trust', ofstedRating: 'Good', ofstedDate: '2015-03-04' })
    expect(await found(core, 'nishkam')).toEqual(['103120'])
    const before = everything(core)
    const { transactionId } = await bringIn(core, file('2019-09-01', 'Harbour Trust', '06-06-2019', 'Outstanding'))
    expect(register(core).schools[0]).toMatchObject({ trust: null, ofsted_rating: null, ofsted_date: null })
    expect(register(core).facts.map(({ fact, value, valid_from, valid_to }) => [fact, value, valid_from, valid_to])).toEqual([
      ['outcome', 'Good', '2015-03-04', '2019-06-05'],
      ['outcome', 'Outstanding', '2019-06-06', null],
      ['trust', 'Nishkam Trust', '2015-09-01', '2019-08-31'],
      ['trust', 'Harbour Trust', '2019-09-01', null],
    ])
    await core.client.history.undo({ transactionId: transactionId ?? '' })
    expect(everything(core)).toEqual(before)
  })
})

const COLUMNS = ['TypeOfEstablishment (name)', 'EstablishmentStatus (name)', 'Trusts (name)', 'OfstedRating (name)', 'Town', 'Diocese (name)', 'Our own', 'LA (code)'] as const

/** A vintage of a small register: which columns it has, and its cells. */
const vintage = fc.record({
  columns: fc.subarray([...COLUMNS]),
  inspections: fc.boolean(),
  rows: fc.uniqueArray(
    fc.record({
      urn: fc.constantFrom('103120', '103121'),
      cells: fc.record({
        'TypeOfEstablishment (name)': fc.constantFrom('Community school', 'Foundation school', ''),
        'EstablishmentStatus (name)': fc.constantFrom('Open', 'Closed', ''),
        'Trusts (name)': fc.constantFrom('Elan', 'Harbour', ''),
        'OfstedRating (name)': fc.constantFrom('Good', 'Outstanding', ''),
        'OfstedLastInsp': fc.constantFrom('01-02-2012', '01-02-2014', ''),
        'Town': fc.constantFrom('Leeds', 'York', ''),
        'Diocese (name)': fc.constantFrom('Oxford', 'Ely', ''),
        'Our own': fc.constantFrom('One', 'Two', ''),
        'LA (code)': fc.constantFrom('330', '201'),
      }),
    }),
    { minLength: 1, selector: ({ urn }) => urn },
  ),
})

function written({ columns, inspections, rows }: typeof vintage extends fc.Arbitrary<infer V> ? V : never, year: number): File {
  const headings = [...columns, ...(inspections ? (['OfstedLastInsp'] as const) : [])]
  const lines = rows.map(({ urn, cells }) => [urn, `School ${urn}`, ...headings.map((heading) => cells[heading])].join())
  return textFile([['URN', 'EstablishmentName', ...headings].join(), ...lines].join('\n'), `x ${year}-01-01.csv`)
}

describe('vintages', () => {
  it('give the same register in any order, and an import undone leaves all as it was', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(vintage, fc.nat()), { minLength: 2, maxLength: 4 }), async (vintages) => {
        const files = vintages.map(([one], i) => written(one, 2015 + i))
        const shuffled = files.map((file, i) => ({ file, at: vintages[i]?.[1] ?? 0 })).sort((a, b) => a.at - b.at).map(({ file }) => file)
        const [core, other] = [testCore(), testCore()]
        for (const file of files) await bringIn(core, file)
        for (const file of shuffled.slice(0, -1)) await bringIn(other, file)
        const before = everything(other)
        const last = shuffled.at(-1) ?? textFile('')
        const { transactionId } = await bringIn(other, last)
        expect(register(other)).toEqual(register(core))
        expect(await bringIn(other, last)).toMatchObject({ added: 0, changed: 0, transactionId: null })
        if (transactionId !== null) await other.client.history.undo({ transactionId })
        expect(everything(other)).toEqual(before)
      }),
      { numRuns: 40, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    )
  })
})

describe(`the real vintages${realFilesHere ? '' : ' (skipped: the files are not beside this project)'}`, () => {
  const real = it.skipIf(!realFilesHere)
  const files: readonly [string, { kind?: 'outcomes'; date?: string }][] = [
    ['gias-birmingham-2015-04-07-extract.csv', {}],
    ['gias-birmingham-2017-07-datagovuk.csv', { date: '2017-07-31' }],
    ['ofsted-birmingham-2023-08-31.csv', { kind: 'outcomes' }],
    ['gias-birmingham-2024-10-28.csv', {}],
    ['gias-birmingham-2025-01-21.csv', {}],
  ]

  real('come in from the newest to the oldest as from the oldest to the newest; the outcomes where the register is known', { timeout: 240_000 }, async () => {
    const bring = async (order: readonly number[]) => {
      const core = testCore('2026-01-01')
      for (const place of order) {
        const [name, how] = files[place] ?? ['', {}]
        await bringIn(core, realFile(name), how)
      }
      return core
    }
    const ordered = await bring([0, 1, 3, 2, 4])
    const other = await bring([4, 3, 2, 1, 0])
    expect(register(other)).toEqual(register(ordered))
    expect(register(ordered).facts.filter(({ fact }) => fact === 'outcome').length).toBeGreaterThan(1_000)
    for (const [name, how] of files) expect(await preview(other, realFile(name), how)).toMatchObject({ added: 0, changed: 0 })
    expect(verify(other.workspace.read).problems).toEqual([])
    const before = everything(other)
    const text = await realFile('gias-birmingham-2025-01-21.csv').text()
    const { transactionId } = await bringIn(other, new File([text.replaceAll('"Good"', '"Better"').replaceAll('"Open"', '"Closed"').replaceAll('Primary', 'Middle')], 'x 2025-09-01.csv'))
    expect(everything(other)).not.toEqual(before)
    await other.client.history.undo({ transactionId: transactionId ?? '' })
    expect(everything(other)).toEqual(before)
  })
})

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { testFolder } from '../../database/testing.ts'
import { figure } from '../../api/figures.ts'
import { runCommand } from './run.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(() => {
  vi.stubEnv('QUARTET_TODAY', '2016-06-14')
})

beforeEach(() => {
  folder = testFolder()
  vi.stubEnv('QUARTET_HOME', join(folder, 'home'))
})

async function quartet(...words: string[]) {
  let out = ''
  let err = ''
  const code = await runCommand(words, { out: (text) => (out += text), err: (text) => (err += text) })
  return { code, out, err }
}

/** Runs with `--json` and parses what must be exactly one document. */
async function json(...words: string[]): Promise<unknown> {
  const { code, out, err } = await quartet(...words, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

const SCHOOLS = ['URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,PhaseOfEducation (name)', '900001,330,9001,Ashfold Primary,Community school,Open,,Primary', '900002,330,9002,Barlow Academy,Academy converter,Open,01-09-2014,Primary', ''].join('\r\n')

async function withSchools(): Promise<string> {
  const workspace = at('W.quartet')
  await json('new', '--workspace', workspace)
  writeFileSync(at('schools.csv'), SCHOOLS)
  await json('schools', 'import', at('schools.csv'), '--workspace', workspace, '--date', '2015-04-01', '--apply')
  return workspace
}

describe('the command line', () => {
  it('demo writes the sample and its paper, with the figures of 21 June 2016', async () => {
    const answer = z.object({ workspace: z.string(), papers: z.array(z.string()), figures: z.array(figure) }).parse(await json('demo', '--out', at('demo')))
    expect(existsSync(answer.workspace)).toBe(true)
    expect(answer.papers.map((paper) => readFileSync(paper).subarray(0, 2).toString())).toEqual(['PK'])
    const text = (id: string, group: string | null) => answer.figures.find((one) => one.id === id && one.group === group)?.text
    expect([text('visited', 'maintained'), text('visited', 'academy'), text('dsgRounds', null), text('dsgCoverage', 'maintained'), text('packagesRequired', 'maintained')]).toEqual(['87%', '66%', '3', '82%', '78'])
    expect(await json('verify', '--workspace', answer.workspace)).toMatchObject({ ok: true, problems: [] })
  })

  it('imports only with --apply, then counts, writes the paper and backs up', async () => {
    const workspace = await withSchools()
    writeFileSync(at('visits.csv'), 'URN,Date,Visitor,Kind,Status,Counts,Purpose,Note\n900001,27/01/2016,District Lead,visit,completed,yes,First visit,\n900009,2016-01-28,District Lead,visit,completed,yes,,\n900002,31/02/2016,District Lead,visit,completed,yes,,\n')
    expect(await json('visits', 'import', at('visits.csv'), '--workspace', workspace)).toMatchObject({ applied: false, rows: 3, added: 1, refused: [{ line: 3, urn: '900009' }, { line: 4, urn: '900002' }], refusedCount: 2 })
    expect(await json('figures', '--workspace', workspace, '--as-at', '2016-06-21')).toMatchObject([{ id: 'visited', group: 'maintained', numerator: 0, denominator: 1 }, {}, {}, {}, {}, {}, {}, {}])
    expect(await json('visits', 'import', at('visits.csv'), '--workspace', workspace, '--apply')).toMatchObject({ applied: true, added: 1 })
    const figures = z.array(figure.strict()).parse(await json('figures', '--workspace', workspace, '--as-at', '2016-06-21', '--from', '2015-09-01'))
    expect(figures[0]).toMatchObject({ numerator: 1, denominator: 1, percent: 100, numeratorUrns: ['900001'], denominatorUrns: ['900001'] })
    const paper = at('paper.docx')
    expect(await json('paper', 'audit-committee', '--workspace', workspace, '--as-at', '2016-06-21', '--layout', 'short', '--out', paper)).toMatchObject({
      path: paper,
      sha256: createHash('sha256').update(readFileSync(paper)).digest('hex'),
      figures,
    })
    expect(await json('backup', '--workspace', workspace, '--out', at('copy.quartet'))).toEqual({ path: at('copy.quartet') })
    expect(await json('verify', '--workspace', at('copy.quartet'))).toMatchObject({ ok: true })
  })

  it('imports districts, which hold from a date', async () => {
    const workspace = await withSchools()
    writeFileSync(at('districts.csv'), 'URN,School name,Parliamentary constituency\n900001,Ashfold,"Birmingham, Yardley"\n900009,None,Yardley\n')
    const words = ['districts', 'import', at('districts.csv'), '--workspace', workspace, '--date', '2015-10-01'] as const
    const counted = { rows: 2, added: 1, changed: 0, date: '2015-10-01', refused: [{ line: 3, urn: '900009' }] }
    expect(await json(...words)).toMatchObject({ ...counted, applied: false, notes: [expect.stringContaining('Yardley'), expect.stringContaining('1 maintained school or academy that is open on 14 June 2016 will have no district')] })
    expect(await json(...words, '--apply')).toMatchObject({ ...counted, applied: true })
    expect(await json(...words)).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('imports a spreadsheet of other headings as it is told, and the next one as it remembers', async () => {
    const workspace = await withSchools()
    writeFileSync(at('log.csv'), 'School ref,Who went,When\n900001,District Lead,27/01/2016\n')
    const words = ['visits', 'import', at('log.csv'), '--workspace', workspace] as const
    const refused = async (...more: string[]) => {
      const { code, err } = await quartet(...words, ...more)
      return `${code} ${err}`
    }
    expect(await refused()).toMatch(/^1 .*has no column named URN/)
    const told = ['--map', 'URN=School ref', '--map', 'visitor=who went', '--map', 'Date=When', '--same', 'Kind=visit', '--same', 'Status=completed', '--same', 'Counts=yes'] as const
    expect(await json(...words, ...told)).toMatchObject({ applied: false, rows: 1, added: 1 })
    expect(await json(...words, ...told, '--apply')).toMatchObject({ applied: true, added: 1 })
    writeFileSync(at('log.csv'), 'When,School ref,Who went\n28/01/2016,900002,Adviser\n')
    const next = await quartet(...words)
    expect(next.code).toBe(0)
    expect(next.out).toContain('Columns matched as on 14 June 2016.')
    expect(await refused('--map', 'Visitor')).toMatch(/^2 .*is not written Field=Heading/)
    expect(await refused('--map', 'Colour=When')).toMatch(/^2 “Colour” is not a field/)
    expect(await refused(...told, '--map', 'Note=Words')).toMatch(/^1 This file has no column “Words”/)
  })

  it('imports attendance and needs', async () => {
    const workspace = await withSchools()
    writeFileSync(at('attendance.csv'), 'Group,District,Meeting date,URN,Attended\nYardley DSG,Yardley,12/05/2016,900001,yes\nYardley DSG,Yardley,12/05/2016,900002,no\n')
    writeFileSync(at('needs.csv'), 'URN,Decision date,Requires package,Reason\n900001,14-01-2016,yes,Results below floor\n900002,2016-01-14,perhaps,\n')
    expect(await json('attendance', 'import', at('attendance.csv'), '--workspace', workspace, '--apply')).toMatchObject({ applied: true, added: 2 })
    expect(await json('needs', 'import', at('needs.csv'), '--workspace', workspace, '--apply')).toMatchObject({ applied: true, added: 1, refused: [{ line: 3, urn: '900002' }] })
    const figures = z.array(figure).parse(await json('figures', '--workspace', workspace, '--as-at', '2016-06-21'))
    expect(figures.map(({ id, group, numerator }) => [id, group, numerator])).toEqual([
      ['visited', 'maintained', 0],
      ['visited', 'academy', 0],
      ['dsgCoverage', 'maintained', 1],
      ['dsgCoverage', 'academy', 0],
      ['dsgRounds', null, 1],
      ['dsgMeetings', null, 1],
      ['packagesRequired', 'maintained', 1],
      ['packagesRequired', 'academy', 0],
    ])
  })

  it('lists imports and undoes one, or says what depends on it', async () => {
    const workspace = await withSchools()
    writeFileSync(at('visits.csv'), 'URN,Date,Visitor,Kind,Status,Counts\n900001,27/01/2016,District Lead,visit,completed,yes\n')
    await json('visits', 'import', at('visits.csv'), '--workspace', workspace, '--apply')
    const imports = z.array(z.object({ id: z.string(), fileName: z.string(), sha256: z.string(), rows: z.number(), refused: z.number(), undone: z.boolean() })).parse(await json('imports', 'list', '--workspace', workspace))
    expect(imports).toMatchObject([{ fileName: 'visits.csv', rows: 1, refused: 0, undone: false }, { fileName: 'schools.csv', rows: 2 }])
    expect(imports[1]?.sha256).toBe(createHash('sha256').update(SCHOOLS).digest('hex'))
    const refused = await quartet('imports', 'undo', imports[1]?.id ?? '', '--workspace', workspace, '--json')
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/^This import cannot be undone, because the import of visits\.csv on .* \(the visit to Ashfold Primary on 27 January 2016\) depends on it\./)
    expect(await json('imports', 'undo', imports[0]?.id ?? '', '--workspace', workspace)).toMatchObject({ id: imports[0]?.id, sentence: 'Undone. “Visits imported from visits.csv” was taken back.' })
    expect(await json('imports', 'undo', imports[1]?.id ?? '', '--workspace', workspace)).toMatchObject({ id: imports[1]?.id })
    expect(await json('schools', 'list', '--workspace', workspace)).toEqual([])
    expect((await quartet('imports', 'undo', '01900000-0000-7000-8000-000000000000', '--workspace', workspace)).code).toBe(1)
  })

  it('lists what is odd as one document', async () => {
    const workspace = await withSchools()
    const ashfold = { rule: 'openWithoutDistrict', urn: '900001', name: 'Ashfold Primary', message: 'Ashfold Primary is open and has no district.', accepted: false, reason: null, acceptedOn: null, acceptedBy: null }
    expect(await json('quality', '--workspace', workspace)).toMatchObject([ashfold, { rule: 'openWithoutDistrict', urn: '900002' }])
    expect((await quartet('quality', '--workspace', workspace)).out).toMatch(/^openWithoutDistrict 900001: Ashfold Primary is open .*\n.*\n2 things are odd\.\n$/)
  })

  it('lists schools as at a day, filtered, and shows one', async () => {
    const workspace = await withSchools()
    writeFileSync(at('later.csv'), SCHOOLS.replace('Ashfold Primary,Community school,Open', 'Ashfold Primary,Foundation school,"Open, but proposed to close"'))
    await json('schools', 'import', at('later.csv'), '--workspace', workspace, '--date', '2016-05-01', '--apply')
    writeFileSync(at('visits.csv'), 'URN,Date,Visitor,Kind,Status,Counts\n900001,27/01/2016,District Lead,visit,completed,yes\n')
    await json('visits', 'import', at('visits.csv'), '--workspace', workspace, '--apply')
    const list = (...more: string[]) => json('schools', 'list', '--workspace', workspace, ...more)
    const ashfold = { urn: '900001', name: 'Ashfold Primary', group: 'maintained', phase: 'Primary', district: null, openDate: null, closeDate: null, requiresPackage: false }
    expect(await list()).toMatchObject([{ ...ashfold, type: 'Foundation school', status: 'Open, but proposed to close', lastVisit: '2016-01-27' }, { urn: '900002', openDate: '2014-09-01' }])
    expect(await list('--as-at', '2015-12-01')).toMatchObject([{ ...ashfold, type: 'Community school', status: 'Open', lastVisit: null }, { urn: '900002' }])
    const urns = async (...filters: string[]) => z.array(z.object({ urn: z.string() })).parse(await list(...filters.flatMap((filter) => ['--filter', filter]))).map(({ urn }) => urn)
    expect(await urns('group=academy')).toEqual(['900002'])
    expect(await urns('group=academy', 'group=MAINTAINED')).toEqual(['900001', '900002'])
    expect(await urns('group=academy', 'visited=yes')).toEqual([])
    expect(await urns('visited=yes', 'visited=no', 'district=not-recorded', 'phase=primary')).toEqual(['900001', '900002'])
    expect(await urns('search=barlow', 'open=yes')).toEqual(['900002'])
    expect((await quartet('schools', 'list', '--workspace', workspace, '--filter', 'phase=Nursery', '--json')).code).toBe(2)
    expect(await json('schools', 'show', '900001', '--workspace', workspace)).toMatchObject({ urn: '900001', type: 'Foundation school', lastVisit: '2016-01-27', status: 'Open, but proposed to close' })
    const earlier = z.object({ type: z.string(), lastVisit: z.null(), facts: z.array(z.object({ value: z.string() })), story: z.array(z.object({ kind: z.string() })) }).parse(await json('schools', 'show', '900001', '--workspace', workspace, '--as-at', '2015-12-01'))
    expect(earlier.type).toBe('Community school')
    expect(earlier.facts.map(({ value }) => value)).toEqual(['Open', 'Community school'])
    expect(earlier.story.map(({ kind }) => kind)).toEqual(['contract'])
    expect((await quartet('schools', 'show', '900009', '--workspace', workspace, '--json')).code).toBe(1)
    expect((await quartet('schools', 'list', '--workspace', workspace)).out).toMatch(/2 records\n$/)
  })

  it('compares two dates: each figure as `figures` counts it, and exactly which records moved', async () => {
    const workspace = await withSchools()
    writeFileSync(at('visits.csv'), 'URN,Date,Visitor,Kind,Status,Counts\n900001,2016-05-12,District Lead,visit,completed,yes\n')
    await json('visits', 'import', at('visits.csv'), '--workspace', workspace, '--apply')
    const side = z.strictObject({ numerator: z.number(), denominator: z.number().nullable(), percent: z.number().nullable() })
    const shape = z.array(z.strictObject({ id: z.string(), group: z.string().nullable(), before: side, after: side, moved: z.array(z.strictObject({ urn: z.string(), why: z.string() })) }))
    const compared = shape.parse(await json('compare', '--workspace', workspace, '--from-as-at', '2016-05-09', '--as-at', '2016-06-21'))
    expect(compared[0]).toEqual({
      id: 'visited',
      group: 'maintained',
      before: { numerator: 0, denominator: 1, percent: 0 },
      after: { numerator: 1, denominator: 1, percent: 100 },
      moved: [{ urn: '900001', why: 'visited since' }],
    })
    for (const [date, which] of [['2016-05-09', 'before'], ['2016-06-21', 'after']] as const) {
      const counted = z.array(figure).parse(await json('figures', '--workspace', workspace, '--as-at', date))
      expect(compared.map((one) => [one.id, one.group, one[which]])).toEqual(counted.map(({ id, group, numerator, denominator, percent }) => [id, group, { numerator, denominator, percent }]))
    }
    expect(shape.parse(await json('compare', '--workspace', workspace, '--from-as-at', '2016-06-21', '--as-at', '2016-06-21', '--known-then'))[0]?.moved).toEqual([])
    const { out } = await quartet('compare', '--workspace', workspace, '--from-as-at', '2016-05-09', '--as-at', '2016-06-21')
    expect(out).toContain('Maintained schools visited: 0% (0 of 1), then 100% (1 of 1)\n  1 visited since: 900001 on 12 May 2016\n')
  })

  it.each([
    [['nonsense']],
    [['compare', '--workspace', 'w.quartet', '--as-at', '2016-06-21']],
    [['compare', '--workspace', 'w.quartet', '--from-as-at', '2016-06-22', '--as-at', '2016-06-21']],
    [[]],
    [['figures', '--workspace', 'w.quartet']],
    [['figures', '--as-at', '2016-06-21']],
    [['figures', '--workspace', 'w.quartet', '--as-at', '21 June']],
    [['schools', 'import', '--workspace', 'w.quartet']],
    [['schools', 'import', 'f.csv', '--workspace', 'w.quartet', '--la', '33']],
    [['schools', 'import', 'f.csv', '--workspace', 'w.quartet', '--date', '2016-02-30']],
    [['figures', '--workspace', 'w.quartet', '--as-at', '0999-12-31']],
    [['figures', '--workspace', 'w.quartet', '--as-at', '2016-06-21', '--from', '2016-06-22']],
    [['verify', '--workspace', 'w.quartet', '--colour']],
    [['imports', 'undo', '--workspace', 'w.quartet']],
    [['imports', 'undo', 'the-last', '--workspace', 'w.quartet']],
    [['schools', 'show', '90001', '--workspace', 'w.quartet']],
    [['schools', 'list', '--workspace', 'w.quartet', '--filter', 'colour=blue']],
    [['schools', 'list', '--workspace', 'w.quartet', '--filter', 'open']],
    [['schools', 'list', '--workspace', 'w.quartet', '--filter', 'open=perhaps']],
    [['schools', 'list', '--workspace', 'w.quartet', '--filter', 'group=private']],
    [['schools', 'list', '--workspace', 'w.quartet', '--as-at', 'today']],
    [['paper', 'audit-committee', '--workspace', 'w', '--as-at', '2016-06-21', '--layout', 'long', '--out', 'x']],
  ])('answers wrong use with 2 and the usage: %j', async (words) => {
    const { code, out, err } = await quartet(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage:')
  })

  it('answers a refusal with 1 and one sentence on standard error', async () => {
    const { code, out, err } = await quartet('verify', '--workspace', at('none.quartet'), '--json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^There is no workspace at .*\n$/)
    expect(await quartet('serve', '--workspace', at('none.quartet'), '--no-open')).toMatchObject({ code: 1, out: '' })
    expect((await quartet('schools', 'import', at('none.csv'), '--workspace', at('none.quartet'))).err).toMatch(/^There is no file at .*\n$/)
  })

  it('refuses a folder where a file is asked for', async () => {
    const workspace = await withSchools()
    mkdirSync(at('folder.csv'))
    const folderGiven = await quartet('visits', 'import', at('folder.csv'), '--workspace', workspace, '--apply', '--json')
    expect(folderGiven).toMatchObject({ code: 1, out: '' })
    expect(folderGiven.err).toMatch(/^There is no file at .*\n$/)
    expect(await json('verify', '--workspace', workspace)).toMatchObject({ ok: true })
  })

  it('says where the demo could not be written', async () => {
    writeFileSync(at('taken'), '')
    const { code, out, err } = await quartet('demo', '--out', at('taken'), '--json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^The folder .* could not be made\. .*\n$/)
  })

  it('says that a workspace is damaged, whatever is asked of it', async () => {
    const workspace = await withSchools()
    // Two pages in the middle are spoilt, so that the file still opens and only reading finds out.
    const { default: Database } = await import('better-sqlite3')
    const file = new Database(workspace)
    const pages = z.array(z.number()).parse(file.prepare("SELECT rootpage FROM sqlite_schema WHERE name IN ('history_seals', 'schools') AND type = 'table'").pluck().all())
    file.close()
    const bytes = readFileSync(workspace)
    for (const page of pages) bytes.fill(0xaa, (page - 1) * 4_096, page * 4_096)
    writeFileSync(workspace, bytes)
    for (const words of [['verify'], ['figures', '--as-at', '2016-06-21']]) {
      const { code, out, err } = await quartet(...words, '--workspace', workspace, '--json')
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/^The workspace .* is damaged\. .*\n$/)
    }
  })

  it('answers problems found with 1 and still one document', async () => {
    const workspace = await withSchools()
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(workspace)
    other.exec("UPDATE schools SET name = 'Other' WHERE urn = '900001'")
    other.close()
    const { code, out } = await quartet('verify', '--workspace', workspace, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ kind: 'outside-change', table: 'schools' }] })
  })

  it.each(['no/such/folder/paper.docx', `${'long '.repeat(80)}.docx`])('says where a paper could not be written: %s', async (name) => {
    const workspace = await withSchools()
    const { code, err } = await quartet('paper', 'audit-committee', '--workspace', workspace, '--as-at', '2016-06-21', '--layout', 'short', '--out', at(name))
    expect(code).toBe(1)
    expect(err).toContain('The paper could not be written')
  })

  it('writes a paper over an older paper, and over nothing else', async () => {
    const workspace = await withSchools()
    const paper = (out: string) => quartet('paper', 'audit-committee', '--workspace', workspace, '--as-at', '2016-06-21', '--layout', 'short', '--out', out)
    expect(await paper(at('paper.docx'))).toMatchObject({ code: 0 })
    expect(await paper(at('paper.docx'))).toMatchObject({ code: 0 })
    for (const other of [workspace, at('schools.csv')]) {
      const before = readFileSync(other)
      const { code, err } = await paper(other)
      expect(code).toBe(1)
      expect(err).toMatch(/is not a Word file, so it was not replaced/)
      expect(readFileSync(other).equals(before)).toBe(true)
    }
  })
})

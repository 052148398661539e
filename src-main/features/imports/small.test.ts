import { describe, expect, it } from 'vitest'
import { statement, verify } from '../../database/index.ts'
import { addSchools, testCore, type TestCore } from '../../testing.ts'
import { bringIn, counts, textFile } from './testing.ts'

function rows({ workspace }: TestCore, sql: string): unknown[] {
  return statement(workspace.read, sql).all()
}

function coreWithSchools(): TestCore {
  const core = testCore()
  addSchools(core.workspace, [{ urn: '900001', name: 'Ashfold Primary' }, { urn: '900002', name: 'Barlow Academy', type: 'Academy converter' }])
  return core
}

const VISITS = 'URN,Date,Visitor,Kind,Status,Counts,Purpose,Note'

describe('visits', () => {
  it('are read in any of three ways to write a date and in any case', async () => {
    const core = coreWithSchools()
    const file = textFile([VISITS, '900001,2016-01-27,District Lead,visit,completed,yes,Autumn data,"Two, lines\nof note"', '900002,28/01/2016,District Lead, VISIT ,Completed,Yes,,', '900002,29-01-2016,Adviser,telephone,planned,no,,'].join('\n'))
    expect(counts(await bringIn(core, file, { kind: 'visits' }))).toMatchObject({ rows: 3, added: 3, refusedCount: 0 })
    expect(rows(core, 'SELECT date, visitor, kind, status, counts, purpose, note FROM visits ORDER BY date')).toEqual([
      { date: '2016-01-27', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: 1, purpose: 'Autumn data', note: 'Two, lines\nof note' },
      { date: '2016-01-28', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: 1, purpose: '', note: '' },
      { date: '2016-01-29', visitor: 'Adviser', kind: 'telephone', status: 'planned', counts: 0, purpose: '', note: '' },
    ])
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('that cannot be read are refused one by one, by line, and hold back no other', async () => {
    const core = coreWithSchools()
    const lines = [VISITS, '900009,2016-01-27,Lead,visit,completed,yes,,', '900001,31/02/2016,Lead,visit,completed,yes,,', '900001,2016-01-27,Lead,tea,completed,yes,,', '900001,2016-01-27,,visit,completed,yes,,', '900001,2016-01-27,Lead,visit,completed,perhaps,,', '9001,2016-01-27,Lead,visit,completed,yes,,', '900001,2016-01-27,Lead,visit', '900001,,Lead,visit,completed,yes,,', '900001,2016-01-27,Lead,visit,completed,yes,,']
    const done = await bringIn(core, textFile(lines.join('\r\n')), { kind: 'visits' })
    expect(counts(done)).toMatchObject({ rows: 9, added: 1, refusedCount: 8 })
    expect(done.refused.map(({ line, urn, reason }) => `${line} ${urn} ${reason}`)).toEqual([
      '2 900009 URN 900009 is not in the register. Import the register that holds it first.',
      '3 900001 The date "31/02/2016" is not a date. Dates are written 2016-06-21, 21/06/2016 or 21-06-2016.',
      '4 900001 The kind "tea" is not one of visit, telephone, virtual, meeting.',
      '5 900001 The visitor is blank. Say who visited.',
      '6 900001 Counts "perhaps" is not one of yes, no.',
      '7 9001 The URN "9001" is not six digits.',
      '8 900001 This row has 4 cells, but the heading line has 8.',
      '9 900001 The date is blank.',
    ])
  })

  it('that are said to be completed on a day still to come are refused by line; planned ones are not', async () => {
    const core = coreWithSchools()
    const file = () => textFile(`${VISITS}\n900001,15/06/2016,District Lead,visit,completed,yes,,\n900001,15/06/2016,District Lead,visit,planned,yes,,\n900002,14/06/2016,District Lead,visit,completed,yes,,\n`)
    const outcome = await bringIn(core, file(), { kind: 'visits' })
    expect(counts(outcome)).toMatchObject({ added: 2, refusedCount: 1 })
    expect(outcome.refused).toEqual([{ line: 2, urn: '900001', reason: 'The visit is said to be completed, and 15 June 2016 is still to come. Make it planned, or correct the date.' }])
  })

  it('that stand twice in a file are two, and the same file again brings none', async () => {
    const core = coreWithSchools()
    const twice = '900001,2016-01-27,Lead,visit,completed,yes,,'
    const file = textFile([VISITS, twice, twice].join('\n'))
    expect(counts(await bringIn(core, file, { kind: 'visits' }))).toMatchObject({ added: 2 })
    expect(counts(await bringIn(core, file, { kind: 'visits' }))).toMatchObject({ added: 0, unchanged: 2 })
    const three = textFile([VISITS, twice, twice, twice].join('\n'))
    expect(counts(await bringIn(core, three, { kind: 'visits' }))).toMatchObject({ added: 1, unchanged: 2 })
    expect(rows(core, 'SELECT id FROM visits')).toHaveLength(3)
  })
})

describe('evidence, response and the reason to cancel', () => {
  const MORE = `${VISITS},Evidence,Response,Response date,Response note,Cancelled because`
  const kept = 'SELECT evidence, response, responded_on, response_note, cancelled_because FROM visits ORDER BY date'

  it('are read where the file has them, and a cancelled visit needs no reason', async () => {
    const core = coreWithSchools()
    const file = textFile([MORE, '900001,2016-01-27,Lead,visit,completed,yes,,,Report on file,Not Accurate,12/02/2016,Two dates are wrong,', '900001,2016-02-01,Lead,visit,cancelled,yes,,,,,,,School closed by snow', '900001,2016-03-01,Lead,visit,cancelled,yes,,,,,,,'].join('\n'))
    expect(counts(await bringIn(core, file, { kind: 'visits' }))).toMatchObject({ added: 3, refusedCount: 0 })
    expect(rows(core, kept)).toEqual([
      { evidence: 'Report on file', response: 'notAccurate', responded_on: '2016-02-12', response_note: 'Two dates are wrong', cancelled_because: null },
      { evidence: null, response: null, responded_on: null, response_note: null, cancelled_because: 'School closed by snow' },
      { evidence: null, response: null, responded_on: null, response_note: null, cancelled_because: null },
    ])
    expect(counts(await bringIn(core, file, { kind: 'visits' }))).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  })

  it('are added to a visit that is there, and never taken away by a file that says nothing', async () => {
    const core = coreWithSchools()
    const visit = '900001,2016-01-27,Lead,visit,completed,yes,,'
    const plain = textFile([VISITS, visit].join('\n'))
    await bringIn(core, plain, { kind: 'visits' })
    const done = await bringIn(core, textFile([MORE, `${visit},Report on file,accurate,2016-02-12,,`].join('\n')), { kind: 'visits' })
    expect(counts(done)).toMatchObject({ added: 0, changed: 1 })
    expect(done.examples[0]?.fields).toEqual([{ field: 'Evidence', before: '', after: 'Report on file' }, { field: 'Response', before: '', after: 'Accurate' }, { field: 'Response date', before: '', after: '12 February 2016' }])
    for (const again of [plain, textFile([MORE, `${visit},,,,,`].join('\n'))]) expect(counts(await bringIn(core, again, { kind: 'visits' }))).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect(rows(core, kept)).toEqual([{ evidence: 'Report on file', response: 'accurate', responded_on: '2016-02-12', response_note: null, cancelled_because: null }])
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('that cannot be read are refused by line', async () => {
    const core = coreWithSchools()
    const done = await bringIn(core, textFile([MORE, '900001,2016-01-27,Lead,visit,completed,yes,,,,perhaps,,,', '900001,2016-01-27,Lead,visit,completed,yes,,,,accurate,soon,,'].join('\n')), { kind: 'visits' })
    expect(done.refused.map(({ reason }) => reason)).toEqual(['The response "perhaps" is not one of accurate, not accurate.', 'The response date "soon" is not a date. Dates are written 2016-06-21, 21/06/2016 or 21-06-2016.'])
  })
})

const ATTENDANCE = 'Group,District,Meeting date,URN,Attended'

describe('attendance', () => {
  it('makes the group and its meetings where there are none, and one word a school', async () => {
    const core = coreWithSchools()
    const file = textFile([ATTENDANCE, 'Erdington DSG,Erdington,2015-10-01,900001,yes', 'Erdington DSG,Erdington,2015-10-01,900002,no', 'erdington dsg,Erdington,2016-02-01,900001,Yes', 'Erewash DSG,Erewash,2016-02-01,900002,yes'].join('\n'))
    const first = await bringIn(core, file, { kind: 'attendance' })
    expect(counts(first)).toMatchObject({ added: 4, refusedCount: 0 })
    expect(first.examples[1]?.fields.map(({ field, after }) => `${field}: ${after}`)).toEqual(['Group: Erdington DSG', 'Date: 1 October 2015', 'Attended: No'])
    expect(rows(core, "SELECT name, code, district FROM bodies WHERE kind = 'districtStrategyGroup' ORDER BY name")).toEqual([
      { name: 'Erdington DSG', code: 'DSG-ERD', district: 'Erdington' },
      { name: 'Erewash DSG', code: 'DSG-ERE', district: 'Erewash' },
    ])
    expect(rows(core, 'SELECT date, state FROM meetings ORDER BY date')).toHaveLength(3)
    expect(counts(await bringIn(core, file, { kind: 'attendance' }))).toMatchObject({ added: 0, changed: 0, unchanged: 4 })
    const corrected = textFile([ATTENDANCE, 'Erdington DSG,Erdington,2015-10-01,900002,yes', 'Erdington DSG,Erdington,2015-10-01,900002,no'].join('\n'))
    const done = await bringIn(core, corrected, { kind: 'attendance' })
    expect(counts(done)).toMatchObject({ changed: 1, refusedCount: 1 })
    expect(done.examples[0]?.fields).toEqual([{ field: 'Erdington DSG, 1 October 2015', before: 'No', after: 'Yes' }])
    expect(rows(core, 'SELECT id FROM meetings')).toHaveLength(3)
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('refuses a district that is not the group’s, another body, and a meeting that was cancelled', async () => {
    const core = coreWithSchools()
    await bringIn(core, textFile([ATTENDANCE, 'Erdington DSG,Erdington,2015-10-01,900001,yes'].join('\n')), { kind: 'attendance' })
    core.workspace.change('Meeting cancelled', (db) => statement(db, "UPDATE meetings SET state = 'cancelled'").run())
    const done = await bringIn(core, textFile([ATTENDANCE, 'Erdington DSG,Yardley,2016-02-01,900001,yes', 'Audit Committee,Yardley,2016-02-01,900001,yes', 'Erdington DSG,Erdington,2015-10-01,900002,yes', 'New DSG,,2016-02-01,900002,yes'].join('\n')), { kind: 'attendance' })
    expect(done.refused.map(({ reason }) => reason)).toEqual([
      'Erdington DSG is the group of Erdington, not of Yardley.',
      'Audit Committee is a body of another kind, not a District Strategy Group.',
      'The meeting of Erdington DSG on 1 October 2015 was cancelled. Correct the meeting, or this row.',
      'The district is blank, and New DSG is not known yet.',
    ])
  })
})

describe('judgements and links', () => {
  it('brings dated judgements once', async () => {
    const core = coreWithSchools()
    const file = textFile('URN,Decision date,Requires package,Reason\n900001,21/03/2016,Yes,Results\n900001,2016-05-01,no,\n')
    expect(counts(await bringIn(core, file, { kind: 'needs' }))).toMatchObject({ added: 2 })
    expect(counts(await bringIn(core, file, { kind: 'needs' }))).toMatchObject({ added: 0, unchanged: 2 })
    expect(rows(core, 'SELECT decided_on, requires_package, reason FROM need_judgements ORDER BY decided_on')).toEqual([
      { decided_on: '2016-03-21', requires_package: 1, reason: 'Results' },
      { decided_on: '2016-05-01', requires_package: 0, reason: '' },
    ])
  })

  it('lets the later of two judgements of one day stand, and a file twice bring nothing', async () => {
    const core = coreWithSchools()
    const bring = async (...words: string[]) => {
      const done = await bringIn(core, textFile(['URN,Decision date,Requires package', ...words.map((word) => `900002,2016-03-21,${word}`)].join('\n')), { kind: 'needs' })
      const requires = (await core.client.schools.get({ urn: '900002' })).requiresPackage
      return `${done.added} added, ${done.unchanged} unchanged: ${requires ? 'yes' : 'no'}`
    }
    expect(await bring('yes')).toBe('1 added, 0 unchanged: yes')
    expect(await bring('no')).toBe('1 added, 0 unchanged: no')
    expect(await bring('no')).toBe('0 added, 1 unchanged: no')
    expect(await bring('yes')).toBe('1 added, 0 unchanged: yes')
    expect(await bring('yes', 'no', 'yes')).toBe('0 added, 3 unchanged: yes')
    expect(await bring('yes', 'no')).toBe('1 added, 1 unchanged: no')
    expect(await bring('no', 'no', 'yes')).toBe('2 added, 1 unchanged: yes')
    expect(await bring('no', 'no', 'yes')).toBe('0 added, 3 unchanged: yes')
  })

  it('leads a line on through any number of records that the register does not hold', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '100020', closeDate: '2015-10-31', status: 'Closed' }, { urn: '100024', type: 'Academy converter', openDate: '2016-01-01' }])
    core.workspace.change('Visited', (db) => {
      statement(db, "INSERT INTO visits (id, school_id, date, visitor, kind, status, counts, purpose, note, recorded_at) SELECT ?, id, '2015-10-01', 'Lead', 'visit', 'completed', 1, '', '', '2015-10-01T00:00:00.000Z' FROM schools WHERE urn = '100020'").run(db.newId())
    })
    const file = textFile('URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n100022,100021,Two,Predecessor,\n100022,100023,Three,Successor,\n100024,100023,Four,Predecessor,\n100021,100020,First,Predecessor,\n100031,100030,Elsewhere,Predecessor,\n')
    expect(counts(await bringIn(core, file, { kind: 'links' }))).toMatchObject({ added: 4, ignored: 1 })
    expect((await core.client.schools.get({ urn: '100024' })).lastVisit).toBe('2015-10-01')
    expect(counts(await bringIn(core, file, { kind: 'links' }))).toMatchObject({ added: 0, unchanged: 4, ignored: 1 })
  })

  it('keeps links whose one end is in the register, so that a line runs on through a record that is not', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '100020', closeDate: '2015-10-31', status: 'Closed' }, { urn: '100022', type: 'Academy converter', openDate: '2016-01-01' }])
    core.workspace.change('Visited', (db) => {
      statement(db, "INSERT INTO visits (id, school_id, date, visitor, kind, status, counts, purpose, note, recorded_at) SELECT ?, id, '2015-10-01', 'Lead', 'visit', 'completed', 1, '', '', '2015-10-01T00:00:00.000Z' FROM schools WHERE urn = '100020'").run(db.newId())
    })
    const file = textFile('URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n100022,100021,Between,Predecessor,\n100021,100020,First,Predecessor,\n100031,100030,Elsewhere,Predecessor,\n')
    const done = await bringIn(core, file, { kind: 'links' })
    expect(counts(done)).toMatchObject({ added: 2, ignored: 1 })
    expect(done.examples.map(({ urn, name }) => [urn, name])).toEqual([['100022', 'School 100022'], ['100021', 'Not in the register']])
    expect((await core.client.figures.list({})).find(({ id, group }) => id === 'visited' && group === 'academy')).toMatchObject({ numeratorUrns: ['100022'], denominatorUrns: ['100022'] })
    expect((await core.client.schools.list({ filter: { visited: true, open: true } })).rows.map(({ urn }) => urn)).toEqual(['100022'])
    const page = await core.client.schools.get({ urn: '100022' })
    expect(page).toMatchObject({ lastVisit: '2015-10-01', line: [{ urn: '100021', name: null, relation: 'predecessor' }] })
    expect(counts(await bringIn(core, file, { kind: 'links' }))).toMatchObject({ added: 0, unchanged: 2, ignored: 1 })
  })

  it('takes a link once, and its date as a later file has it', async () => {
    const core = coreWithSchools()
    const head = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate'
    const file = textFile([head, '900002,900001,Ashfold Primary,Predecessor,01-09-2015', '900002,900001,Ashfold Primary,Predecessor,02-09-2015', '800002,800001,Elsewhere,Predecessor,', '900001,900002,Barlow Academy,Successor,soon'].join('\n'))
    const done = await bringIn(core, file, { kind: 'links' })
    expect(counts(done)).toMatchObject({ rows: 4, added: 1, ignored: 1, refusedCount: 2 })
    expect(done.examples.map(({ fields }) => fields)).toEqual([
      [{ field: 'Kind of link', before: '', after: 'Predecessor' }, { field: 'Linked school', before: '', after: 'Ashfold Primary (900001)' }, { field: 'Date', before: '', after: '1 September 2015' }],
    ])
    const dated = await bringIn(core, textFile([head, '900002,900001,Ashfold Primary,Predecessor,31-08-2015'].join('\n')), { kind: 'links' })
    expect(counts(dated)).toMatchObject({ changed: 1 })
    expect(dated.examples[0]?.fields).toEqual([{ field: 'Predecessor, Ashfold Primary (900001): date', before: '1 September 2015', after: '31 August 2015' }])
    expect(rows(core, 'SELECT urn, link_urn, type, established_on FROM school_links')).toEqual([{ urn: '900002', link_urn: '900001', type: 'Predecessor', established_on: '2015-08-31' }])
  })

  it('are counted from the first reading of their file, which looks for the lines of schools', async () => {
    const core = coreWithSchools()
    const text = ['URN,LinkURN,LinkName,LinkType,LinkEstablishedDate', ...Array.from({ length: 5_000 }, (_, at) => `${800_000 + at},${700_000 + at},Elsewhere,Predecessor,`)].join('\n')
    const told = new Map<string, number>()
    for await (const step of await core.client.imports.preview({ kind: 'links', file: textFile(text) })) if (step.step === 'progress') told.set(step.words, Math.max(step.done, told.get(step.words) ?? 0))
    expect(told.get('Looking for the lines of schools')).toBeGreaterThan(0)
  })
})

import { describe, expect, it } from 'vitest'
import type { ColumnMatch } from '../../api/imports.ts'
import { statement, verify } from '../../database/index.ts'
import { day, workbookOf } from '../../imports/testing/workbooks.ts'
import { addSchools, testCore, type TestCore } from '../../testing.ts'
import { bringIn, counts, preview, textFile } from './testing.ts'

function coreWithSchools(): TestCore {
  const core = testCore()
  addSchools(core.workspace, [{ urn: '900001', name: 'Ashfold Primary' }, { urn: '900002', name: 'Barlow Academy' }])
  return core
}

const LOG = ['School ref,School,Who went,When,,When,Note', '900001,Ashfold,District Lead,27/01/2016,x,,"Autumn data, two classes"', '900002,Barlow,Adviser,2016-02-03,y,,']
const log = () => textFile(LOG.join('\n'), 'log.csv')
const MATCH: ColumnMatch = { urn: { column: 'School ref' }, date: { column: 'When' }, visitor: { column: 'Who went' }, kind: { value: 'visit' }, status: { value: 'completed' }, counts: { value: 'yes' }, purpose: { column: 'Note' } }
const asked = { kind: 'visits', columns: MATCH } as const
const visits = ({ workspace }: TestCore) => statement(workspace.read, 'SELECT date, visitor, kind, status, counts, purpose, note FROM visits ORDER BY date').all()

describe('the columns of a file', () => {
  it('are named apart, sampled, and matched as they most likely are', async () => {
    const { client } = coreWithSchools()
    const answer = await client.imports.columns({ kind: 'visits', file: log() })
    expect(answer.columns).toEqual([
      { name: 'School ref', samples: ['900001', '900002'] },
      { name: 'School', samples: ['Ashfold', 'Barlow'] },
      { name: 'Who went', samples: ['District Lead', 'Adviser'] },
      { name: 'When', samples: ['27/01/2016', '2016-02-03'] },
      { name: 'No heading', samples: ['x', 'y'] },
      { name: 'When (2)', samples: [] },
      { name: 'Note', samples: ['Autumn data, two classes'] },
    ])
    expect(answer.byName).toEqual({ note: { column: 'Note' } })
    expect(answer.proposed).toEqual({ urn: { column: 'School ref' }, date: { column: 'When' }, visitor: { column: 'Who went' }, kind: { value: 'visit' }, status: { value: 'completed' }, counts: { value: 'yes' }, note: { column: 'Note' } })
    expect(answer.fields.filter(({ needed }) => needed).map(({ label, same }) => [label, same])).toEqual([['URN', 'no'], ['Date', 'date'], ['Visitor', 'text'], ['Kind', 'choice'], ['Status', 'choice'], ['Counts', 'choice']])
  })

  const guesses: readonly [kind: 'register' | 'attendance' | 'needs' | 'districts', lines: string[], match: ColumnMatch][] = [
    ['attendance', ['DSG,Area,Held on,School number,Present', 'Yardley DSG,Yardley,12/05/2016,900001,Y'], { urn: { column: 'School number' }, group: { column: 'DSG' }, district: { column: 'Area' }, date: { column: 'Held on' }, attended: { column: 'Present' } }],
    ['needs', ['Unique reference number,Judged on,Support needed,Why', '900001,12/05/2016,no,Results'], { urn: { column: 'Unique reference number' }, date: { column: 'Judged on' }, requires: { column: 'Support needed' }, reason: { column: 'Why' } }],
    ['districts', ['Ref,Area', '900001,Yardley'], { urn: { column: 'Ref' }, district: { column: 'Area' } }],
    ['register', ['School code,School,Opened', '900001,Ashfold,01/09/2010'], { urn: { column: 'School code' }, name: { column: 'School' } }],
  ]
  it.each(guesses)('are guessed for %s by name and by value', async (kind, lines, match) => {
    const { client } = coreWithSchools()
    expect((await client.imports.columns({ kind, file: textFile(lines.join('\n')) })).proposed).toMatchObject(match)
  })

  it('of dates are not taken for what a file need not have', async () => {
    const { client } = coreWithSchools()
    const file = textFile('URN,School,When,Where\n900001,Ashfold,01/09/2010,B1\n')
    expect((await client.imports.columns({ kind: 'register', file })).proposed).toEqual({ urn: { column: 'URN' }, name: { column: 'School' } })
  })

  it('of the register’s own links file are not matched by hand', async () => {
    const { client } = coreWithSchools()
    await expect(client.imports.columns({ kind: 'links', file: log() })).rejects.toThrow('are not matched by hand')
  })
})

describe('a match of columns', () => {
  it('brings in what it says, one value for every row where it says so', async () => {
    const core = coreWithSchools()
    await expect(preview(core, log(), { kind: 'visits' })).rejects.toThrow('has no column named URN')
    const done = await bringIn(core, log(), asked)
    expect(counts(done)).toMatchObject({ rows: 2, added: 2, refusedCount: 0 })
    expect([done.columns, done.matchedOn]).toEqual([MATCH, null])
    // Purpose was matched to the column Note, so the column Note is not taken for the note as well.
    expect(visits(core)[0]).toEqual({ date: '2016-01-27', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: 1, purpose: 'Autumn data, two classes', note: '' })
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('is remembered for the same headings, in any order, file and case, and forgotten when its import is undone', async () => {
    const core = coreWithSchools()
    const done = await bringIn(core, log(), asked)
    const next = await workbookOf({ Log: [['WHEN', 'note', 'Who Went', '', 'School', 'school ref', 'When '], [day('2016-03-01'), 'Data', 'Adviser', 'z', 'Ashfold', 900001, null]] })
    const shown = await preview(core, next, { kind: 'visits' })
    expect(shown).toMatchObject({ added: 1, matchedOn: '2016-06-14', columns: MATCH })
    expect((await core.client.imports.columns({ kind: 'visits', file: next })).matchedOn).toBe('2016-06-14')
    await core.client.history.undo({ transactionId: done.transactionId ?? '' })
    await expect(preview(core, next, { kind: 'visits' })).rejects.toThrow('has no column named')
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('of a later day stands beside the earlier one, so that either import can be undone', async () => {
    const core = coreWithSchools()
    const first = await bringIn(core, log(), asked)
    const other = textFile([LOG[0] ?? '', '900001,Ashfold,Lead,05/05/2016,x,,Words'].join('\n'))
    await bringIn(core, other, { kind: 'visits', columns: { ...MATCH, kind: { value: 'telephone' } } })
    await bringIn(core, log(), { kind: 'visits' })
    await core.client.history.undo({ transactionId: first.transactionId ?? '' })
    expect((await preview(core, log(), { kind: 'visits' })).columns).toMatchObject({ kind: { value: 'telephone' } })
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('is sealed: what one match’s preview showed is not applied by another', async () => {
    const core = coreWithSchools()
    const { digest } = await preview(core, log(), asked)
    const applied = async () => {
      for await (const step of await core.client.imports.apply({ kind: 'visits', file: log(), digest, columns: { ...MATCH, note: { column: 'School' } } })) expect(step.step).toBe('progress')
    }
    await expect(applied()).rejects.toThrow('has changed since this preview')
    expect(statement(core.workspace.read, 'SELECT id FROM import_mappings').all()).toEqual([])
  })

  it.each<[what: string, columns: ColumnMatch, sentence: string]>([
    ['leaves out what is needed', { urn: { column: 'School ref' } }, 'No column is matched to Date, Visitor, Kind, Status, Counts.'],
    ['names a column that is not there', { ...MATCH, date: { column: 'Day' } }, 'This file has no column “Day”.'],
    ['names a field that is not there', { ...MATCH, colour: { column: 'When' } }, '“colour” is not a field of this kind of import.'],
    ['gives every row one school', { ...MATCH, urn: { value: '900001' } }, 'URN is not the same in every row'],
  ])('is refused where it %s', async (_what, columns, sentence) => {
    const core = coreWithSchools()
    await expect(preview(core, log(), { kind: 'visits', columns })).rejects.toThrow(sentence)
  })

  it('holds for a register that comes before its time, too', async () => {
    const core = testCore()
    const columns: ColumnMatch = { urn: { column: 'Ref' }, name: { column: 'Called' }, status: { value: 'Open' } }
    await bringIn(core, textFile('Ref,Called\n900001,Later name\n', 'r 2016-06-01.csv'), { columns })
    await bringIn(core, textFile('URN,EstablishmentName\n900001,Earlier name\n', 'r 2016-01-01.csv'))
    expect(await core.client.schools.get({ urn: '900001' })).toMatchObject({ name: 'Later name', status: 'Open', registerDate: '2016-06-01' })
  })
})

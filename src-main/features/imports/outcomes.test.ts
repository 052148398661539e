import { describe, expect, it } from 'vitest'
import { statement, verify } from '../../database/index.ts'
import { testCore, type TestCore } from '../../testing.ts'
import { workbookOf } from '../../imports/testing/workbooks.ts'
import { bringIn, counts, preview, textFile } from './testing.ts'

const HEAD =
  ',Web Link,URN,School name,Ungraded inspection overall outcome,Date of latest ungraded inspection,URN at time of the ungraded inspection,Inspection start date,Overall effectiveness,URN at time of latest graded inspection,Publication date,Previous inspection start date,Previous graded inspection overall effectiveness,URN at time of previous graded inspection'
const OUTCOMES = { kind: 'outcomes' } as const

function ofsted(rows: readonly string[], name = 'ofsted 2023-08-31.csv'): File {
  // U+0096 stands where a dash stood before Excel and pandas had the file.
  return textFile([HEAD.replace('School name', 'School name \u0096 short'), ...rows].join('\n'), name)
}

/** The same as a workbook. */
function ofstedWorkbook(rows: readonly string[], name: string): Promise<File> {
  return workbookOf({ Cover: [['Inspections']], Latest: [HEAD, ...rows].map((row) => row.split(',')) }, name)
}

async function coreWithSchools(): Promise<TestCore> {
  const core = testCore('2024-01-01')
  await bringIn(core, textFile('URN,EstablishmentName,OfstedLastInsp,OfstedRating (name)\n103120,Ashfold,05-03-2019,Good\n103121,Barlow,,\n137492,Barlow Academy,,\n', 'a 2022-01-01.csv'))
  return core
}

function outcomes({ workspace }: TestCore) {
  const rows = statement<{ urn: string; value: string; from: string; to: string | null }>(
    workspace.read,
    "SELECT s.urn, f.value, f.valid_from AS 'from', f.valid_to AS 'to' FROM school_facts f JOIN schools s ON s.id = f.school_id WHERE f.fact = 'outcome' ORDER BY 1, 3",
  ).all()
  return rows.map(({ urn, value, from, to }) => `${urn} ${value} ${from} ${to ?? ''}`.trim())
}

const ASHFOLD = '1402,http://x,103120.0,Ashfold,School remains Good (Improving) - S5 Next,05/03/2019,103120.0,21/01/2015,2.0,103120.0,24/02/2015,21/03/2012,9.0,103120.0'
const ACADEMY = '1403,http://x,137492.0,Barlow Academy,,,,10/05/2022,1.0,137492.0,01/06/2022,13/06/2016,4.0,103121.0'

describe('Ofsted’s management information', () => {
  it('dates each outcome by its inspection, at the record that was inspected, and is undone as a whole', async () => {
    const core = await coreWithSchools()
    const shown = await preview(core, ofsted([ASHFOLD, ACADEMY]), OUTCOMES)
    expect(counts(shown)).toMatchObject({ rows: 2, changed: 2, refusedCount: 0 })
    expect(shown.examples.map(({ urn, fields }) => [urn, fields])).toEqual([
      ['103120', [{ field: 'Ofsted, 21 January 2015', before: '', after: 'Good' }]],
      [
        '137492',
        [
          { field: 'Ofsted, 10 May 2022', before: '', after: 'Outstanding' },
          { field: 'URN 103121: Ofsted, 13 June 2016', before: '', after: 'Inadequate' },
        ],
      ],
    ])
    expect(outcomes(core)).toEqual(['103120 Good 2019-03-05'])
    const done = await bringIn(core, ofsted([ASHFOLD, ACADEMY]), OUTCOMES)
    expect(done).toMatchObject({ applied: true, fileDate: '2023-08-31', encoding: 'UTF-8' })
    expect(outcomes(core)).toEqual(['103120 Good 2015-01-21 2019-03-04', '103120 Good 2019-03-05', '103121 Inadequate 2016-06-13', '137492 Outstanding 2022-05-10'])
    expect(await bringIn(core, ofsted([ASHFOLD, ACADEMY]), OUTCOMES)).toMatchObject({ changed: 0, unchanged: 2, transactionId: null })
    expect(await core.client.schools.get({ urn: '137492' })).toMatchObject({ ofstedRating: 'Outstanding', ofstedDate: '2022-05-10' })
    const [newest] = await core.client.imports.list()
    expect(newest).toMatchObject({ kind: 'outcomes', changed: 2 })
    await core.client.imports.undo({ id: newest?.id ?? '' })
    expect(outcomes(core)).toEqual(['103120 Good 2019-03-05'])
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('says nothing with 9, leaves out schools of elsewhere, and refuses what it cannot read by its line', async () => {
    const core = await coreWithSchools()
    const rows = [
      ASHFOLD.replace('2.0,103120.0,24', '9.0,103120.0,24').replace('School remains Good (Improving) - S5 Next', ''),
      '1,x,100001.0,Elsewhere,,,,10/05/2022,1.0,100001.0,01/06/2022,,,',
      ACADEMY.replace(',1.0,', ',7,'),
      ACADEMY.replace('137492.0,Barlow', '13749.0,Barlow'),
      ASHFOLD,
      '2,x,103121.0,Barlow,,,,10/05/2021,3.0,100001.0,01/06/2021,,,',
    ]
    const done = await bringIn(core, ofsted(rows), OUTCOMES)
    expect(counts(done)).toMatchObject({ rows: 6, changed: 0, unchanged: 2, ignored: 1, refusedCount: 3 })
    expect(done.refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '4 The overall effectiveness "7" is not one of 1 to 4, or 9 for none.',
      '5 The URN "13749" is not six digits.',
      '6 URN 103120 stands on line 2 already. Only its first row is taken.',
    ])
    expect(done.notes).toEqual(['1 inspection is of a record that this register does not hold, and is left out.'])
  })

  it('gives way about one inspection to a later file, of either kind, in either order', async () => {
    const register = textFile('URN,EstablishmentName,OfstedLastInsp,OfstedRating (name)\n103120,Ashfold,21-01-2015,Outstanding\n', 'b 2024-01-01.csv')
    const orders = [[register, ofsted([ASHFOLD])], [ofsted([ASHFOLD]), register]]
    for (const order of orders) {
      const core = await coreWithSchools()
      for (const file of order) await bringIn(core, file, file.name.startsWith('ofsted') ? OUTCOMES : {})
      expect(outcomes(core)).toEqual(['103120 Outstanding 2015-01-21 2019-03-04', '103120 Good 2019-03-05'])
    }
  })

  it('is dated by its latest publication where nothing else says its day, and refused without its columns', async () => {
    const core = await coreWithSchools()
    expect(await preview(core, ofsted([ASHFOLD, ACADEMY], 'ofsted.csv'), OUTCOMES)).toMatchObject({ fileDate: '2022-06-01', fileDateFrom: 'the latest publication date in the file' })
    await expect(preview(core, textFile('URN,Name\n103120,Ashfold\n'), OUTCOMES)).rejects.toThrow('no column named Inspection start date, Overall effectiveness')
  })

  it('lets earlier files in after a later workbook, whose word about an inspection stands', async () => {
    const core = await coreWithSchools()
    await bringIn(core, await ofstedWorkbook([ASHFOLD, ACADEMY], 'ofsted 2023-08-31.xlsx'), OUTCOMES)
    const after = outcomes(core)
    const earlier = await bringIn(core, ofsted([ACADEMY.replace('10/05/2022,1.0', '10/05/2022,3.0').replace('01/06/2022', '20/05/2022')], 'ofsted 2022-05-31.csv'), { ...OUTCOMES, date: '2022-05-31' })
    expect(earlier.refused).toEqual([])
    expect(outcomes(core)).toEqual(after)
    await bringIn(core, textFile('URN,EstablishmentName,Town\n103120,Ashfold,Birmingham\n', 'a 2021-01-01.csv'))
    expect(outcomes(core)).toEqual(after)
  })
})

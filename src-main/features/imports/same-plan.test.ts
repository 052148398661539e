import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'
import { day, workbookOf, type TestCell } from '../../imports/testing/workbooks.ts'
import { preview } from './testing.ts'

const WORDS = { visitor: ['District Lead', 'Adviser', 'St Mary’s link', 'Über, "lead"', ''], kind: ['visit', 'Telephone', 'tea'], status: ['completed', 'planned'] }
const HEADINGS = ['URN', 'Date', 'Visitor', 'Kind', 'Status', 'Counts', 'Purpose'] as const

const anyDay = fc.integer({ min: 0, max: 500 }).map((days) => new Date(Date.UTC(2015, 8, 1 + days)))
const anyRow = fc.record({
  URN: fc.constantFrom<TestCell>(900001, 900002, '900001', 900009, 12, 'None'),
  Date: fc.oneof(anyDay, anyDay.map((date) => date.toISOString().slice(0, 10)), fc.constantFrom<TestCell>('31/02/2016', 'soon')),
  Visitor: fc.constantFrom<TestCell>(...WORDS.visitor),
  Kind: fc.constantFrom<TestCell>(...WORDS.kind),
  Status: fc.constantFrom<TestCell>(...WORDS.status),
  Counts: fc.constantFrom<TestCell>(true, false, 'yes', 'No', 'perhaps'),
  Purpose: fc.constantFrom<TestCell>('', 'Two\nlines', '1.0E5', '=SUM(A1)', 103120),
})

/** The same cell as a spreadsheet program saves it to CSV. */
function csvCell(cell: TestCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

function csvOf(rows: readonly (readonly TestCell[])[], delimiter: string, lineEnd: string): string {
  const quoted = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map((cell) => quoted(csvCell(cell))).join(delimiter)).join(lineEnd)
}

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with BOM': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 LE': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'Windows-1252': (text) => Buffer.from([...text].map((letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)))),
}

describe('a table', () => {
  it('gives the same plan as CSV, in any encoding, delimiter and order of columns, and as a workbook', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '900001' }, { urn: '900002' }])
    const shuffled = fc.shuffledSubarray([...HEADINGS], { minLength: HEADINGS.length })
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 12 }), shuffled, shuffled, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.constantFrom(...Object.keys(ENCODINGS)), async (rows, order, other, delimiter, lineEnd, encoding) => {
        const table = (headings: readonly (typeof HEADINGS)[number][]) => [[...headings], ...rows.map((row) => headings.map((heading) => row[heading]))]
        const csv = ENCODINGS[encoding]?.(csvOf(table(order), delimiter, lineEnd)) ?? new Uint8Array()
        const asCsv = await preview(core, new File([new Uint8Array(csv)], 'visits.csv'), { kind: 'visits' })
        const asWorkbook = await preview(core, await workbookOf({ Visits: table(other) }), { kind: 'visits' })
        const planOf = ({ rows: read, added, unchanged, refusedCount, refused, examples }: typeof asCsv) => ({
          read, added, unchanged, refusedCount,
          // A cell of two lines moves the lines beneath it in a CSV file, not in a sheet.
          refused: refused.map(({ urn, reason }) => [urn, reason]),
          examples: examples.map(({ line: _line, ...example }) => example),
        })
        expect(planOf(asWorkbook)).toEqual(planOf(asCsv))
        expect(asCsv.encoding).toBe(/[’Ü]/.test(csvOf(table(order), ',', '')) || encoding !== 'Windows-1252' ? encoding : 'UTF-8')
      }),
      { numRuns: 150 },
    )
  })

  it('is sealed with its sheet: what one sheet’s preview showed is not applied to another', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '900001' }])
    const rows = [['URN', 'Decision date', 'Requires package'], [900001, day('2016-06-03'), true]] as const
    const file = await workbookOf({ One: rows, Two: rows })
    const { digest, sheets } = await preview(core, file, { kind: 'needs' })
    expect(sheets).toEqual(['One', 'Two'])
    const applied = async () => {
      for await (const step of await core.client.imports.apply({ kind: 'needs', file, digest, sheet: 'Two' })) expect(step.step).toBe('progress')
    }
    await expect(applied()).rejects.toThrow('has changed since this preview')
    expect((await preview(core, file, { kind: 'needs', sheet: 'Two' })).sheet).toBe('Two')
  })

  it('of a register comes in any order of vintages, as a workbook too', async () => {
    const register = (name: string, pupils: number) => [['URN', 'EstablishmentName', 'NumberOfPupils', 'OpenDate'], [900001, name, pupils, day('2010-09-01')]] as const
    const early = () => workbookOf({ Register: register('Ashfold', 100) }, 'register 2016-01-01.xlsx')
    const late = () => workbookOf({ Cover: [['Register']], Register: register('Ashfold Primary', 120) }, 'register 2016-06-01.xlsx')
    const after = async (files: readonly File[]) => {
      const core = testCore()
      for (const file of files) {
        const { digest } = await preview(core, file)
        for await (const step of await core.client.imports.apply({ kind: 'register', file, digest })) expect(step).toBeDefined()
      }
      const { name, pupils, registerDate } = await core.client.schools.get({ urn: '900001' })
      return { name, pupils, registerDate }
    }
    const expected = { name: 'Ashfold Primary', pupils: 120, registerDate: '2016-06-01' }
    expect(await after([await early(), await late()])).toEqual(expected)
    expect(await after([await late(), await early()])).toEqual(expected)
  })

  it('of thousands of rows is read as a workbook', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '900001' }])
    const rows = Array.from({ length: 20_000 }, (_, at) => [900001, day('2016-06-03'), `Visitor ${at * 7919}`, 'visit', 'completed', true, `Purpose ${at}`])
    const shown = await preview(core, await workbookOf({ Visits: [[...HEADINGS], ...rows] }), { kind: 'visits' })
    expect(shown).toMatchObject({ rows: 20_000, added: 20_000 })
  })
})

import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { openTable } from './table-file.ts'
import { day, rawWorkbook, workbookOf, zipOf } from './testing/workbooks.ts'
import { StoredNumber, cellText } from './workbook-cells.ts'
import { readTable } from './workbook-table.ts'

async function rowsOf(file: File, sheet?: string) {
  const table = await openTable(file, sheet)
  const rows = []
  for await (const batch of table.batches()) rows.push(...batch.rows)
  return { ...table, rows }
}

const bytesFile = (bytes: Uint8Array, name = 'visits.xlsx') => new File([new Uint8Array(bytes)], name)

describe('a workbook', () => {
  it('gives dates as civil dates, numbers in plain digits, and text as text', async () => {
    const { headings, rows, encoding, sheets } = await rowsOf(await workbookOf({ Visits: [['URN', 'Date', 'Number', 'Went', 'Note'], [103120, day('2016-06-03'), 3_302_001.5, true, ' 0103 '], [103121, day('2016-02-29'), 0.1 + 0.2, false, '1.0E5']] }))
    expect(headings).toEqual(['URN', 'Date', 'Number', 'Went', 'Note'])
    expect(rows).toEqual([
      { line: 2, cells: ['103120', '2016-06-03', '3302001.5', 'yes', ' 0103 '], fault: null },
      { line: 3, cells: ['103121', '2016-02-29', '0.3', 'no', '1.0E5'], fault: null },
    ])
    expect([encoding, sheets]).toEqual(['Excel workbook, sheet “Visits”', ['Visits']])
  })

  it('takes the first sheet that has rows, or the one that is asked for', async () => {
    const file = await workbookOf({ 'Read me': [['Visits of the autumn']], Visits: [['URN', 'Date'], [103120, day('2016-06-03')]], More: [['URN', 'Date'], [103121, day('2016-06-04')]] })
    expect(await rowsOf(file)).toMatchObject({ sheet: 'Visits', sheets: ['Visits', 'More'], rows: [{ cells: ['103120', '2016-06-03'] }] })
    expect(await rowsOf(file, 'More')).toMatchObject({ sheet: 'More', rows: [{ cells: ['103121', '2016-06-04'] }] })
    await expect(rowsOf(file, 'Less')).rejects.toThrow('has no sheet “Less” with rows. It has “Visits”, “More”')
  })

  it('passes over a title above the table, and over rows with nothing in them', async () => {
    const { headings, rows } = await rowsOf(await workbookOf({ Visits: [['Visits 2016', null], [], ['URN', 'Date'], [null, null], [103120, null], [], [103121, day('2016-06-03')]] }))
    expect(headings).toEqual(['URN', 'Date'])
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([[5, '103120', ''], [7, '103121', '2016-06-03']])
  })

  it('gives a formula as the value that was stored with it, and an error as nothing', async () => {
    const file = rawWorkbook('<row r="1"><c r="A1" t="inlineStr"><is><t>URN</t></is></c><c r="B1" t="inlineStr"><is><t>Note</t></is></c></row><row r="2"><c r="A2"><f>103119+1</f><v>103120</v></c><c r="B2" t="str"><f>A2&amp;"x"</f><v>103120x</v></c></row><row r="3"><c r="A3"><v>1.03121E5</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')
    expect((await rowsOf(file)).rows.map(({ cells }) => cells)).toEqual([['103120', '103120x'], ['103121', '']])
  })

  it('is read again from the packed bytes that an import keeps', async () => {
    const file = await workbookOf({ Visits: [['URN', 'Date'], [103120, day('2016-06-03')]] })
    const kept = bytesFile(gzipSync(new Uint8Array(await file.arrayBuffer())))
    expect((await rowsOf(kept)).rows).toEqual((await rowsOf(file)).rows)
  })
})

describe('a file that is no workbook is refused with a sentence:', () => {
  const compound = (inside: string) => bytesFile(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le'), Buffer.alloc(100)]))
  const spaces = Buffer.alloc(201_000_000, ' ')
  const cases: readonly [what: string, file: () => File | Promise<File>, sentence: RegExp][] = [
    ['one locked with a password', () => compound('EncryptedPackage'), /locked with a password.*save it without a password/],
    ['an old workbook', () => compound('Workbook'), /older Excel or Word \(\.xls, \.doc\).*\.xlsx/],
    ['a Word document', () => bytesFile(zipOf({ 'word/document.xml': '<w/>' })), /not an Excel workbook, whatever its name says/],
    ['a zip that is cut short', () => bytesFile(zipOf({ 'xl/workbook.xml': '<workbook/>' }).subarray(0, 60)), /damaged or cut short/],
    ['a workbook without its sheets', () => bytesFile(zipOf({ 'xl/workbook.xml': '<workbook/>' })), /damaged or cut short/],
    ['no sheet with rows', () => workbookOf({ One: [['URN', 'Date']], Two: [] }), /No sheet of this workbook has a heading line with rows/],
    ['more than 200 MB', () => rawWorkbook('', { 'xl/media.xml': spaces }), /unpacks to more than 200 MB/],
    ['more than it says', () => bytesFile(zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/a.xml': spaces }, { 'xl/a.xml': 10 })), /damaged or cut short|unpacks to more than/],
    ['a row beyond the last', () => rawWorkbook('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), /more than 1,048,576 rows/],
    ['a billionth row without a number of its own', () => rawWorkbook('<row><c r="A999999999"><v>1</v></c></row>'), /more than 1,048,576 rows/],
    ['a column beyond the last', () => rawWorkbook('<row r="1"><c r="XFEA1"><v>1</v></c></row>'), /damaged or cut short/],
    ['rows out of order', () => rawWorkbook('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'), /damaged or cut short/],
  ]
  it.each(cases)('%s', async (_what, file, sentence) => {
    const given = await file()
    await expect(openTable(given)).rejects.toSatisfy((error) => error instanceof Refusal && sentence.test(error.message) && /Nothing was changed/.test(error.message))
  })

  it('any damage at all', async () => {
    const whole = new Uint8Array(await (await workbookOf({ Visits: [['URN', 'Date'], [103120, day('2016-06-03')], [103121, 'soon']] })).arrayBuffer())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }), fc.option(fc.nat(whole.length)), async (spoilt, cut) => {
        const bytes = new Uint8Array(whole)
        for (const [at, byte] of spoilt) bytes[at] = byte
        try {
          await readTable(Buffer.from(cut === null ? bytes : bytes.subarray(0, cut)))
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a stored number', () => {
  it.each([
    ['103120', '103120'],
    ['103120.0', '103120'],
    ['1.0312E5', '103120'],
    ['3.302001E6', '3302001'],
    ['-12', '-12'],
    ['0.1', '0.1'],
    ['12.340000000000001', '12.34'],
    ['1.0000000000000001E-7', '0.0000001'],
    ['12345678901234567890', '12345678901234567890'],
    ['1E21', '1000000000000000000000'],
  ])('%s reads %s', (stored, text) => {
    expect(cellText(new StoredNumber(stored))).toBe(text)
  })

  it('that is a whole number never has a point or an exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (whole) => {
        expect(cellText(new StoredNumber(whole.toExponential()))).toBe(String(whole))
      }),
    )
  })

  it('that is a moment is its day, or its time where it has no day', () => {
    expect([new Date('2016-06-03T13:45:00Z'), new Date('1899-12-30T09:30:00Z'), new Date(NaN)].map(cellText)).toEqual(['2016-06-03', '09:30', ''])
  })
})

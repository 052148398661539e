import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportTable } from '../../api/exports.ts'
import { asTyped } from '../../domain/formula-text.ts'
import { openCsv } from '../../imports/rows.ts'
import { csvOf } from '../../sheets/csv.ts'
import { testCore } from '../../testing.ts'

const HOSTILE = ['=1+1', '+44 121 496 0000', '-5', '@SUM(A1)', '\t=1', "'=cmd|'/c calc'!A1", 'He said "no", twice', 'two\nlines', 'constructor', '__proto__', '<f>1+1</f>', ' = 1', 'Ｏlｄ ＝1']

const schools: ExportTable = {
  title: 'Schools: open/closed?',
  note: 'As at 21 June 2016.\nMaintained schools not visited.',
  columns: [
    { heading: 'School', kind: 'text' },
    { heading: 'URN', kind: 'code' },
    { heading: 'Pupils', kind: 'number' },
    { heading: 'Opened', kind: 'date' },
    { heading: 'Visited', kind: 'percent' },
  ],
  rows: [
    ['Beacon Rise Primary', '900001', 1234, '2010-09-01', 87],
    ['King Edward’s', '900002', null, '1552-01-02', null],
    ['=HYPERLINK("http://x")', '900003', 0.5, 'Not recorded', 12.5],
  ],
  exempt: false,
}

async function exported(table: ExportTable, format: 'csv' | 'xlsx' | 'docx'): Promise<{ name: string; type: string; bytes: Buffer }> {
  const file = await testCore().client.exports.table({ ...table, format })
  return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) }
}

const oneColumn = (texts: readonly string[]): ExportTable => ({ ...schools, columns: [{ heading: 'Note', kind: 'text' }], rows: texts.map((text) => [text]) })

describe('a list as CSV', () => {
  it('has its mark, quoted texts, bare numbers, civil dates and Windows line ends', async () => {
    const { name, bytes } = await exported(schools, 'csv')
    expect(name).toBe('Schools open closed.csv')
    expect(bytes.toString('utf8')).toBe(
      [
        '\uFEFF"School","URN","Pupils","Opened","Visited"',
        '"Beacon Rise Primary",900001,1234,"2010-09-01",87%',
        '"King Edward’s",900002,,"1552-01-02",',
        '"\'=HYPERLINK(""http://x"")",900003,0.5,"Not recorded",12.5%',
        '',
      ].join('\r\n'),
    )
  })

  it('starts no formula, and reads back as it was', () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^'{0,2}[=+\-@\t\r]\w{0,3}$/))
    fc.assert(
      fc.property(fc.array(text.filter((one) => one !== ''), { minLength: 1, maxLength: 12 }), (texts) => {
        const read: string[][] = parse(Buffer.from(csvOf(oneColumn(texts))), { bom: true, record_delimiter: '\r\n' })
        const cells = read.slice(1).map(([cell = '']) => cell)
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect(cells.map(asTyped)).toEqual(texts)
      }),
      { numRuns: 500 },
    )
  })

  it('is read by the importer as it was typed', async () => {
    const { bytes } = await exported({ ...oneColumn([]), columns: [{ heading: 'A', kind: 'text' }, { heading: 'B', kind: 'text' }], rows: HOSTILE.map((text) => [text, 'x']) }, 'csv')
    const read: string[] = []
    for await (const { rows } of (await openCsv(new File([new Uint8Array(bytes)], 'list.csv'))).batches()) read.push(...rows.map(({ cells }) => cells[0] ?? ''))
    expect(read).toEqual(HOSTILE)
    expect(HOSTILE.map(asTyped)).not.toEqual(HOSTILE)
  })
})

describe('a list as an Excel workbook', () => {
  it('holds true numbers and dates under a bold heading that stays, and says on a second sheet what it is', async () => {
    const { name, bytes } = await exported({ ...schools, exempt: true }, 'xlsx')
    expect(name).toBe('Schools open closed (not for publication).xlsx')
    expect(await readSheet(bytes, 'Schools open closed')).toEqual([
      ['School', 'URN', 'Pupils', 'Opened', 'Visited'],
      ['Beacon Rise Primary', 900001, 1234, new Date('2010-09-01T00:00:00Z'), 0.87],
      ['King Edward’s', 900002, null, '2 January 1552', null],
      ['=HYPERLINK("http://x")', 900003, 0.5, 'Not recorded', 0.125],
    ])
    const about = (await readSheet(bytes, 'About')).map((row) => row.join(': '))
    expect(about).toEqual([
      'List: Schools: open/closed?',
      'Publication: Not for publication: this list is likely to hold exempt information (Schedule 12A of the Local Government Act 1972).',
      'About: As at 21 June 2016.',
      expect.stringContaining('Maintained schools not visited.'),
      'Rows: 3',
      'Written: 14 June 2016',
    ])
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('ySplit="1"')
    expect(sheet).toContain('state="frozen"')
    expect(strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())).toContain('<b/>')
  })

  it('keeps a code that a number could not hold as text, and leaves a cell empty where nothing is recorded', async () => {
    const columns: ExportTable['columns'] = [
      { heading: 'URN', kind: 'code' },
      { heading: 'Last visit', kind: 'date', none: 'Not visited' },
    ]
    const rows = [['900001', '2016-01-27'], ['0900002', null], ['12345678901234567', null]]
    expect((await readSheet((await exported({ ...schools, columns, rows }, 'xlsx')).bytes, 'Schools open closed')).slice(1)).toEqual([
      [900001, new Date('2016-01-27T00:00:00Z')],
      ['0900002', null],
      ['12345678901234567', null],
    ])
    const word = strFromU8(unzipSync((await exported({ ...schools, columns, rows }, 'docx')).bytes)['word/document.xml'] ?? new Uint8Array())
    expect(word.match(/Not visited/g)).toHaveLength(2)
  })

  it('stores every text as text: no formula anywhere, and each reads back', async () => {
    const { bytes } = await exported(oneColumn(HOSTILE), 'xlsx')
    const parts = unzipSync(bytes)
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/'))
    expect(sheets.length).toBeGreaterThanOrEqual(2)
    for (const path of sheets) expect(strFromU8(parts[path] ?? new Uint8Array())).not.toMatch(/<f[ >]/)
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet.match(/<c [^>]*t="s"[^>]*><v>\d+<\/v><\/c>/g)).toHaveLength(HOSTILE.length + 1)
    const strings = [...strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trimEnd())
    expect(strings.slice(1, HOSTILE.length + 1)).toEqual(HOSTILE)
  })

  it.each(['', '///', 'About', "'", 'A'.repeat(80)])('has a sheet name that Excel takes for a title such as %j', async (rest) => {
    const { bytes } = await exported({ ...schools, title: `${rest}*`, rows: [] }, 'xlsx')
    const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
    const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name)
    expect(names).toHaveLength(2)
    expect(names[0]).toMatch(/^[^[\]*?/\\:']{1,31}$/)
    expect(names[0]?.toLowerCase()).not.toBe('about')
  })
})

describe('a list as Word', () => {
  it('is refused, with what to do, where Word could not hold it', async () => {
    const wide = { ...schools, columns: Array.from({ length: 13 }, (_, at) => ({ heading: `Column ${at}`, kind: 'text' as const })) }
    await expect(exported(wide, 'docx')).rejects.toThrow('this list has 13. Nothing was saved. Leave columns out, or choose Excel.')
    const long = oneColumn(Array.from({ length: 40_001 }, () => 'x'))
    await expect(exported(long, 'docx')).rejects.toThrow('This list has 40,001 rows')
  })

  it('is named after the list, or plainly where a name could not be', async () => {
    expect((await exported(schools, 'docx')).name).toBe('Schools open closed.docx')
    expect((await exported({ ...schools, title: 'CON' }, 'docx')).name).toBe('List.docx')
  })
})

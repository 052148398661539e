import type { CellObject, Row } from 'write-excel-file/node'
import writeWorkbook from 'write-excel-file/node'
import type { CivilDate } from '../api/base.ts'
import { EXEMPT_SENTENCE, type ExportTable } from '../api/exports.ts'
import { formatDate } from '../domain/date-words.ts'
import { cellWords, typedCell, type TypedCell } from './cells.ts'

/** Excel counts its days from a 1900 with a leap day that never was: before 1 March 1900 it has no true dates. */
const FIRST_EXCEL_DAY = '1900-03-01'
/** The longest text that a cell of Excel can hold. */
const LONGEST_TEXT = 32_767
const HEADING = { type: String, fontWeight: 'bold', backgroundColor: '#EAF1F1', alignVertical: 'top', wrap: true } as const

/**
 * A list as an Excel workbook: the table on the first sheet under a bold heading row that stays in sight, true numbers
 * and dates, every text a stored text (never a formula); what the list is on a second sheet, "About".
 */
export async function workbookOf(table: ExportTable, madeOn: CivilDate): Promise<Uint8Array<ArrayBuffer>> {
  const typed = table.rows.map((row) => table.columns.map(({ kind }, at) => typedCell(row[at], kind)))
  const bytes = await writeWorkbook([
    {
      sheet: sheetName(table.title),
      data: [table.columns.map(({ heading, kind }): CellObject => ({ value: storable(heading), ...HEADING, align: kind === 'number' || kind === 'percent' ? 'right' : 'left' })), ...typed.map(sheetRow)],
      columns: table.columns.map(({ heading }, at) => ({ width: widthOf(heading, typed, at) })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { sheet: 'About', data: about(table, madeOn), columns: [{ width: 18 }, { width: 100 }] },
  ]).toBuffer()
  return new Uint8Array(bytes)
}

function sheetRow(cells: readonly TypedCell[]): Row {
  return cells.map((cell) => {
    switch (cell?.kind) {
      case undefined:
        return null
      case 'number':
        return { type: Number, value: cell.value, format: Number.isInteger(cell.value) ? '#,##0' : '#,##0.##' }
      case 'code':
        return { type: Number, value: cell.value, format: '0', align: 'left' }
      case 'percent':
        return { type: Number, value: cell.value / 100, format: Number.isInteger(cell.value) ? '0%' : '0.0%' }
      case 'date':
        return cell.value < FIRST_EXCEL_DAY ? textCell(formatDate(cell.value)) : { type: Date, value: new Date(`${cell.value}T00:00:00Z`), format: 'd mmmm yyyy' }
      case 'text':
        return textCell(cell.value)
    }
  })
}

function textCell(text: string): CellObject {
  return { type: String, value: storable(text) }
}

/**
 * A text that the file can hold. The writer keeps its texts by name in a plain object, where a text such as
 * "constructor" is found before it was put there: a space at its end makes it another.
 */
function storable(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
  return short in Object.prototype ? `${short} ` : short
}

/** Wide enough for what stands in the first thousand rows, and never so wide that the next column is out of sight. */
function widthOf(heading: string, rows: readonly (readonly TypedCell[])[], at: number): number {
  let widest = Math.min(heading.length + 1, 18)
  for (const row of rows.slice(0, 1_000)) widest = Math.max(widest, cellWords(row[at] ?? null).length)
  return Math.min(widest, 58) + 2
}

/** Excel allows 31 characters, some of them not at all, and no two sheets of one name. */
function sheetName(title: string): string {
  const name = title.replace(/[[\]/\\:*?\p{Cc}]+/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, 31).trim().replace(/^'+|'+$/gu, '')
  return name === '' || ['about', 'history'].includes(name.toLowerCase()) ? 'List' : name
}

function about({ title, note, rows, exempt }: ExportTable, madeOn: CivilDate): Row[] {
  const lines = note.split('\n').filter((line) => line.trim() !== '')
  const told: (readonly [string, string])[] = [
    ['List', title],
    ...(exempt ? [['Publication', EXEMPT_SENTENCE] as const] : []),
    ...lines.map((line, at) => [at === 0 ? 'About' : '', line] as const),
    ['Rows', cellWords({ kind: 'number', value: rows.length })],
    ['Written', formatDate(madeOn)],
  ]
  return told.map(([label, words]) => [
    { ...textCell(label), fontWeight: 'bold', alignVertical: 'top' },
    { ...textCell(words), wrap: true, alignVertical: 'top' },
  ])
}

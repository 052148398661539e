import { refuse } from '../domain/refusal.ts'
import type { FileRow } from './rows.ts'
import { readSheets, type Sheet } from './workbook.ts'

/** One sheet of a workbook as a table, and the sheets that could have been chosen. */
export interface WorkbookTable {
  sheet: string
  sheets: readonly string[]
  rows: readonly FileRow[]
}

/**
 * Reads a workbook whole, which takes seconds where it is large: `tableInThread` does it aside.
 *
 * @param name of the sheet; without it, the first that has a heading line with rows
 */
export async function readTable(bytes: Buffer, name?: string): Promise<WorkbookTable> {
  const sheets = (await readSheets(bytes)).filter(({ rows }) => rows.filter((row) => row.length > 0).length > 1)
  const chosen = chosenSheet(sheets, name)
  return { sheet: chosen.name, sheets: sheets.map((sheet) => sheet.name), rows: tableOf(chosen) }
}

function chosenSheet(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const [first] = sheets
  if (first === undefined) refuse('no-rows-in-workbook', 'No sheet of this workbook has a heading line with rows beneath it. Nothing was changed. Choose a workbook with rows in it.')
  if (name === undefined) return first
  const names = sheets.map((sheet) => `“${sheet.name}”`).join(', ')
  return sheets.find((sheet) => sheet.name === name) ?? refuse('no-such-sheet', `This workbook has no sheet “${name}” with rows. It has ${names}. Nothing was changed. Choose one of them.`)
}

/** The heading line and what stands beneath it. A title above the table fills one cell, and is passed over. */
function tableOf({ rows }: Sheet): FileRow[] {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
  const titled = rows.findIndex((row) => filled(row) > 1)
  const start = titled >= 0 ? titled : rows.findIndex((row) => row.length > 0)
  let width = 0
  for (const row of rows.slice(start)) width = Math.max(width, row.findLastIndex((cell) => cell.trim() !== '') + 1)
  return rows.flatMap((row, index) => {
    if (index < start || row.length === 0) return []
    return { line: index + 1, cells: Array.from({ length: width }, (_, at) => row[at] ?? ''), fault: null }
  })
}

import readWorkbook from 'read-excel-file/universal'
import { refuse } from '../domain/refusal.ts'
import { StoredNumber, cellText } from './workbook-cells.ts'
import { ZipFault, zipEntries } from './zip-entries.ts'

/** A sheet as rows of text, as a CSV file would have it; a row with nothing in it is empty. */
export interface Sheet {
  name: string
  rows: readonly (readonly string[])[]
}

/** A workbook that unpacks to more was made to harm, or is better given as CSV. */
export const MOST_UNPACKED = 200_000_000
/** As many as a sheet of Excel can have. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

const DAMAGED = 'This file begins as an Excel workbook does, but is damaged or cut short, or was not made by a spreadsheet program. Nothing was changed. Open it in Excel, save it again, and choose that, or save the sheet as CSV.'

/**
 * Reads every sheet of an `.xlsx` workbook: dates as civil dates, numbers in plain digits, a formula as the value that was
 * stored with it. Refuses what is no workbook, what unpacks to more than 200 MB, and what has more rows than Excel.
 */
export async function readSheets(bytes: Buffer): Promise<Sheet[]> {
  checkParts(bytes)
  const sheets = await parsed(bytes)
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)).map((row) => (row.some((cell) => cell.trim() !== '') ? row : [])) }))
}

/** Anything that the reader throws at a file that passed as a workbook says that the file is none. */
async function parsed(bytes: Buffer) {
  try {
    return await readWorkbook(new Blob([new Uint8Array(bytes)]), { trim: false, parseNumber: (stored) => new StoredNumber(stored) })
  } catch {
    return refuse('damaged-workbook', DAMAGED)
  }
}

/** Looks at every part before it is read: how large it is, and how far its rows and columns reach. */
function checkParts(bytes: Buffer): void {
  let left = MOST_UNPACKED
  let isWorkbook = false
  try {
    for (const { name, read } of zipEntries(bytes)) {
      if (name === 'xl/workbook.xml') isWorkbook = true
      if (!name.endsWith('.xml') && !name.endsWith('.xml.rels')) continue
      const content = read(left)
      left -= content.length
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) checkReach(content)
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    if (error.kind === 'damaged') refuse('damaged-workbook', DAMAGED)
    refuse('workbook-too-large', `This workbook unpacks to more than ${MOST_UNPACKED / 1_000_000} MB, which no list of schools does. Nothing was changed. Save the sheet as CSV, and choose that.`)
  }
  if (!isWorkbook) refuse('not-a-workbook', 'This file is a Word or PowerPoint document, or another zip file, not an Excel workbook, whatever its name says. Nothing was changed. Choose the workbook, or save the table as CSV.')
}

/** A row that says it is the billionth would make as many empty ones before it. */
function checkReach(sheet: Buffer): void {
  let rows = 0
  for (const [, attributes = ''] of sheet.toString('latin1').matchAll(/<(?:\w+:)?(?:row|c)\b([^>]*)>/gu)) {
    const reference = /\br="([A-Za-z]*)(\d+)"/.exec(attributes)
    const [, column = '', row = '0'] = reference ?? []
    if (column === '') rows += 1
    if (Number(row) > MOST_ROWS || rows > MOST_ROWS) refuse('too-many-rows', 'A sheet of this workbook has more than 1,048,576 rows, more than Excel can hold. Nothing was changed. Save the sheet as CSV, and choose that.')
    if (columnNumber(column) > MOST_COLUMNS) refuse('damaged-workbook', DAMAGED)
  }
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

import { createHash } from 'node:crypto'
import { refuse } from '../domain/refusal.ts'
import { unpacked } from './bytes.ts'
import { fileOfRows, openCsv, type CsvFile, type FileRow } from './rows.ts'
import { MOST_UNPACKED, readSheets, type Sheet } from './workbook.ts'

const ZIP = '504b0304'
/** Old workbooks, and new ones that are locked with a password, are both of this kind. */
const COMPOUND = 'd0cf11e0'

/**
 * Opens a file of rows, whatever its name: an Excel workbook by what it holds, all else as CSV.
 *
 * @param sheet of a workbook; without it, the first that has rows. A CSV file has none
 */
export async function openTable(file: File, sheet?: string): Promise<CsvFile> {
  const start = await startOf(file)
  if (start === COMPOUND) refuseCompound((await contentOf(file)).bytes)
  if (start !== ZIP) return openCsv(file)
  const { bytes, sha256 } = await contentOf(file)
  const sheets = (await readSheets(bytes)).filter(({ rows }) => rows.filter((row) => row.length > 0).length > 1)
  const chosen = chosenSheet(sheets, sheet)
  return fileOfRows({
    name: file.name,
    sha256,
    encoding: `Excel workbook, sheet “${chosen.name}”`,
    size: bytes.length,
    sheet: chosen.name,
    sheets: sheets.map(({ name }) => name),
    notes: [],
    rows: tableOf(chosen),
  })
}

/** What a file is, by its first bytes; an imported workbook is kept packed, and read again as it was. */
async function startOf(file: File): Promise<string> {
  let start = Buffer.alloc(0)
  for await (const piece of unpacked(file)) {
    start = Buffer.concat([start, piece])
    if (start.length >= 4) break
  }
  return start.toString('hex', 0, 4)
}

/** The bytes of a workbook, unpacked where it is gzip, and the hash of the file as it was given. */
async function contentOf(file: File): Promise<{ bytes: Buffer; sha256: string }> {
  const hash = createHash('sha256')
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of unpacked(file, (given) => hash.update(given))) {
    size += piece.length
    if (size > MOST_UNPACKED) refuse('workbook-too-large', `This workbook is larger than ${MOST_UNPACKED / 1_000_000} MB. Nothing was changed. Save the sheet as CSV, and choose that.`)
    pieces.push(piece)
  }
  return { bytes: Buffer.concat(pieces), sha256: hash.digest('hex') }
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
  const width = Math.max(...rows.slice(start).map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1))
  return rows.flatMap((row, index) => {
    if (index < start || row.length === 0) return []
    return { line: index + 1, cells: Array.from({ length: width }, (_, at) => row[at] ?? ''), fault: null }
  })
}

function refuseCompound(bytes: Buffer): never {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    refuse('locked-workbook', 'This workbook is locked with a password, so it cannot be read. Nothing was changed. Open it in Excel, save it without a password, and choose that.')
  }
  refuse('old-workbook', 'This file is of an older Excel or Word (.xls, .doc), which Quartet does not read. Nothing was changed. Open it, save it as an Excel workbook (.xlsx) or as CSV, and choose that.')
}

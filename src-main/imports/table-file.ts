import { createHash } from 'node:crypto'
import { refuse } from '../domain/refusal.ts'
import { unpacked } from './bytes.ts'
import { unwatched, type Reporting } from './reporting.ts'
import { fileOfRows, openCsv, type CsvFile } from './rows.ts'
import { tableInThread } from './workbook-thread.ts'
import { MOST_UNPACKED } from './workbook.ts'

const ZIP = '504b0304'
/** Old workbooks, and new ones that are locked with a password, are both of this kind. */
const COMPOUND = 'd0cf11e0'

/**
 * Opens a file of rows, whatever its name: an Excel workbook by what it holds, all else as CSV.
 *
 * @param sheet of a workbook; without it, the first that has rows. A CSV file has none
 */
export async function openTable(file: File, sheet?: string, reporting: Reporting = unwatched): Promise<CsvFile> {
  const start = await startOf(file)
  if (start === COMPOUND) refuseCompound((await contentOf(file)).bytes)
  if (start !== ZIP) return openCsv(file)
  reporting.report('Opening the workbook', 0, null)
  const { bytes, sha256 } = await contentOf(file)
  const size = bytes.length
  const table = await tableInThread(bytes, sheet, reporting)
  return fileOfRows({ name: file.name, sha256, encoding: `Excel workbook, sheet “${table.sheet}”`, size, notes: [], ...table })
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

function refuseCompound(bytes: Buffer): never {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    refuse('locked-workbook', 'This workbook is locked with a password, so it cannot be read. Nothing was changed. Open it in Excel, save it without a password, and choose that.')
  }
  refuse('old-workbook', 'This file is of an older Excel or Word (.xls, .doc), which Quartet does not read. Nothing was changed. Open it, save it as an Excel workbook (.xlsx) or as CSV, and choose that.')
}

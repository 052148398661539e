import type { CivilDate } from '../../api/base.ts'
import { EXEMPT_SENTENCE, type ExportFormat, type ExportTable } from '../../api/exports.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { listPaper } from '../../papers/list-paper.ts'
import { packPaper, WORD_MEDIA } from '../../papers/pack.ts'
import { cellWords, typedCell } from '../../sheets/cells.ts'
import { csvOf } from '../../sheets/csv.ts'
import { workbookOf } from '../../sheets/workbook.ts'

/** The national register with forty columns. */
const MOST_CELLS = 60_000 * 40
/** A Word table beyond this takes minutes to open, and nobody reads it: about 400 pages. */
const MOST_WORD_CELLS = 40_000
/** On A4 on its side a further column would be narrower than a date. */
const MOST_WORD_COLUMNS = 12

const MEDIA: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: WORD_MEDIA,
}

export interface Written {
  /** Who the list is from, in Word's properties. */
  council: string
  today: CivilDate
}

/** A list as a file of the format, named after it. Refuses what the format cannot hold, with what to choose instead. */
export async function fileOf(table: ExportTable, format: ExportFormat, written: Written): Promise<File> {
  const cells = table.rows.length * table.columns.length
  if (cells > MOST_CELLS) {
    refuse('list-too-long', `This list has ${countText(cells)} cells, more than the ${countText(MOST_CELLS)} that one file is written with. Nothing was saved. Narrow the list or leave columns out, then export it again.`)
  }
  return new File([await bytesOf(table, format, written)], fileName(table, format), { type: MEDIA[format] })
}

async function bytesOf(table: ExportTable, format: ExportFormat, written: Written): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      return csvOf(table)
    case 'xlsx':
      return workbookOf(table, written.today)
    case 'docx':
      return new Uint8Array(await wordOf(table, written))
  }
}

function wordOf({ title, note, columns, rows, exempt }: ExportTable, { council, today }: Written): Promise<Uint8Array> {
  if (columns.length > MOST_WORD_COLUMNS) {
    refuse('list-too-wide-for-word', `A page in Word has room for ${MOST_WORD_COLUMNS} columns, and this list has ${countText(columns.length)}. Nothing was saved. Leave columns out, or choose Excel.`)
  }
  if (rows.length * columns.length > MOST_WORD_CELLS) {
    refuse('list-too-long-for-word', `This list has ${countText(rows.length)} rows, which is more than Word handles in one table. Nothing was saved. Narrow the list, or choose Excel.`)
  }
  return packPaper(
    listPaper({
      title,
      note: note.split('\n').filter((line) => line.trim() !== ''),
      columns: columns.map(({ heading, kind }) => ({ heading, align: kind === 'number' || kind === 'percent' ? 'right' : 'left' })),
      rows: rows.map((row) => columns.map(({ kind, none }, at) => cellWords(typedCell(row[at], kind)) || (none ?? ''))),
      exempt: exempt ? { sentence: EXEMPT_SENTENCE } : null,
      council,
      createdOn: today,
    }),
  )
}

/** Windows forbids some characters in names, and names that were once devices. */
function fileName({ title, exempt }: ExportTable, format: ExportFormat): string {
  const name = cleanText(title).replace(/[<>:"/\\|?*\s]+/gu, ' ').trim().slice(0, 120).replace(/[. ]+$/u, '')
  const safe = name === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(name) ? 'List' : name
  return `${safe}${exempt ? ' (not for publication)' : ''}.${format}`
}

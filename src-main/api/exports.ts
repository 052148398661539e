import { z } from 'zod'
import { outgoingFile, procedure, words } from './base.ts'

export const exportFormat = z.enum(['csv', 'xlsx', 'docx'])
export type ExportFormat = z.infer<typeof exportFormat>

/**
 * How a column's cells are meant. A cell that is not of its column's kind ("Not recorded" among dates) is kept as text.
 *
 * `date` takes civil dates, `percent` takes whole per cents (87 for 87%). `code` takes numbers that count nothing, such as a
 * URN: a sheet keeps them as numbers, because they are numbers in the files of Get Information about Schools that officers
 * look them up in, and writes them without separators.
 */
export const columnKind = z.enum(['text', 'number', 'date', 'percent', 'code'])

/** A list that may not be published says so wherever it is opened. */
export const EXEMPT_SENTENCE = 'Not for publication: this list is likely to hold exempt information (Schedule 12A of the Local Government Act 1972).'

const exportColumn = z.object({
  heading: z.string().max(200),
  kind: columnKind,
  /** What Word says where nothing is recorded; in a sheet the cell is left empty, so that a column of dates holds dates alone. */
  none: z.string().max(100).optional(),
})

const cell = z.union([z.string(), z.number(), z.null()])
export type ExportCell = z.infer<typeof cell>

/** A list as it is shown: what it is, what it holds, cell by cell. A null is a cell with nothing recorded. */
export const exportTable = z.object({
  title: words(200, 'Give the list a title'),
  /** As at which date, and how the list was filtered, in words; lines are kept. */
  note: z.string().max(4_000),
  columns: z.array(exportColumn).min(1).max(200),
  rows: z.array(z.array(cell)),
  /** The list names schools with judgements of concern: it says that it is not for publication. */
  exempt: z.boolean().default(false),
})
export type ExportTable = z.infer<typeof exportTable>

export const tableExports = {
  /** The list as a file for Excel or Word, named after it. Nothing is stored. Refuses a list that the format cannot hold. */
  table: procedure.input(exportTable.extend({ format: exportFormat })).output(outgoingFile),
}

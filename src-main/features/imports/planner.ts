import type { ColumnMatch, ImportKind } from '../../api/imports.ts'
import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Verdict } from '../../imports/outcome.ts'
import type { Reporting } from '../../imports/reporting.ts'
import type { CsvFile, FileRow } from '../../imports/rows.ts'

/** What the officer asks to import. */
export interface ImportSource {
  kind: ImportKind
  file: File
  /** Of a workbook; without it, the first sheet that has rows. */
  sheet?: string | undefined
  /** How the columns are matched by hand; without it, as remembered for the same headings, else by their names. */
  columns?: ColumnMatch | undefined
  /** Only records of this local authority. */
  la?: string | undefined
  /** The day that a register file describes, where its name does not say; the day from which a file of districts holds. */
  date?: CivilDate | undefined
  /** The day that counts as today: a file of a later day is remarked on, a file of districts counts the schools that have none on it, and a match of columns is dated by it. */
  today?: CivilDate | undefined
}

/** What one row comes to, and how it is written should the officer say so. */
export interface Planned {
  verdict: Verdict
  write?: (db: WriteHandle, importId: string) => void
}

/**
 * Plans a file row by row. What it reads of the workspace for a row is never touched by the writing of an earlier row,
 * so that a plan shown and a plan applied are the same.
 */
export interface Planner {
  fileDate: CivilDate | null
  fileDateFrom: string | null
  /** The stored columns that the file speaks of. */
  fields: readonly string[]
  /** For the officer, before applying; may grow while rows are planned. */
  notes: string[]
  take(row: FileRow): Planned
  /** Writes what `write` kept back to write together, and notes what was counted; asked after the last row, before `gone`. */
  finish?(): void
  /** Records that the file should hold and does not; asked after the last row. */
  gone?(): Iterable<{ urn: string; name: string }>
}

export type OpenPlanner = (db: ReadHandle, csv: CsvFile, source: ImportSource, reporting: Reporting) => Planner | Promise<Planner>

export function refused(urn: string, reason: string): Planned {
  return { verdict: { sort: 'refused', urn, reason } }
}

export const unchanged: Planned = { verdict: { sort: 'unchanged' } }
export const ignored: Planned = { verdict: { sort: 'ignored' } }

import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { CsvFile } from '../../imports/rows.ts'
import type { ImportSource } from './planner.ts'
import { filesOfDay } from './queries.ts'

const WHAT: Readonly<Partial<Record<ImportSource['kind'], string>>> = { register: 'A register file', outcomes: 'A file of inspection outcomes' }

/**
 * What an officer should know of the day of a file before it is taken: that it has yet to come, and that another file of
 * the same day is here. Of two files of one day the one imported later holds where they differ: whoever imports the
 * second has seen this note, and mostly mends the first with it.
 */
export function dateNotes(db: ReadHandle, csv: Pick<CsvFile, 'sha256'>, { kind, la, today }: Pick<ImportSource, 'kind' | 'la' | 'today'>, date: CivilDate): string[] {
  const notes: string[] = []
  if (today !== undefined && date > today) {
    notes.push(`This file is dated ${formatDate(date)}, and today is ${formatDate(today)}. What it says of dated facts holds only from ${formatDate(date)}. If that is not the day it describes, choose the file again with its date.`)
  }
  const [same] = filesOfDay(db, kind, date, csv.sha256).filter(({ la: of }) => la === undefined || of === null || of === la)
  if (same) {
    notes.push(`${WHAT[kind] ?? 'A file'} of ${formatDate(date)} is here already: ${same.name}, imported on ${formatDate(same.at.slice(0, 10))} by ${same.officer}. Where the two differ, this one will hold.`)
  }
  return notes
}

import { parseFileDate, type CivilDate } from '../domain/dates.ts'
import { refuse } from '../domain/refusal.ts'

/** The date that a register file's changes are dated by, and where it comes from, in words. */
export interface FileDate {
  date: CivilDate
  from: string
}

/** A date in a file's name: `edubasealldata20241028.csv`, `gias-birmingham-2024-10-28.csv`, `extract 28-10-2024.csv`. */
export function dateInName(name: string): CivilDate | null {
  for (const [written] of name.matchAll(/(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})(?!\d)/gu)) {
    const date = parseFileDate(written)
    if (date) return date
  }
  for (const [written] of name.matchAll(/(?<!\d)\d{8}(?!\d)/gu)) {
    const date = parseFileDate(`${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}`)
    if (date) return date
  }
  return null
}

/**
 * A register file dates what it changes by its own date: the one given, else the date in its name, else its latest
 * LastChangedDate (DOMAIN.md, "Type and district on t").
 *
 * @param changeFrom where `latestChange` finds its day, in words
 * @param latestChange reads the whole file, so it is asked last
 */
export async function fileDateOf(
  name: string,
  given: CivilDate | undefined,
  latestChange: () => Promise<CivilDate | null>,
  changeFrom = 'the latest LastChangedDate in the file',
): Promise<FileDate> {
  if (given !== undefined) return { date: given, from: 'as given' }
  const named = dateInName(name)
  if (named) return { date: named, from: 'from the name of the file' }
  const changed = await latestChange()
  if (changed) return { date: changed, from: changeFrom }
  return refuse('no-file-date', 'Neither the name of this file nor a column of it says what day it describes. Nothing was changed. Give its date: on the command line with --date YYYY-MM-DD, on the screen beside the file.')
}

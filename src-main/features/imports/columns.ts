import type { ColumnMatch, ImportColumns } from '../../api/imports.ts'
import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { refuse } from '../../domain/refusal.ts'
import { fieldsOf, type ImportField } from '../../imports/fields.ts'
import { guessColumns, type SampledColumn } from '../../imports/guess-columns.ts'
import { shown } from '../../imports/headings.ts'
import { columnNames, headingsHash, matchByName, withColumns } from '../../imports/mapping.ts'
import type { Reporting } from '../../imports/reporting.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { openTable } from '../../imports/table-file.ts'
import type { ImportSource } from './planner.ts'
import { insertMatch, latestMatch } from './queries.ts'

/** A file whose columns have the names that its kind knows, and how they came by them. */
export interface MatchedFile {
  csv: CsvFile
  /** Null where the columns are known by their own names. */
  columns: ColumnMatch | null
  /** The day of an earlier match that was taken over. */
  matchedOn: CivilDate | null
  /** Remembers a match that is new, for the next file with the same headings. */
  remember: (db: WriteHandle) => void
}

/** Opens the file of an import, its columns matched as the officer says, else as remembered for the same headings. */
export async function openMatched(db: ReadHandle, source: ImportSource, reporting: Reporting): Promise<MatchedFile> {
  const csv = await openTable(source.file, source.sheet, reporting)
  const fields = fieldsOf(source.kind)
  if (fields.length === 0) return { csv, columns: null, matchedOn: null, remember: () => undefined }
  const hash = headingsHash(csv.headings)
  const kept = latestMatch(db, source.kind, hash)
  const columns = source.columns ?? kept?.columns
  if (columns === undefined) return { csv, columns: null, matchedOn: null, remember: () => undefined }
  const ordered = inOrder(fields, columns)
  const known = kept !== null && JSON.stringify(ordered) === JSON.stringify(inOrder(fields, kept.columns))
  return {
    csv: withColumns(csv, fields, ordered),
    columns: ordered,
    matchedOn: known ? kept.on : null,
    remember(to) {
      const { today } = source
      if (!known && today !== undefined) insertMatch(to, source.kind, hash, ordered, today)
    },
  }
}

/** The same match written the same way, so that it seals and compares alike. */
function inOrder(fields: readonly ImportField[], match: ColumnMatch): ColumnMatch {
  const unknown = Object.keys(match).find((key) => !fields.some((field) => field.key === key))
  if (unknown !== undefined) refuse('no-such-field', `“${shown(unknown)}” is not a field of this kind of import. Nothing was changed. Its fields are ${fields.map(({ label }) => label).join(', ')}.`)
  const apart = fields.find(({ key, same }) => !same && match[key] !== undefined && 'value' in match[key])
  if (apart !== undefined) refuse('not-the-same', `${apart.label} is not the same in every row, so it must come from a column. Nothing was changed. Say which column of the file it is.`)
  return Object.fromEntries(fields.flatMap(({ key }) => (match[key] === undefined ? [] : [[key, match[key]] as const])))
}

/** Rows that are looked at to tell what a column holds, and values of each that an officer is shown. */
const [LOOKED_AT, SHOWN] = [50, 3]

/** What a file has and what its kind wants. */
export async function columnsOf(db: ReadHandle, source: Pick<ImportSource, 'kind' | 'file' | 'sheet'>): Promise<ImportColumns> {
  const fields = fieldsOf(source.kind)
  if (fields.length === 0) refuse('not-matched-by-hand', 'The columns of this kind of file are the register’s own, and are not matched by hand. Nothing was changed. Choose the file as it was downloaded.')
  const csv = await openTable(source.file, source.sheet)
  const sampled = await samplesOf(csv)
  const kept = latestMatch(db, source.kind, headingsHash(csv.headings))
  const byName = matchByName(fields, csv.headings)
  return {
    fileName: csv.name,
    sheet: csv.sheet,
    sheets: [...csv.sheets],
    columns: sampled.map(({ name, samples }) => ({ name, samples: samples.filter((value) => value !== '').slice(0, SHOWN) })),
    fields: fields.map(({ key, label, needed, same, looks }) => ({ key, label, needed, same: same ? sameOf(looks) : 'no', choices: choicesOf(looks) })),
    byName,
    proposed: kept?.columns ?? { ...guessColumns(fields, sampled), ...byName },
    matchedOn: kept?.on ?? null,
  }
}

function sameOf(looks: ImportField['looks']): ImportColumns['fields'][number]['same'] {
  if (looks === 'date') return 'date'
  return looks === 'yesNo' || typeof looks !== 'string' ? 'choice' : 'text'
}

function choicesOf(looks: ImportField['looks']): string[] {
  if (looks === 'yesNo') return ['yes', 'no']
  return typeof looks === 'string' ? [] : [...looks]
}

async function samplesOf(csv: CsvFile): Promise<SampledColumn[]> {
  const columns = columnNames(csv.headings).map((name) => ({ name, samples: new Array<string>() }))
  let looked = 0
  for await (const { rows } of csv.batches()) {
    for (const { cells, fault } of rows) {
      if (fault !== null || looked >= LOOKED_AT) continue
      looked += 1
      columns.forEach(({ samples }, at) => samples.push(shown(cells[at] ?? '')))
    }
    if (looked >= LOOKED_AT) break
  }
  return columns
}

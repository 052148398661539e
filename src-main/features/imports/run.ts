import type { ImportOutcome } from '../../api/imports.ts'
import type { ReadHandle, Workspace, WriteHandle } from '../../database/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { packed } from '../../imports/bytes.ts'
import { Tally } from '../../imports/outcome.ts'
import { breathe, expectedRows, unwatched, type Reporting } from '../../imports/reporting.ts'
import { planAttendance } from './attendance.ts'
import { openMatched, type MatchedFile } from './columns.ts'
import { planDistricts } from './districts.ts'
import { planLinks } from './links.ts'
import { planNeeds } from './needs.ts'
import { planOutcomes } from './outcomes.ts'
import type { ImportSource, OpenPlanner, Planned, Planner } from './planner.ts'
import { finishImport, insertImport, isImported, keepFile, keepRefused } from './queries.ts'
import { planRegister } from './register.ts'
import { planVisits } from './visits.ts'

const PLANNERS: Readonly<Record<ImportSource['kind'], OpenPlanner>> = {
  register: planRegister,
  links: planLinks,
  visits: planVisits,
  attendance: planAttendance,
  needs: planNeeds,
  districts: planDistricts,
  outcomes: planOutcomes,
}

const NOUNS: Readonly<Record<ImportSource['kind'], string>> = {
  register: 'Register',
  links: 'Links between schools',
  visits: 'Visits',
  attendance: 'Attendance',
  needs: 'Judgements of need',
  districts: 'Districts',
  outcomes: 'Inspection outcomes',
}

/** What an import would do, row by row; nothing is written. */
export async function planImport(db: ReadHandle, source: ImportSource, reporting: Reporting = unwatched): Promise<ImportOutcome> {
  reporting.report('Reading the file', 0, null)
  const file = await openMatched(db, source, reporting)
  const planner = await PLANNERS[source.kind](db, file.csv, source, reporting)
  return planRows(file, source, planner, reporting, () => undefined)
}

/** Ends the transaction of an import that had nothing to say, without a trace. */
class NothingNew extends Error {
  readonly outcome: ImportOutcome

  constructor(outcome: ImportOutcome) {
    super('Nothing new in this file')
    this.outcome = outcome
  }
}

/**
 * Plans the file again inside one transaction, writing as it goes, and keeps it only if it did what the preview of that
 * digest showed. The file itself is kept, packed. A file that was imported before and brings nothing new leaves no trace.
 */
export async function applyImport(workspace: Workspace, source: ImportSource, digest: string, reporting: Reporting = unwatched): Promise<ImportOutcome> {
  reporting.report('Reading the file', 0, null)
  const file = await openMatched(workspace.read, source, reporting)
  const { csv } = file
  const keeping = packed(source.file)
  keeping.catch(() => undefined)
  try {
    const { transactionId, result } = await workspace.longChange(`${NOUNS[source.kind]} imported from ${csv.name}`, async (db) => {
      const outcome = await applyRows(db, file, source, reporting)
      if (outcome.outcome.digest !== digest) {
        refuse('changed-since-preview', 'The workspace or the file has changed since this preview, so the import would now do something else. Nothing was changed. Look at a new preview.')
      }
      const { added, changed } = outcome.outcome
      if (added + changed + outcome.quiet === 0 && isImported(db, outcome.outcome, source.la ?? null)) throw new NothingNew(outcome.outcome)
      reporting.report('Saving', outcome.outcome.rows, outcome.outcome.rows)
      finishImport(db, outcome.importId, outcome.outcome, keepFile(db, csv.name, await keeping))
      keepRefused(db, outcome.importId, outcome.outcome.refused)
      return outcome.outcome
    }, { bulk: source.kind === 'register' })
    return { ...result, applied: true, transactionId }
  } catch (error) {
    if (error instanceof NothingNew) return { ...error.outcome, applied: true }
    throw error
  }
}

async function applyRows(db: WriteHandle, file: MatchedFile, source: ImportSource, reporting: Reporting): Promise<{ importId: string; outcome: ImportOutcome; quiet: number }> {
  const { csv, columns } = file
  const planner = await PLANNERS[source.kind](db, csv, source, reporting)
  file.remember(db)
  const importId = db.newId()
  const subject = { kind: source.kind, fileName: csv.name, sha256: csv.sha256, encoding: csv.encoding, fileDate: planner.fileDate }
  insertImport(db, importId, subject, { fields: [...planner.fields], la: source.la ?? null, sheet: csv.sheet ?? undefined, columns: columns ?? undefined })
  let quiet = 0
  const outcome = await planRows(file, source, planner, reporting, ({ verdict, write }) => {
    if (!write) return
    write(db, importId)
    if (verdict.sort === 'unchanged') quiet += 1
  })
  return { importId, outcome, quiet }
}

async function planRows({ csv, columns, matchedOn }: MatchedFile, source: ImportSource, planner: Planner, reporting: Reporting, each: (planned: Planned) => void): Promise<ImportOutcome> {
  const tally = new Tally({
    kind: source.kind,
    fileName: csv.name,
    sha256: csv.sha256,
    encoding: csv.encoding,
    sheet: csv.sheet,
    sheets: csv.sheets,
    columns,
    matchedOn,
    fileDate: planner.fileDate,
    fileDateFrom: planner.fileDateFrom,
    la: source.la ?? null,
    notes: planner.notes,
  })
  for await (const { rows, bytes } of csv.batches()) {
    for (const row of rows) {
      const planned = planner.take(row)
      tally.row(row.line, planned.verdict)
      each(planned)
    }
    const { rows: done } = tally.counts
    reporting.report('Reading rows', done, expectedRows(done, bytes, csv.size))
    await breathe(reporting)
  }
  if (tally.counts.rows === 0) refuse('no-rows', 'This file has a heading line and no rows. Nothing was changed. Choose a file with rows in it.')
  planner.finish?.()
  planner.notes.unshift(...csv.notes)
  for (const { urn, name } of planner.gone?.() ?? []) tally.gone(urn, name)
  return tally.outcome()
}

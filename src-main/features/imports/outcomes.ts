import type { ReadHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Inspection } from '../../domain/inspections.ts'
import { countText } from '../../domain/number-words.ts'
import { RowFault } from '../../imports/cells.ts'
import { fileDateOf } from '../../imports/file-date.ts'
import type { FieldChange } from '../../imports/outcome.ts'
import { outcomeReader, type OutcomeReader } from '../../imports/outcome-rows.ts'
import { noChange, planInspections, type SchoolChange } from '../../imports/register-plan.ts'
import { breathe, expectedRows, type Reporting } from '../../imports/reporting.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { dateNotes } from './date-notes.ts'
import { laterOutcomes } from './later-outcomes.ts'
import { ignored, refused, unchanged, type ImportSource, type Planned, type Planner } from './planner.ts'
import { knownUrns, storedSchoolFinder, writeChange } from './register-queries.ts'
import { schoolFinder } from './small-queries.ts'

/**
 * Plans Ofsted's management information: each inspection is a dated fact of the record that was inspected, also where
 * that is a predecessor of the school in whose row it stands. The file is read once beforehand, so that a record which
 * several rows speak of is planned once, with all that they say.
 */
export async function planOutcomes(db: ReadHandle, csv: CsvFile, source: ImportSource, reporting: Reporting): Promise<Planner> {
  const reader = outcomeReader(csv.headings)
  const known = knownUrns(db)
  const { said, firstOn, publishedOn, elsewhere } = await gathered(csv, reader, known, reporting)
  const { date, from } = await fileDateOf(csv.name, source.date, () => Promise.resolve(publishedOn), 'the latest publication date in the file')
  const inspectedOn = await laterOutcomes(db, date, reporting)
  const find = storedSchoolFinder(db)
  const named = schoolFinder(db)
  const takenOn = new Map<string, number>()

  const planned = (urn: string, lines: readonly string[]): Planned => {
    const changes: { id: string; change: SchoolChange }[] = []
    const shown: FieldChange[] = []
    for (const one of lines) {
      const stored = find(one)
      if (!stored) continue
      const change = noChange()
      planInspections(change, said.get(one) ?? [], stored, inspectedOn(one))
      if (change.set.length + change.facts.length > 0) changes.push({ id: stored.id, change })
      shown.push(...change.shown.map((field) => (one === urn ? field : { ...field, field: `URN ${one}: ${field.field}` })))
    }
    if (changes.length === 0) return unchanged
    const write: Planned['write'] = (to, importId) => {
      for (const { id, change } of changes) writeChange(to, id, change, importId)
    }
    const name = named(urn)?.name ?? 'Not in the register'
    return shown.length === 0 ? { verdict: { sort: 'unchanged' }, write } : { verdict: { sort: 'changed', urn, name, shown, seal: JSON.stringify([urn, shown]) }, write }
  }

  return {
    fileDate: date,
    fileDateFrom: from,
    fields: ['outcome'],
    notes: [...dateNotes(db, csv, source, date), ...(elsewhere === 0 ? [] : [elsewhereWords(elsewhere)])],
    take({ line, cells, fault }) {
      const urn = reader.urnAsWritten(cells)
      if (fault !== null) return refused(urn, fault)
      const row = reader.read(cells)
      if (row instanceof RowFault) return refused(urn, row.message)
      const before = takenOn.get(row.urn)
      if (before !== undefined) return refused(row.urn, `URN ${row.urn} stands on line ${before} already. Only its first row is taken.`)
      takenOn.set(row.urn, line)
      if (!known.has(row.urn) && !row.inspections.some((inspection) => known.has(inspection.urn))) return ignored
      return planned(row.urn, [...new Set(row.inspections.map((inspection) => inspection.urn))].filter((one) => firstOn.get(one) === line))
    },
  }
}

function elsewhereWords(count: number): string {
  return count === 1
    ? '1 inspection is of a record that this register does not hold, and is left out.'
    : `${countText(count)} inspections are of records that this register does not hold, and are left out.`
}

interface Gathered {
  /** All that the file says of a record. */
  said: Map<string, Inspection[]>
  /** The line that first speaks of a record. */
  firstOn: Map<string, number>
  publishedOn: CivilDate | null
  /** How many inspections are of records that the register does not hold, though it holds the school of the row. */
  elsewhere: number
}

async function gathered(csv: CsvFile, reader: OutcomeReader, known: ReadonlySet<string>, reporting: Reporting): Promise<Gathered> {
  const result: Gathered = { said: new Map(), firstOn: new Map(), publishedOn: null, elsewhere: 0 }
  const rows = new Set<string>()
  let read = 0
  for await (const batch of csv.batches()) {
    read += batch.rows.length
    reporting.report('Looking for the schools inspected', read, expectedRows(read, batch.bytes, csv.size))
    for (const { line, cells, fault } of batch.rows) {
      const row = fault === null ? reader.read(cells) : null
      if (row === null || row instanceof RowFault || rows.has(row.urn)) continue
      rows.add(row.urn)
      if (row.publishedOn !== null && row.publishedOn > (result.publishedOn ?? '')) result.publishedOn = row.publishedOn
      for (const { urn, date, outcome } of row.inspections) {
        if (!known.has(urn)) {
          if (known.has(row.urn)) result.elsewhere += 1
          continue
        }
        if (!result.firstOn.has(urn)) result.firstOn.set(urn, line)
        const inspections = result.said.get(urn)
        if (!inspections) result.said.set(urn, [{ date, outcome }])
        else if (!inspections.some((one) => one.date === date)) inspections.push({ date, outcome })
      }
    }
    await breathe(reporting)
  }
  return result
}

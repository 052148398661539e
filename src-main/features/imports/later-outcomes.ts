import type { ReadHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { NO_OUTCOME } from '../../domain/inspections.ts'
import { RowFault } from '../../imports/cells.ts'
import { outcomeReader } from '../../imports/outcome-rows.ts'
import { registerReader } from '../../imports/register-rows.ts'
import { breathe, type Reporting } from '../../imports/reporting.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { openKept } from './kept-files.ts'
import { laterFiles } from './queries.ts'

const NONE: ReadonlySet<CivilDate> = new Set()

/**
 * The days of the inspections whose outcome files of later days gave, record by record: an earlier file's word about the
 * same inspection gives way to theirs. Read from the kept files of both kinds that speak of inspections.
 */
export async function laterOutcomes(db: ReadHandle, date: CivilDate, reporting: Reporting): Promise<(urn: string) => ReadonlySet<CivilDate>> {
  const days = new Map<string, Set<CivilDate>>()
  const add = (urn: string, day: CivilDate) => {
    const known = days.get(urn)
    if (known) known.add(day)
    else days.set(urn, new Set([day]))
  }
  for (const kept of laterFiles(db, ['register', 'outcomes'], date)) {
    if (!kept.scope.fields.includes('outcome') && !kept.scope.fields.includes('ofsted_date')) continue
    const csv = await openKept(kept)
    const inspections = kept.kind === 'register' ? ofRegister(csv, kept.scope.la) : ofOutcomes(csv)
    for await (const { rows } of csv.batches()) {
      for (const { cells, fault } of rows) if (fault === null) for (const [urn, day] of inspections(cells)) add(urn, day)
      await breathe(reporting)
    }
  }
  return (urn) => days.get(urn) ?? NONE
}

type Inspected = (cells: readonly string[]) => (readonly [urn: string, day: CivilDate])[]

function ofRegister(csv: CsvFile, la: string | null): Inspected {
  const reader = registerReader(csv.headings, false)
  return (cells) => {
    if (la !== null && reader.laCodeAsWritten(cells) !== la) return []
    const row = reader.read(cells)
    if (row instanceof RowFault || row.inspection === null || row.inspection.outcome === NO_OUTCOME) return []
    return [[row.urn, row.inspection.date]]
  }
}

function ofOutcomes(csv: CsvFile): Inspected {
  const reader = outcomeReader(csv.headings)
  return (cells) => {
    const row = reader.read(cells)
    return row instanceof RowFault ? [] : row.inspections.map(({ urn, date }) => [urn, date] as const)
  }
}

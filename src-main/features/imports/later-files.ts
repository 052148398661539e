import type { ReadHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { RestKey } from '../../domain/register-rest.ts'
import { RowFault } from '../../imports/cells.ts'
import { factNames, isFieldName, type FactName, type FieldName } from '../../imports/register-fields.ts'
import type { LaterWord } from '../../imports/register-plan.ts'
import { registerReader, type RegisterReader } from '../../imports/register-rows.ts'
import { breathe, type Reporting } from '../../imports/reporting.ts'
import { openKept, type KeptFile } from './kept-files.ts'
import { laterOutcomes } from './later-outcomes.ts'
import { laterFiles } from './queries.ts'

interface LaterFile {
  date: CivilDate
  fields: ReadonlySet<string>
  restKeys: readonly RestKey[]
  held: ReadonlySet<string>
  /** Records of which it said nothing in a column that it has. */
  blank: Readonly<Record<FactName, ReadonlySet<string>>>
}

/** Marks an import that kept what no field takes; those of version 1 did not. */
const REST = 'rest'
/** Marks one that kept the names of people. */
const NAMES = 'names'

/** What `imports.fields` says of a register file: what of it was kept. */
export function scopeOf({ fields, facts, inspections }: RegisterReader, names: boolean): string[] {
  return [...fields, ...facts, ...(inspections ? ['outcome'] : []), REST, ...(names ? [NAMES] : [])]
}

/**
 * What files of later days said, record by record, read from the kept files themselves. Asked only when a file comes in
 * out of its order; costs a reading of each later file.
 */
export async function laterWords(db: ReadHandle, date: CivilDate, reporting: Reporting): Promise<(urn: string) => LaterWord | null> {
  const files: LaterFile[] = []
  for (const kept of laterFiles(db, ['register'], date)) {
    reporting.report(`Reading ${kept.name}, which is of a later day`, 0, null)
    const fields = new Set(kept.scope.fields)
    files.push({ date: kept.date, fields, ...(await heldBy(kept, fields, reporting)) })
  }
  const inspectedOn = await laterOutcomes(db, date, reporting)
  const answers = new Map<string, Pick<LaterWord, 'covered' | 'coveredRest'>>()
  return (urn) => {
    const holding = files.filter((file) => file.held.has(urn))
    const inspected = inspectedOn(urn)
    if (holding.length === 0 && inspected.size === 0) return null
    const key = holding.map((file) => files.indexOf(file)).join()
    const word = answers.get(key) ?? wordOf(holding)
    answers.set(key, word)
    const on = (fact: FactName, blank: boolean) => holding.flatMap((file) => (file.fields.has(fact) && file.blank[fact].has(urn) === blank ? [file.date] : []))
    const seenOn = { type: on('type', false), status: on('status', false), trust: on('trust', false) }
    return { ...word, seenOn, inspectedOn: inspected, withoutTrustOn: on('trust', true) }
  }
}

function wordOf(files: readonly LaterFile[]): Pick<LaterWord, 'covered' | 'coveredRest'> {
  const covered = new Set<FieldName>()
  for (const { fields } of files) for (const field of fields) if (isFieldName(field)) covered.add(field)
  return { covered, coveredRest: new Set(files.flatMap(({ fields, restKeys }) => (fields.has(REST) ? restKeys : []))) }
}

async function heldBy(kept: KeptFile, fields: ReadonlySet<string>, reporting: Reporting): Promise<Pick<LaterFile, 'restKeys' | 'held' | 'blank'>> {
  const csv = await openKept(kept)
  const { la } = kept.scope
  const reader = registerReader(csv.headings, fields.has(NAMES))
  const held = new Set<string>()
  const blank = { type: new Set<string>(), status: new Set<string>(), trust: new Set<string>() }
  for await (const { rows } of csv.batches()) {
    for (const { cells, fault } of rows) {
      if (fault !== null || (la !== null && reader.laCodeAsWritten(cells) !== la)) continue
      const row = reader.read(cells)
      if (row instanceof RowFault || held.has(row.urn)) continue
      held.add(row.urn)
      for (const fact of factNames) if ((row[fact] ?? '') === '') blank[fact].add(row.urn)
    }
    await breathe(reporting)
  }
  return { restKeys: reader.restKeys, held, blank }
}

import { build, inserter, run, statement, type ReadHandle, type SchoolFactsTable, type WriteHandle } from '../../database/index.ts'
import type { FactChange } from '../../domain/dated-facts.ts'
import { deriveGroup } from '../../domain/groups.ts'
import { fieldNames, type FactName, type FieldName } from '../../imports/register-fields.ts'
import { restText, type RestKey } from '../../domain/register-rest.ts'
import type { EarlierColumns, SchoolChange, StoredFact, StoredSchool } from '../../imports/register-plan.ts'
import type { FieldValue, RegisterRow } from '../../imports/register-rows.ts'
import { Batch } from './batches.ts'

/** The URNs of the register. */
export function knownUrns(db: ReadHandle): Set<string> {
  return new Set(statement<{ urn: string }>(db, 'SELECT urn FROM schools').all().map((row) => row.urn))
}

type StoredFields = Record<FieldName, FieldValue> & EarlierColumns & { id: string; registerDate: string | null; rest: string | null }

/** Finds one record with its facts. */
export function storedSchoolFinder(db: ReadHandle): (urn: string) => StoredSchool | null {
  const school = statement<StoredFields>(
    db,
    `SELECT id, register_date AS registerDate, rest, trust, ofsted_rating, ofsted_date, ${fieldNames.join(', ')} FROM schools WHERE urn = ?`,
  )
  const facts = statement<StoredFact & { fact: FactName | 'outcome' }>(
    db,
    `SELECT id, fact, value, valid_from AS validFrom, valid_to AS validTo FROM school_facts
     WHERE school_id = ? AND fact <> 'district' ORDER BY valid_from`,
  )
  return (urn) => {
    const row = school.get(urn)
    if (!row) return null
    const stretches: Record<FactName | 'outcome', StoredFact[]> = { type: [], status: [], trust: [], outcome: [] }
    for (const { fact, ...stretch } of facts.all(row.id)) stretches[fact].push(stretch)
    return { id: row.id, registerDate: row.registerDate, fields: row, facts: stretches, inspections: stretches.outcome, earlier: row, rest: row.rest }
  }
}

/** Records of the given local authorities, by name. */
export function schoolsOfAuthorities(db: ReadHandle, laCodes: ReadonlySet<string>): { urn: string; name: string }[] {
  const rows = statement<{ urn: string; name: string; la: string | null }>(db, 'SELECT urn, name, la_code AS la FROM schools ORDER BY name, urn')
  return [...rows.iterate()].filter((row) => row.la !== null && laCodes.has(row.la))
}

export function latestRegisterDate(db: ReadHandle): string | null {
  return statement<{ date: string | null }>(db, 'SELECT max(register_date) AS date FROM schools').get()?.date ?? null
}

export function insertType(db: WriteHandle, name: string, typeGroup: string): void {
  run(db, build.insertInto('establishment_types').values({ id: db.newId(), name, type_group: typeGroup, school_group: deriveGroup(name, typeGroup) }))
}

/** Says what a type is that came without a type group; one that has its type group keeps it. */
export function giveTypeGroup(db: WriteHandle, name: string, typeGroup: string): void {
  const group = { type_group: typeGroup, school_group: deriveGroup(name, typeGroup) }
  run(db, build.updateTable('establishment_types').set(group).where('name', '=', name).where('type_group', '=', ''))
}

const FACT_COLUMNS = ['id', 'school_id', 'fact', 'value', 'valid_from', 'valid_to', 'import_id'] as const

/** Writes the new records of one file, many at a time; what `add` was given last is written by `flush`. */
export interface SchoolInserter {
  add(db: WriteHandle, row: RegisterRow, importId: string): void
  flush(): void
}

export function schoolInserter(fields: readonly FieldName[], restKeys: readonly RestKey[], date: string): SchoolInserter {
  let batches: { schools: Batch; facts: Batch } | null = null
  const flush = () => {
    batches?.schools.flush()
    batches?.facts.flush()
  }
  return {
    add(db, row, importId) {
      batches ??= { schools: new Batch(db, 'schools', ['id', 'urn', 'register_date', 'rest', ...fields]), facts: new Batch(db, 'school_facts', FACT_COLUMNS) }
      const id = db.newId()
      batches.schools.add([id, row.urn, date, restText(restKeys, row.rest), ...row.values])
      if (row.type !== null) batches.facts.add([db.newId(), id, 'type', row.type, date, null, importId])
      if (row.status !== null) batches.facts.add([db.newId(), id, 'status', row.status, date, null, importId])
      if (row.trust !== null && row.trust !== '') batches.facts.add([db.newId(), id, 'trust', row.trust, date, null, importId])
      if (row.inspection !== null) batches.facts.add([db.newId(), id, 'outcome', row.inspection.outcome, row.inspection.date, null, importId])
      if (batches.schools.full) flush()
    },
    flush,
  }
}

/** Writes what an import changes of a record. */
export function writeChange(db: WriteHandle, schoolId: string, change: SchoolChange, importId: string): void {
  const set = change.registerDate === null ? change.set : [...change.set, ['register_date', change.registerDate] as const]
  if (set.length > 0) {
    statement(db, `UPDATE schools SET ${set.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`).run(...set.map(([, value]) => value), schoolId)
  }
  for (const { fact, change: stretches } of change.facts) writeFact(db, schoolId, fact, stretches, importId)
}

/**
 * Writes what an import changes of one fact. Stretches move before others are put where they stood: two of a fact never
 * start on one day.
 */
export function writeFact(db: WriteHandle, schoolId: string, fact: SchoolFactsTable['fact'], change: FactChange<StoredFact>, importId: string): void {
  for (const { id } of change.delete) run(db, build.deleteFrom('school_facts').where('id', '=', id))
  for (const { stored, after } of change.update) {
    run(db, build.updateTable('school_facts').set({ value: after.value, valid_from: after.validFrom, valid_to: after.validTo }).where('id', '=', stored.id))
  }
  for (const { value, validFrom, validTo } of change.insert) {
    inserter(db, 'school_facts', FACT_COLUMNS)([db.newId(), schoolId, fact, value, validFrom, validTo, importId])
  }
}

import type { CivilDate } from '../../api/base.ts'
import type { CategoryEntry, Concern, ConcernCategory, ConcernEntry } from '../../api/concerns.ts'
import { all, build, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'

/** The table of categories by name, each with how many concerns stand on it. */
export function listCategories(db: ReadHandle): ConcernCategory[] {
  const used = new Map(
    all(db, build.selectFrom('concerns').select(['category_id as id', ({ fn }) => fn.countAll<number>().as('concerns')]).groupBy('category_id')).map((row) => [row.id, row.concerns]),
  )
  const rows = all(
    db,
    build.selectFrom('concern_categories').select(['id', 'name', 'statutory', 'valid_from as from', 'valid_to as to', 'source']).orderBy('statutory', 'desc').orderBy('name'),
  )
  return rows.map((row) => ({ ...row, statutory: row.statutory === 1, concerns: used.get(row.id) ?? 0 }))
}

function categoryColumns({ name, statutory, from, to, source }: CategoryEntry) {
  return { name: cleanText(name).trim(), statutory: statutory ? (1 as const) : (0 as const), valid_from: from, valid_to: to, source: cleanText(source).trim() }
}

export function insertCategory(db: WriteHandle, entry: CategoryEntry): string {
  const id = db.newId()
  run(db, build.insertInto('concern_categories').values({ id, ...categoryColumns(entry) }))
  return id
}

export function updateCategory(db: WriteHandle, id: string, entry: CategoryEntry): void {
  run(db, build.updateTable('concern_categories').set(categoryColumns(entry)).where('id', '=', id))
}

export function deleteCategory(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('concern_categories').where('id', '=', id))
}

/** Concerns of some records or one of them by id, the latest decision first. */
export function listConcerns(db: ReadHandle, scope: { urns: readonly string[] } | { id: string }, day: CivilDate): Concern[] {
  const query = build
    .selectFrom('concerns')
    .innerJoin('schools', 'schools.id', 'concerns.school_id')
    .innerJoin('concern_categories as category', 'category.id', 'concerns.category_id')
    .select([
      'concerns.id',
      'schools.urn',
      'concerns.category_id as categoryId',
      'category.name as category',
      'category.statutory',
      'concerns.decided_on as decidedOn',
      'concerns.valid_from as from',
      'concerns.valid_to as to',
      'concerns.guidance',
      'concerns.source',
      'concerns.decided_by as decidedBy',
      'concerns.exempt',
      'concerns.paragraph',
    ])
    .orderBy('concerns.decided_on', 'desc')
    .orderBy('concerns.id', 'desc')
  const rows = all(db, 'id' in scope ? query.where('concerns.id', '=', scope.id) : query.where('schools.urn', 'in', [...scope.urns]))
  return rows.map((row) => ({
    ...row,
    statutory: row.statutory === 1,
    exempt: row.exempt === 1,
    current: row.from <= day && (row.to === null || day <= row.to),
  }))
}

function concernColumns(entry: ConcernEntry, schoolId: string) {
  return {
    school_id: schoolId,
    category_id: entry.categoryId,
    decided_on: entry.decidedOn,
    valid_from: entry.from,
    valid_to: entry.to,
    guidance: cleanText(entry.guidance).trim(),
    source: cleanText(entry.source).trim(),
    decided_by: cleanText(entry.decidedBy).trim(),
    exempt: entry.exempt ? (1 as const) : (0 as const),
    paragraph: entry.exempt ? entry.paragraph : null,
  }
}

export function insertConcern(db: WriteHandle, entry: ConcernEntry, schoolId: string): string {
  const id = db.newId()
  run(db, build.insertInto('concerns').values({ id, ...concernColumns(entry, schoolId), recorded_at: db.at }))
  return id
}

export function updateConcern(db: WriteHandle, id: string, entry: ConcernEntry, schoolId: string): void {
  run(db, build.updateTable('concerns').set(concernColumns(entry, schoolId)).where('id', '=', id))
}

export function endConcern(db: WriteHandle, id: string, on: CivilDate): void {
  run(db, build.updateTable('concerns').set({ valid_to: on }).where('id', '=', id))
}

export function deleteConcern(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('concerns').where('id', '=', id))
}

/** The concern in force on a day by URN: the latest decided, where a record has several. */
export function concernsInForce(db: ReadHandle, day: CivilDate): Map<string, { category: string; exempt: boolean }> {
  const rows = statement<{ urn: string; category: string; exempt: 0 | 1 }>(
    db,
    `SELECT schools.urn, category.name AS category, concerns.exempt FROM concerns
     JOIN schools ON schools.id = concerns.school_id JOIN concern_categories category ON category.id = concerns.category_id
     WHERE concerns.valid_from <= ? AND ifnull(concerns.valid_to, ?) >= ? ORDER BY concerns.decided_on, concerns.id`,
  ).all(day, day, day)
  return new Map(rows.map(({ urn, category, exempt }) => [urn, { category, exempt: exempt === 1 }]))
}

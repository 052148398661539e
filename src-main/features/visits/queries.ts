import type { Visit, VisitEntry } from '../../api/schools.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'

function visitColumns() {
  return build
    .selectFrom('visits')
    .innerJoin('schools', 'schools.id', 'visits.school_id')
    .select([
      'visits.id',
      'schools.urn',
      'schools.name as schoolName',
      'visits.date',
      'visits.visitor',
      'visits.kind',
      'visits.status',
      'visits.counts',
      'visits.purpose',
      'visits.note',
    ])
}

/** The latest visits, newest first; of one record where its URN is given. */
export function listVisits(db: ReadHandle, urn: string | undefined, limit: number): Visit[] {
  let query = visitColumns().orderBy('visits.date', 'desc').orderBy('visits.id', 'desc').limit(limit)
  if (urn !== undefined) query = query.where('schools.urn', '=', urn)
  return all(db, query).map((visit) => ({ ...visit, counts: visit.counts === 1 }))
}

export function findVisit(db: ReadHandle, id: string): Visit | undefined {
  const visit = first(db, visitColumns().where('visits.id', '=', id))
  return visit && { ...visit, counts: visit.counts === 1 }
}

/** Visitors by how often they are named. */
export function listVisitors(db: ReadHandle): string[] {
  const rows = all(
    db,
    build
      .selectFrom('visits')
      .select(['visitor', ({ fn }) => fn.countAll<number>().as('times')])
      .groupBy('visitor')
      .orderBy('times', 'desc')
      .orderBy('visitor')
      .limit(50),
  )
  return rows.map((row) => row.visitor)
}

export function findSchool(db: ReadHandle, urn: string): { id: string; name: string } | undefined {
  return first(db, build.selectFrom('schools').select(['id', 'name']).where('urn', '=', urn))
}

function columnsOf(entry: VisitEntry, schoolId: string) {
  return {
    school_id: schoolId,
    date: entry.date,
    visitor: cleanText(entry.visitor).trim(),
    kind: entry.kind,
    status: entry.status,
    counts: entry.counts ? (1 as const) : (0 as const),
    purpose: cleanText(entry.purpose).trim(),
    note: cleanText(entry.note),
  }
}

export function insertVisit(db: WriteHandle, entry: VisitEntry, schoolId: string): string {
  const id = db.newId()
  run(db, build.insertInto('visits').values({ id, ...columnsOf(entry, schoolId), recorded_at: db.at }))
  return id
}

export function updateVisit(db: WriteHandle, id: string, entry: VisitEntry, schoolId: string): void {
  run(db, build.updateTable('visits').set(columnsOf(entry, schoolId)).where('id', '=', id))
}

export function deleteVisit(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('visits').where('id', '=', id))
}

import type { CivilDate } from '../../api/base.ts'
import type { AlikeVisit, Visit, VisitEntry } from '../../api/visits.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { sameVisitKey } from '../../domain/visit-state.ts'

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
      'visits.planned_for as plannedFor',
      'visits.cancelled_because as cancelledBecause',
      'visits.evidence',
      'visits.response',
      'visits.responded_on as respondedOn',
      'visits.response_note as responseNote',
    ])
}

type Stored = NonNullable<ReturnType<typeof storedVisit>>

function storedVisit(db: ReadHandle, id: string) {
  return first(db, visitColumns().where('visits.id', '=', id))
}

function visitOf({ counts, cancelledBecause, evidence, responseNote, ...visit }: Stored): Visit {
  return { ...visit, counts: counts === 1, cancelledBecause: cancelledBecause ?? '', evidence: evidence ?? '', responseNote: responseNote ?? '' }
}

/** The latest visits, newest first; of one record where its URN is given. */
export function listVisits(db: ReadHandle, urn: string | undefined, limit: number): Visit[] {
  let query = visitColumns().orderBy('visits.date', 'desc').orderBy('visits.id', 'desc').limit(limit)
  if (urn !== undefined) query = query.where('schools.urn', '=', urn)
  return all(db, query).map(visitOf)
}

export function findVisit(db: ReadHandle, id: string): Visit | undefined {
  const visit = storedVisit(db, id)
  return visit && visitOf(visit)
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

/** The visits of these schools that are the same as one to be recorded: by day, kind and visitor however spelled; none that was called off. */
export function visitsAlike(db: ReadHandle, { urns, except, ...asked }: { urns: readonly string[]; except?: string | undefined } & Pick<VisitEntry, 'date' | 'kind' | 'visitor'>): AlikeVisit[] {
  const among = new Set(urns)
  const key = sameVisitKey({ ...asked, status: 'planned' })
  return all(
    db,
    build
      .selectFrom('visits')
      .innerJoin('schools', 'schools.id', 'visits.school_id')
      .select(['visits.id', 'schools.urn', 'schools.name as schoolName', 'visits.status', 'visits.date', 'visits.kind', 'visits.visitor'])
      .where('visits.date', '=', asked.date)
      .orderBy('schools.name')
      .orderBy('visits.id'),
  )
    .filter((visit) => visit.id !== except && among.has(visit.urn) && sameVisitKey(visit) === key)
    .map(({ id, urn, schoolName, status }) => ({ id, urn, schoolName, status }))
}

export function findSchool(db: ReadHandle, urn: string): { id: string; name: string } | undefined {
  return first(db, build.selectFrom('schools').select(['id', 'name']).where('urn', '=', urn))
}

/** Every record by name with its dates: what words from elsewhere may mean. */
export function listNamed(db: ReadHandle): { urn: string; name: string; openDate: CivilDate | null; closeDate: CivilDate | null }[] {
  return all(db, build.selectFrom('schools').select(['urn', 'name', 'open_date as openDate', 'close_date as closeDate']).orderBy('name').orderBy('urn'))
}

/** A visit as `settledVisit` leaves it. */
export type SettledVisit = VisitEntry & { plannedFor: CivilDate | null }

function columnsOf(entry: SettledVisit, schoolId: string) {
  const orNull = (text: string) => cleanText(text).trim() || null
  return {
    school_id: schoolId,
    date: entry.date,
    visitor: cleanText(entry.visitor).trim(),
    kind: entry.kind,
    status: entry.status,
    counts: entry.counts ? (1 as const) : (0 as const),
    purpose: cleanText(entry.purpose).trim(),
    note: cleanText(entry.note),
    planned_for: entry.plannedFor,
    cancelled_because: orNull(entry.cancelledBecause),
    evidence: orNull(entry.evidence),
    response: entry.response,
    responded_on: entry.respondedOn,
    response_note: orNull(entry.responseNote),
  }
}

export function insertVisit(db: WriteHandle, entry: SettledVisit, schoolId: string): string {
  const id = db.newId()
  run(db, build.insertInto('visits').values({ id, ...columnsOf(entry, schoolId), recorded_at: db.at }))
  return id
}

export function updateVisit(db: WriteHandle, id: string, entry: SettledVisit, schoolId: string): void {
  run(db, build.updateTable('visits').set(columnsOf(entry, schoolId)).where('id', '=', id))
}

/** A planned visit was made on a day. */
export function completeVisit(db: WriteHandle, id: string, dates: { date: CivilDate; plannedFor: CivilDate }): void {
  run(db, build.updateTable('visits').set({ status: 'completed', date: dates.date, planned_for: dates.plannedFor }).where('id', '=', id))
}

export function cancelVisit(db: WriteHandle, id: string, because: string): void {
  run(db, build.updateTable('visits').set({ status: 'cancelled', cancelled_because: cleanText(because).trim() }).where('id', '=', id))
}

export function deleteVisit(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('visits').where('id', '=', id))
}

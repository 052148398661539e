import { all, build, first, inserter, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { LinkRow, NeedRow, VisitRow } from '../../imports/small-rows.ts'

export interface KnownSchool {
  id: string
  name: string
}

/** Finds a record of the register by its URN. */
export function schoolFinder(db: ReadHandle): (urn: string) => KnownSchool | undefined {
  const one = statement<KnownSchool>(db, 'SELECT id, name FROM schools WHERE urn = ?')
  return (urn) => one.get(urn)
}

export function linkFinder(db: ReadHandle): (row: LinkRow) => { id: string; establishedOn: CivilDate | null } | undefined {
  const one = statement<{ id: string; establishedOn: string | null }>(
    db,
    'SELECT id, established_on AS establishedOn FROM school_links WHERE urn = ? AND link_urn = ? AND type = ?',
  )
  return ({ urn, linkUrn, type }) => one.get(urn, linkUrn, type)
}

export function insertLink(db: WriteHandle, row: LinkRow): void {
  inserter(db, 'school_links', ['id', 'urn', 'link_urn', 'type', 'established_on'])([db.newId(), row.urn, row.linkUrn, row.type, row.establishedOn])
}

export function dateLink(db: WriteHandle, id: string, establishedOn: CivilDate | null): void {
  run(db, build.updateTable('school_links').set({ established_on: establishedOn }).where('id', '=', id))
}

export type StoredVisit = Omit<VisitRow, 'urn'> & { id: string }

/** The visits of a record in the order in which they were recorded: two that say the same are two visits. */
export function storedVisits(db: ReadHandle, schoolId: string): StoredVisit[] {
  const query = build
    .selectFrom('visits')
    .select(['id', 'date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note', 'evidence', 'response', 'responded_on as respondedOn', 'response_note as responseNote', 'cancelled_because as cancelledBecause'])
    .where('school_id', '=', schoolId)
    .orderBy('id')
  return all(db, query).map(({ evidence, responseNote, cancelledBecause, ...visit }) => ({
    ...visit,
    counts: visit.counts === 1,
    evidence: evidence ?? '',
    responseNote: responseNote ?? '',
    cancelledBecause: cancelledBecause ?? '',
  }))
}

/** Adds to a visit what a later file says of it. */
export function completeImportedVisit(db: WriteHandle, id: string, more: Pick<VisitRow, 'evidence' | 'response' | 'respondedOn' | 'responseNote' | 'cancelledBecause'>): void {
  const { evidence, response, respondedOn, responseNote, cancelledBecause } = more
  const columns = { evidence: evidence || null, response, responded_on: respondedOn, response_note: responseNote || null, cancelled_because: cancelledBecause || null }
  run(db, build.updateTable('visits').set(columns).where('id', '=', id))
}

const VISIT_COLUMNS = [
  'id', 'school_id', 'date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note', 'evidence', 'response', 'responded_on', 'response_note', 'cancelled_because', 'recorded_at',
] as const

export function insertImportedVisit(db: WriteHandle, schoolId: string, row: VisitRow): void {
  inserter(db, 'visits', VISIT_COLUMNS)([
    db.newId(),
    schoolId,
    row.date,
    row.visitor,
    row.kind,
    row.status,
    row.counts ? 1 : 0,
    row.purpose,
    row.note,
    row.evidence || null,
    row.response,
    row.respondedOn,
    row.responseNote || null,
    row.cancelledBecause || null,
    db.at,
  ])
}

/** The judgements of a record in the order in which they count: of one day, the later recorded last. */
export function storedNeeds(db: ReadHandle, schoolId: string): Omit<NeedRow, 'urn'>[] {
  const query = build
    .selectFrom('need_judgements')
    .select(['decided_on as decidedOn', 'requires_package as requiresPackage', 'reason'])
    .where('school_id', '=', schoolId)
    .orderBy('decided_on')
    .orderBy('recorded_at')
    .orderBy('id')
  return all(db, query).map((need) => ({ ...need, requiresPackage: need.requiresPackage === 1 }))
}

export function insertImportedNeed(db: WriteHandle, schoolId: string, row: NeedRow): void {
  inserter(db, 'need_judgements', ['id', 'school_id', 'decided_on', 'requires_package', 'reason', 'recorded_at'])([
    db.newId(),
    schoolId,
    row.decidedOn,
    row.requiresPackage ? 1 : 0,
    row.reason,
    db.at,
  ])
}

export interface StoredBody {
  id: string
  name: string
  code: string
  kind: string
  district: string | null
}

export function storedBodies(db: ReadHandle): { bodies: StoredBody[]; aliases: { bodyId: string; name: string }[] } {
  return {
    bodies: all(db, build.selectFrom('bodies').select(['id', 'name', 'code', 'kind', 'district'])),
    aliases: all(db, build.selectFrom('body_aliases').select(['body_id as bodyId', 'name'])),
  }
}

/** The sitting of a body on a day; one that took place before one that was cancelled. */
export function meetingOn(db: ReadHandle, bodyId: string, date: CivilDate): { id: string; cancelled: boolean } | undefined {
  const query = build.selectFrom('meetings').select(['id', 'state']).where('body_id', '=', bodyId).where('date', '=', date).orderBy('id')
  const sittings = all(db, query).map(({ id, state }) => ({ id, cancelled: state === 'cancelled' }))
  return sittings.find((sitting) => !sitting.cancelled) ?? sittings[0]
}

export function storedAttendance(db: ReadHandle, meetingId: string, schoolId: string): { id: string; attended: boolean } | undefined {
  const query = build.selectFrom('school_attendance').select(['id', 'attended']).where('meeting_id', '=', meetingId).where('school_id', '=', schoolId)
  const row = first(db, query)
  return row && { id: row.id, attended: row.attended === 1 }
}

export function insertDistrictGroup(db: WriteHandle, { name, code, district }: { name: string; code: string; district: string }): string {
  const id = db.newId()
  run(db, build.insertInto('bodies').values({ id, name, code, kind: 'districtStrategyGroup', district, statutory: 0 }))
  return id
}

export function insertHeldMeeting(db: WriteHandle, bodyId: string, date: CivilDate): string {
  const id = db.newId()
  run(db, build.insertInto('meetings').values({ id, body_id: bodyId, date, time: '', place: '', state: 'held' }))
  return id
}

export function insertAttendance(db: WriteHandle, meetingId: string, schoolId: string, attended: boolean): void {
  inserter(db, 'school_attendance', ['id', 'meeting_id', 'school_id', 'attended'])([db.newId(), meetingId, schoolId, attended ? 1 : 0])
}

export function changeAttendance(db: WriteHandle, id: string, attended: boolean): void {
  run(db, build.updateTable('school_attendance').set({ attended: attended ? 1 : 0 }).where('id', '=', id))
}

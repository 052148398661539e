import type { AgendaItem, MeetingRow, MeetingState, MinutesState, Presence } from '../../api/meetings.ts'
import type { CivilDate } from '../../api/base.ts'
import { emptyRichText, richText } from '../../api/richtext.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { roleOf } from '../../domain/agenda-roles.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { decisionNumber } from '../../domain/numbering.ts'
import { minutesStateOf, minutesStates } from '../minutes/version-queries.ts'

/** What a minute may hold and still say nothing. */
const BLANKS = ' \t\n\u00A0'

function meetingColumns() {
  return build
    .selectFrom('meetings')
    .innerJoin('bodies', 'bodies.id', 'meetings.body_id')
    .select((eb) => [
      'meetings.id',
      'meetings.body_id as bodyId',
      'bodies.name as bodyName',
      'bodies.kind as bodyKind',
      'bodies.code as bodyCode',
      'bodies.district',
      'bodies.statutory',
      'meetings.date',
      'meetings.time',
      'meetings.place',
      'meetings.state',
      eb.selectFrom('agenda_items').whereRef('agenda_items.meeting_id', '=', 'meetings.id').select(eb.fn.countAll<number>().as('c')).as('items'),
      eb
        .selectFrom('minutes')
        .innerJoin('agenda_items', 'agenda_items.id', 'minutes.item_id')
        .whereRef('agenda_items.meeting_id', '=', 'meetings.id')
        .where((minute) => minute.or([minute(minute.fn('trim', ['minutes.text', minute.val(BLANKS)]), '<>', ''), minute('minutes.document', 'like', '%"type":"figure"%')]))
        .select(eb.fn.countAll<number>().as('c'))
        .as('minuted'),
      eb.selectFrom('decisions').whereRef('decisions.meeting_id', '=', 'meetings.id').select(eb.fn.countAll<number>().as('c')).as('decisions'),
      eb.selectFrom('actions').whereRef('actions.meeting_id', '=', 'meetings.id').select(eb.fn.countAll<number>().as('c')).as('actions'),
      eb
        .selectFrom('school_attendance')
        .whereRef('school_attendance.meeting_id', '=', 'meetings.id')
        .where('school_attendance.attended', '=', 1)
        .select(eb.fn.countAll<number>().as('c'))
        .as('attendedSchools'),
    ])
}

export interface StoredMeeting extends MeetingRow {
  district: string | null
  statutory: 0 | 1
}

/** SQLite's count is never null, but a subquery's type says that it may be. */
function counted<Row extends Record<'items' | 'minuted' | 'decisions' | 'actions' | 'attendedSchools', number | null>>(row: Row, minutes: MinutesState) {
  const { items, minuted, decisions, actions, attendedSchools } = row
  return { ...row, minutes, items: items ?? 0, minuted: minuted ?? 0, decisions: decisions ?? 0, actions: actions ?? 0, attendedSchools: attendedSchools ?? 0 }
}

/** Meetings, the latest first. */
export function listMeetings(db: ReadHandle, scope: { bodyId?: string | undefined; kind?: MeetingRow['bodyKind'] | undefined }): StoredMeeting[] {
  let query = meetingColumns().orderBy('meetings.date', 'desc').orderBy('meetings.time', 'desc').orderBy('bodies.name')
  if (scope.bodyId !== undefined) query = query.where('meetings.body_id', '=', scope.bodyId)
  if (scope.kind !== undefined) query = query.where('bodies.kind', '=', scope.kind)
  const states = minutesStates(db)
  return all(db, query).map((row) => counted(row, states.get(row.id) ?? 'drafting'))
}

export function findMeeting(db: ReadHandle, id: string): StoredMeeting | undefined {
  const row = first(db, meetingColumns().where('meetings.id', '=', id))
  return row && counted(row, minutesStateOf(db, id))
}

/** The meeting of the same body before this one: the one whose minutes it takes. */
export function previousMeeting(db: ReadHandle, meeting: StoredMeeting): { id: string; date: CivilDate } | null {
  const row = first(
    db,
    build
      .selectFrom('meetings')
      .select(['id', 'date'])
      .where('body_id', '=', meeting.bodyId)
      .where('date', '<', meeting.date)
      .where('state', '<>', 'cancelled')
      .orderBy('date', 'desc')
      .limit(1),
  )
  return row ?? null
}

export function listAttendees(db: ReadHandle, meetingId: string) {
  return all(db, build.selectFrom('attendees').select(['id', 'role', 'organisation', 'presence']).where('meeting_id', '=', meetingId).orderBy('id'))
}

/** The agenda with what is minuted under each item; numbers are positions from 1, without gaps. */
export function listItems(db: ReadHandle, meetingId: string): AgendaItem[] {
  const rows = all(
    db,
    build
      .selectFrom('agenda_items')
      .leftJoin('minutes', 'minutes.item_id', 'agenda_items.id')
      .select(['agenda_items.id', 'agenda_items.title', 'agenda_items.presenter', 'agenda_items.purpose', 'agenda_items.minutes', 'agenda_items.paragraph', 'agenda_items.public_interest as publicInterest', 'agenda_items.role', 'agenda_items.outcome', 'minutes.document', 'minutes.saved_at as savedAt'])
      .where('agenda_items.meeting_id', '=', meetingId)
      .orderBy('agenda_items.position'),
  )
  return rows.map(({ document, publicInterest, ...item }, i) => ({ ...item, publicInterest: publicInterest ?? '', role: roleOf(item), number: i + 1, document: document === null ? emptyRichText : richText.parse(JSON.parse(document)) }))
}

export function listDecisions(db: ReadHandle, meeting: StoredMeeting) {
  return all(
    db,
    build.selectFrom('decisions').select(['id', 'item_id as itemId', 'year', 'ordinal', 'text', 'reasons']).where('meeting_id', '=', meeting.id).orderBy('ordinal'),
  ).map(({ year, ordinal, ...decision }) => ({ ...decision, number: decisionNumber(meeting.bodyCode, year, ordinal) }))
}

export interface MeetingEntry {
  bodyId: string
  date: CivilDate
  time: string
  place: string
}

/** Makes a meeting with its body's standing items, and its members as those who are expected. */
export function insertMeeting(db: WriteHandle, entry: MeetingEntry): string {
  const id = db.newId()
  run(db, build.insertInto('meetings').values({ id, body_id: entry.bodyId, date: entry.date, time: entry.time, place: cleanText(entry.place).trim(), state: 'planned' }))
  const items = all(db, build.selectFrom('standing_items').select(['title', 'purpose', 'presenter', 'minutes', 'role']).where('body_id', '=', entry.bodyId).orderBy('position'))
  items.forEach(({ presenter, ...item }, i) => {
    run(db, build.insertInto('agenda_items').values({ id: db.newId(), meeting_id: id, position: i + 1, presenter: presenter ?? '', ...item }))
  })
  for (const { role, organisation, chair } of membersOn(db, entry.bodyId, entry.date)) {
    insertAttendee(db, { meetingId: id, role: chair === 1 ? `${role} (chair)` : role, organisation, presence: null })
  }
  return id
}

/** The members of a body on a day. Nobody knows who they were before the first known ones: then today's. */
function membersOn(db: ReadHandle, bodyId: string, day: CivilDate) {
  const members = build.selectFrom('body_members').select(['role', 'organisation', 'chair']).where('body_id', '=', bodyId).orderBy('chair', 'desc').orderBy('id')
  const then = members.where('valid_from', '<=', day).where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
  const known = all(db, then)
  return known.length > 0 ? known : all(db, members.where('valid_to', 'is', null))
}

export function updateMeeting(db: WriteHandle, id: string, entry: Omit<MeetingEntry, 'bodyId'>): void {
  run(db, build.updateTable('meetings').set({ date: entry.date, time: entry.time, place: cleanText(entry.place).trim() }).where('id', '=', id))
}

export function updateMeetingState(db: WriteHandle, id: string, state: MeetingState): void {
  run(db, build.updateTable('meetings').set({ state }).where('id', '=', id))
}

export function deleteMeeting(db: WriteHandle, id: string): void {
  for (const { id: item } of all(db, build.selectFrom('agenda_items').select('id').where('meeting_id', '=', id))) {
    run(db, build.deleteFrom('minutes').where('item_id', '=', item))
    run(db, build.deleteFrom('agenda_items').where('id', '=', item))
  }
  run(db, build.deleteFrom('attendees').where('meeting_id', '=', id))
  run(db, build.deleteFrom('school_attendance').where('meeting_id', '=', id))
  run(db, build.deleteFrom('meetings').where('id', '=', id))
}

export function findAttendee(db: ReadHandle, id: string) {
  return first(db, build.selectFrom('attendees').select(['id', 'role', 'meeting_id as meetingId']).where('id', '=', id))
}

export function insertAttendee(db: WriteHandle, attendee: { meetingId: string; role: string; organisation: string; presence: Presence | null }): string {
  const id = db.newId()
  run(
    db,
    build.insertInto('attendees').values({
      id,
      meeting_id: attendee.meetingId,
      role: cleanText(attendee.role).trim(),
      organisation: cleanText(attendee.organisation).trim(),
      presence: attendee.presence,
    }),
  )
  return id
}

export function updatePresence(db: WriteHandle, id: string, presence: Presence | null): void {
  run(db, build.updateTable('attendees').set({ presence }).where('id', '=', id))
}

export function deleteAttendee(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('attendees').where('id', '=', id))
}

import type { CivilDate } from '../../api/base.ts'
import type { Presence } from '../../api/meetings.ts'
import { inserter, type WriteHandle } from '../../database/index.ts'
import type { DatedValue } from '../../domain/dated-facts.ts'
import { seedEstablishmentTypes } from '../../domain/establishment-types.ts'
import { plainText } from '../../domain/rich-text.ts'
import type { SampleAttendance } from './attendance.ts'
import { documentOf } from './committee.ts'
import type { SampleJudgement } from './needs.ts'
import type { SampleRecord, SampleRegister } from './school-line.ts'
import type { Particulars } from './school-particulars.ts'
import type { SampleBody, SampleMeeting } from './seed.ts'
import type { SampleVisit } from './visit-records.ts'

/** Row ids by what the sample calls a thing: a school by its URN, a body by its code, a meeting by body and date. */
export type Ids = ReadonlyMap<string, string>

export function insertTypes(db: WriteHandle): void {
  const insert = inserter(db, 'establishment_types', ['id', 'name', 'type_group', 'school_group'])
  for (const { name, typeGroup, group } of seedEstablishmentTypes) insert([db.newId(), name, typeGroup, group])
}

const PARTICULARS = [
  'la_code', 'la_name', 'establishment_number', 'street', 'locality', 'town', 'county', 'postcode', 'website', 'telephone', 'low_age',
  'high_age', 'capacity', 'pupils', 'gender', 'religious_character', 'sponsor', 'ward', 'head_role', 'rest',
] as const satisfies (keyof Particulars)[]

/** Writes the records with their dated facts; answers their row ids by URN. */
export function insertRecords(db: WriteHandle, records: readonly SampleRecord[], particularsOf: (record: SampleRecord) => Particulars, registerDate: CivilDate): Ids {
  const ids = new Map<string, string>()
  const insert = inserter(db, 'schools', ['id', 'urn', 'name', 'phase', 'open_date', 'close_date', 'reason_opened', 'reason_closed', 'register_date', ...PARTICULARS])
  const insertFact = inserter(db, 'school_facts', ['id', 'school_id', 'fact', 'value', 'valid_from', 'valid_to', 'import_id'])
  for (const record of records) {
    const { urn, name, phase, openDate, closeDate, reasonOpened, reasonClosed, types, statuses, district } = record
    const id = db.newId()
    ids.set(urn, id)
    const particulars = particularsOf(record)
    insert([id, urn, name, phase, openDate, closeDate, reasonOpened, reasonClosed, registerDate, ...PARTICULARS.map((column) => particulars[column])])
    const write = (fact: string, { value, validFrom, validTo }: DatedValue) => insertFact([db.newId(), id, fact, value, validFrom, validTo, null])
    for (const type of types) write('type', type)
    for (const status of statuses) write('status', status)
    const [first] = types
    if (first) write('district', { ...first, value: district, validTo: null })
    const { trust, inspection } = particulars
    if (first && trust !== null) write('trust', { ...first, value: trust, validTo: null })
    if (inspection) write('outcome', { value: inspection.outcome, validFrom: inspection.date, validTo: null })
  }
  return ids
}

export function insertLinks(db: WriteHandle, links: SampleRegister['links']): void {
  const insert = inserter(db, 'school_links', ['id', 'urn', 'link_urn', 'type', 'established_on'])
  for (const { urn, linkUrn, type, establishedOn } of links) insert([db.newId(), urn, linkUrn, type, establishedOn])
}

const VISIT_RECORD = ['planned_for', 'cancelled_because', 'evidence', 'response', 'responded_on', 'response_note'] as const

export function insertVisits(db: WriteHandle, visits: readonly SampleVisit[], schools: Ids): void {
  const insert = inserter(db, 'visits', ['id', 'school_id', 'date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note', 'recorded_at', ...VISIT_RECORD])
  for (const { record, date, visitor, kind, status, counts, purpose, note, recorded_at, ...visit } of visits) {
    insert([db.newId(), schools.get(record.urn), date, visitor, kind, status, counts ? 1 : 0, purpose, note, recorded_at, ...VISIT_RECORD.map((column) => visit[column])])
  }
}

export function insertJudgements(db: WriteHandle, judgements: readonly SampleJudgement[], schools: Ids): void {
  const insert = inserter(db, 'need_judgements', ['id', 'school_id', 'decided_on', 'requires_package', 'reason', 'recorded_at'])
  for (const { record, decidedOn, requires, reason, recordedAt } of judgements) {
    insert([db.newId(), schools.get(record.urn), decidedOn, requires ? 1 : 0, reason, recordedAt])
  }
}

/** Writes the bodies with aliases, members and standing items; answers their row ids by code. */
export function insertBodies(db: WriteHandle, bodies: readonly SampleBody[], from: string): Ids {
  const ids = new Map<string, string>()
  const insert = inserter(db, 'bodies', ['id', 'name', 'code', 'kind', 'district', 'statutory'])
  const insertAlias = inserter(db, 'body_aliases', ['id', 'body_id', 'name'])
  const insertMember = inserter(db, 'body_members', ['id', 'body_id', 'role', 'organisation', 'chair', 'valid_from', 'valid_to'])
  const insertItem = inserter(db, 'standing_items', ['id', 'body_id', 'position', 'title', 'purpose'])
  for (const body of bodies) {
    const id = db.newId()
    ids.set(body.code, id)
    insert([id, body.name, body.code, body.kind, body.district, body.statutory ? 1 : 0])
    for (const alias of body.aliases) insertAlias([db.newId(), id, alias])
    for (const { role, organisation, chair } of body.members) insertMember([db.newId(), id, role, organisation, chair ? 1 : 0, from, null])
    body.standingItems.forEach(({ title, purpose }, i) => insertItem([db.newId(), id, i + 1, title, purpose]))
  }
  return ids
}

/** Writes the meetings with all that happened at them, in order of date; answers their row ids by body and date. */
export function insertMeetings(db: WriteHandle, meetings: readonly SampleMeeting[], bodies: readonly SampleBody[], bodyIds: Ids): Ids {
  const ids = new Map<string, string>()
  const insert = inserter(db, 'meetings', ['id', 'body_id', 'date', 'time', 'place', 'state'])
  const insertAttendee = inserter(db, 'attendees', ['id', 'meeting_id', 'role', 'organisation', 'presence'])
  const insertAgenda = agendaInserter(db)
  for (const meeting of meetings) {
    const id = db.newId()
    const bodyId = bodyIds.get(meeting.body)
    const body = bodies.find(({ code }) => code === meeting.body)
    if (!body || bodyId === undefined) throw new Error(`The sample has no body with the code ${meeting.body}`)
    ids.set(`${meeting.body} ${meeting.date}`, id)
    insert([id, bodyId, meeting.date, meeting.time, meeting.place, meeting.state])
    for (const member of body.members) insertAttendee([db.newId(), id, member.role, member.organisation, presenceOf(meeting, member)])
    insertAgenda(meeting, id, bodyId)
  }
  return ids
}

function presenceOf(meeting: SampleMeeting, member: SampleBody['members'][number]): Presence | null {
  if (meeting.state !== 'held') return null
  if (meeting.apologies.includes(member.role)) return 'apologies'
  return member.inAttendance ? 'inAttendance' : 'present'
}

/** Items with minutes, decisions (numbered by body and year) and actions (numbered by meeting). */
function agendaInserter(db: WriteHandle): (meeting: SampleMeeting, meetingId: string, bodyId: string) => void {
  const insertItem = inserter(db, 'agenda_items', ['id', 'meeting_id', 'position', 'title', 'presenter', 'purpose'])
  const insertMinute = inserter(db, 'minutes', ['id', 'item_id', 'document', 'text', 'saved_at'])
  const insertDecision = inserter(db, 'decisions', ['id', 'body_id', 'meeting_id', 'item_id', 'year', 'ordinal', 'text', 'reasons'])
  const insertAction = inserter(db, 'actions', ['id', 'meeting_id', 'item_id', 'ordinal', 'text', 'not_before'])
  const insertEvents = eventInserter(db)
  const decided = new Map<string, number>()
  return (meeting, meetingId, bodyId) => {
    const year = Number(meeting.date.slice(0, 4))
    let actions = 0
    meeting.agenda.forEach((item, i) => {
      const itemId = db.newId()
      insertItem([itemId, meetingId, i + 1, item.title, item.presenter, item.purpose])
      const document = documentOf(item.minutes)
      if (document) insertMinute([db.newId(), itemId, JSON.stringify(document), plainText(document), `${meeting.date}T16:45:00.000Z`])
      for (const { text, reasons } of item.decisions) {
        const ordinal = (decided.get(`${bodyId} ${year}`) ?? 0) + 1
        decided.set(`${bodyId} ${year}`, ordinal)
        insertDecision([db.newId(), bodyId, meetingId, itemId, year, ordinal, text, reasons])
      }
      for (const action of item.actions) {
        const actionId = db.newId()
        actions += 1
        insertAction([actionId, meetingId, itemId, actions, action.text, action.notBefore])
        insertEvents(meeting, actionId, action)
      }
    })
  }
}

function eventInserter(db: WriteHandle): (meeting: SampleMeeting, actionId: string, action: SampleMeeting['agenda'][number]['actions'][number]) => void {
  const insert = inserter(db, 'action_events', ['id', 'action_id', 'kind', 'date', 'owner', 'due', 'note', 'officer', 'recorded_at'])
  return (meeting, actionId, { owner, due, events }) => {
    insert([db.newId(), actionId, 'opened', meeting.date, owner, due, '', db.officer, `${meeting.date}T16:50:00.000Z`])
    events.forEach((event, i) => {
      insert([db.newId(), actionId, event.kind, event.date, event.owner, event.due, event.note, db.officer, `${event.date}T17:0${i}:00.000Z`])
    })
  }
}

export function insertAttendance(db: WriteHandle, attendance: readonly SampleAttendance[], meetings: Ids, schools: Ids): void {
  const insert = inserter(db, 'school_attendance', ['id', 'meeting_id', 'school_id', 'attended'])
  for (const { group, date, record, attended } of attendance) {
    insert([db.newId(), meetings.get(`${group} ${date}`), schools.get(record.urn), attended ? 1 : 0])
  }
}

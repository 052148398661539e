import type { Generated } from 'kysely'

/** The rows of the committee secretariat: bodies, meetings, minutes, decisions and actions. As in `tables.ts`. */
export interface CommitteeTables {
  bodies: BodiesTable
  body_aliases: { id: string; body_id: string; name: string }
  body_members: BodyMembersTable
  body_schedules: BodySchedulesTable
  bank_holidays: { id: string; date: string; title: string }
  standing_items: StandingItemsTable
  meetings: MeetingsTable
  attendees: AttendeesTable
  declarations: DeclarationsTable
  agenda_items: AgendaItemsTable
  item_papers: ItemPapersTable
  minutes: { n: Generated<number>; id: string; item_id: string; document: string; text: string; saved_at: string }
  minutes_versions: MinutesVersionsTable
  minutes_events: MinutesEventsTable
  minute_corrections: MinuteCorrectionsTable
  decisions: DecisionsTable
  actions: ActionsTable
  action_events: ActionEventsTable
  mentions: { kind: string; target: string; source: 'minutes' | 'paper_sections'; source_id: string }
}

type Flag = 0 | 1
type ItemPurpose = 'decision' | 'discussion' | 'information'
type Presence = 'present' | 'inAttendance' | 'apologies' | 'absent'
/** An item that fills itself: the minutes to be agreed, or the open actions of the body. */
type ItemRole = 'lastMinutes' | 'mattersArising'

export interface BodyMembersTable {
  id: string
  body_id: string
  role: string
  organisation: string
  chair: Flag
  valid_from: string
  valid_to: string | null
  /** Who comes in the member's place, by role. */
  substitute: string | null
}

export interface BodySchedulesTable {
  id: string
  body_id: string
  rhythm: 'weekly' | 'fortnightly' | 'monthly' | 'termly' | 'dates' | 'none'
  /** A day on which it meets: gives the weekday, and in a month which one of them. */
  first_on: string | null
  /** JSON array of civil dates, where the rhythm is `dates`. */
  dates: string
  valid_from: string
  valid_to: string | null
}

export interface StandingItemsTable {
  id: string
  body_id: string
  position: number
  title: string
  purpose: ItemPurpose
  presenter: string | null
  minutes: number | null
  role: ItemRole | null
}

export interface AttendeesTable {
  id: string
  meeting_id: string
  role: string
  organisation: string
  presence: Presence | null
  /** The member whose place is taken. */
  stands_in_for: string | null
  /** Times as `14:05`; null: from the beginning, to the end. */
  arrived_at: string | null
  left_at: string | null
}

/** An interest that somebody declared at a meeting, in one item or in all. */
export interface DeclarationsTable {
  id: string
  meeting_id: string
  attendee_id: string
  item_id: string | null
  kind: 'pecuniary' | 'other'
  interest: string
  withdrew: Flag
}

export interface AgendaItemsTable {
  id: string
  meeting_id: string
  position: number
  title: string
  presenter: string
  purpose: ItemPurpose
  /** Time set aside for it. */
  minutes: number | null
  /** Of Schedule 12A, where the item is exempt. */
  paragraph: number | null
  public_interest: string | null
  role: ItemRole | null
  /** What became of an item for decision in which nothing was decided. */
  outcome: 'noted' | 'deferred' | 'withdrawn' | null
}

/** A paper of an item: a file that was attached, a paper that Quartet writes, or (neither) one that is to follow. */
export interface ItemPapersTable {
  id: string
  item_id: string
  position: number
  title: string
  file_id: string | null
  paper_id: string | null
  paragraph: number | null
  public_interest: string | null
}

/** Minutes as they were sent out or agreed: never changed. `content` is all that stands in them, as JSON. */
export interface MinutesVersionsTable {
  id: string
  meeting_id: string
  number: number
  kind: 'circulated' | 'agreed'
  content: string
  file_id: string
  public_file_id: string | null
  sha256: string
  made_on: string
}

export interface MinutesEventsTable {
  id: string
  meeting_id: string
  kind: 'circulated' | 'comment' | 'agreed' | 'agreedWithCorrections' | 'signed'
  date: string
  version_id: string | null
  /** The later meeting, and its item, by whose minute they were agreed. */
  at_meeting_id: string | null
  at_item_id: string | null
  by_whom: string
  note: string
  officer: string
  recorded_at: string
}

/** A correction of agreed minutes, made by a minute of a later meeting. */
export interface MinuteCorrectionsTable {
  id: string
  item_id: string
  at_item_id: string
  old_words: string
  new_words: string
  reason: string
  recorded_at: string
}

export interface BodiesTable {
  id: string
  name: string
  code: string
  kind:
    | 'quartet'
    | 'contractManagement'
    | 'districtStrategyGroup'
    | 'crossCutting'
    | 'educationImprovement'
    | 'auditCommittee'
    | 'lasiWorkshop'
    | 'other'
  district: string | null
  statutory: Flag
  /** How many members must be present; null where none is set. */
  quorum: number | null
  /** Clear days between agenda and meeting; null: five where statutory, by the usual rule otherwise. */
  clear_days: number | null
  /** Working days before the agenda goes out by which papers must be in. */
  papers_days: number | null
  usual_time: string | null
  usual_place: string | null
  ended_on: string | null
}

export interface MeetingsTable {
  id: string
  body_id: string
  date: string
  time: string
  place: string
  state: 'planned' | 'agendaIssued' | 'held' | 'cancelled' | 'inquorate' | 'adjourned'
  /** `14:00`, as `time`. */
  ended_at: string | null
  agenda_issued_on: string | null
  /** Why it was cancelled, inquorate or adjourned. */
  state_reason: string | null
  /** The adjourned meeting whose business this one takes up. */
  continues_id: string | null
  /** The Word file from which its minutes were read in. */
  source_file_id: string | null
}

export interface DecisionsTable {
  n: Generated<number>
  id: string
  body_id: string
  meeting_id: string
  item_id: string
  year: number
  ordinal: number
  text: string
  reasons: string
}

export interface ActionsTable {
  n: Generated<number>
  id: string
  meeting_id: string
  item_id: string | null
  ordinal: number
  text: string
  not_before: string | null
  visit_id: string | null
  school_id: string | null
}

export interface ActionEventsTable {
  id: string
  action_id: string
  kind:
    | 'opened'
    | 'started'
    | 'progress'
    | 'extended'
    | 'transferred'
    | 'done'
    | 'confirmed'
    | 'superseded'
    | 'cancelled'
    | 'reopened'
  date: string
  owner: string | null
  due: string | null
  note: string
  officer: string
  recorded_at: string
  /** The meeting at which it was confirmed, or that made the move. */
  meeting_id: string | null
  /** The action that takes its place, where it was superseded. */
  other_action_id: string | null
  /** Set by `parked`: nothing is expected before that day; null takes it away. */
  not_before: string | null
}

import type { CivilDate } from '../api/base.ts'
import type { ContactKind, FigureSettings } from '../api/settings.ts'
import type { DatedValue } from './dated-facts.ts'
import type { Group } from './groups.ts'
import type { Link } from './school-line.ts'

/** Everything the statistics are counted from, as plain rows: no row is left out or put right on the way here. */
export interface FigureFacts {
  records: Iterable<RecordFacts>
  groupOfType(type: string): Group
  links: Iterable<Link>
  visits: Iterable<VisitFact>
  /** Sittings of District Strategy Groups; the same group and date twice is one meeting. Not cancelled ones. */
  dsgMeetings: Iterable<DsgMeetingFact>
  attendance: Iterable<AttendanceFact>
  judgements: Iterable<JudgementFact>
  /** What officers said of a school's membership of a group, beside its district; only mean attendance asks for it. */
  memberships?: Iterable<MembershipFact>
}

export interface RecordFacts {
  urn: string
  name: string
  phase: string
  openDate: CivilDate | null
  /** The last open day. */
  closeDate: CivilDate | null
  types: readonly DatedValue[]
  statuses: readonly DatedValue[]
  districts: readonly DatedValue[]
}

export interface VisitFact {
  urn: string
  date: CivilDate
  status: 'planned' | 'completed' | 'cancelled'
  /** Whether the officer says that it counts as a contract visit. */
  counts: boolean
  kind: ContactKind
}

export interface DsgMeetingFact {
  /** Any text that tells one group from another; the same in `AttendanceFact`. */
  groupKey: string
  date: CivilDate
  /** The district whose group it is; needed by the methods of coverage that go by district. */
  district?: string | null
}

export interface AttendanceFact extends DsgMeetingFact {
  urn: string
  attended: boolean
}

/** Put into a group or taken out of it, first and last day. */
export interface MembershipFact {
  urn: string
  groupKey: string
  member: boolean
  validFrom: CivilDate
  validTo: CivilDate | null
}

export interface JudgementFact {
  urn: string
  decidedOn: CivilDate
  requires: boolean
  /** ISO UTC: of two judgements on one date the later recorded stands. */
  recordedAt: string
  /** Settles what date and time leave open. */
  id: string
}

/** What is asked: the as-at date t, the start t0 of the window, and the choices kept with every figure. */
export interface FigureQuestion {
  asAt: CivilDate
  from: CivilDate
  settings: FigureSettings
}

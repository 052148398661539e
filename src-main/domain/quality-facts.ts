import type { CivilDate } from '../api/base.ts'
import type { QualityFix, QualityRule } from '../api/quality.ts'
import type { DatedValue } from './dated-facts.ts'
import type { JudgementFact, VisitFact } from './figure-facts.ts'
import type { Group } from './groups.ts'
import type { OpenFacts } from './open-on.ts'
import type { Link } from './school-line.ts'

export interface QualityRecord extends OpenFacts {
  urn: string
  name: string
  /** Three digits; null where the register has none. */
  laCode: string | null
  types: readonly DatedValue[]
  districts: readonly DatedValue[]
}

/** A sitting of a District Strategy Group that was held. */
export interface HeldMeeting {
  id: string
  body: string
  district: string | null
  date: CivilDate
}

/** Everything that the rules look at, as plain rows. */
export interface QualityFacts {
  today: CivilDate
  carryOver: boolean
  contractStart: CivilDate
  records: readonly QualityRecord[]
  groupOfType: (type: string) => Group
  /** The type group that the table gives a type; null or empty where it knows none. */
  typeGroupOf: (type: string) => string | null
  links: readonly Link[]
  visits: readonly (VisitFact & { id: string; visitor: string })[]
  judgements: readonly JudgementFact[]
  meetings: readonly HeldMeeting[]
  /** Rows of the checklists, ticked or not. */
  /** `member`: an officer said that the school belonged to the group on the day. */
  attendance: readonly { meetingId: string; urn: string; attended: boolean; member: boolean }[]
  /** Actions that are still to be done. */
  actions: readonly { id: string; number: string; text: string }[]
}

/** Something odd, before anybody has said whether it is in order. */
export interface Finding {
  rule: QualityRule
  /** What it is about: the same from day to day, and its own under the rule. */
  subject: string
  urn: string | null
  name: string
  message: string
  /** The facts that make it odd, as text: an acceptance holds as long as they are these. */
  facts: string
  fix: QualityFix
}

/** The facts with what several rules look up. */
export interface Look extends QualityFacts {
  byUrn: ReadonlyMap<string, QualityRecord>
  open: readonly QualityRecord[]
  closed: readonly QualityRecord[]
}

export function page(label: string, to: string): QualityFix {
  return { kind: 'page', label, to, id: null }
}

export function form(kind: 'district' | 'judgement', label: string): QualityFix {
  return { kind, label, to: null, id: null }
}

export function openVisit(id: string): QualityFix {
  return { kind: 'visit', label: 'Open the visit', to: null, id }
}

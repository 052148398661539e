import type { BodyKind, MeetingState, Presence } from '../../src-main/api/meetings.ts'
import type { Tone } from './actions.ts'

interface Named {
  words: string
  tone: Tone
}

const states: Record<MeetingState, Named> = {
  planned: { words: 'Planned', tone: 'neutral' },
  agendaIssued: { words: 'Agenda issued', tone: 'info' },
  held: { words: 'Held', tone: 'good' },
  cancelled: { words: 'Cancelled', tone: 'neutral' },
  inquorate: { words: 'Inquorate', tone: 'warn' },
  adjourned: { words: 'Adjourned', tone: 'warn' },
}

/** The state of a meeting as screens name and colour it. */
export function meetingState(state: MeetingState): Named {
  return states[state]
}

const presences: Record<Presence, Named> = {
  present: { words: 'Present', tone: 'good' },
  inAttendance: { words: 'In attendance', tone: 'good' },
  apologies: { words: 'Apologies', tone: 'neutral' },
  absent: { words: 'Absent', tone: 'warn' },
}

/** How an attendee's presence reads; null where nobody has said. */
export function presenceOf(presence: Presence | null): Named {
  return presence === null ? { words: 'Not recorded', tone: 'neutral' } : presences[presence]
}

const kinds: Record<BodyKind, string> = {
  quartet: 'Education Quartet',
  contractManagement: 'Contract Management Group',
  districtStrategyGroup: 'District Strategy Groups',
  crossCutting: 'Cross-cutting group',
  educationImprovement: 'Education Improvement Group',
  auditCommittee: 'Audit Committee',
  lasiWorkshop: 'LASI workshop',
  other: 'Other bodies',
}

/** The kind of a body as filters name it. */
export function bodyKindName(kind: BodyKind): string {
  return kinds[kind]
}

import type { MeetingState } from '../api/meetings.ts'
import { refuse } from './refusal.ts'

/**
 * A meeting's lifecycle (DOMAIN.md, "Lifecycles"). `planned → held` is legal because officers backfill the past. The
 * four ends are final: a mistaken one goes back by undo, which leaves its trace in the history.
 */
const MOVES: Record<MeetingState, readonly MeetingState[]> = {
  planned: ['agendaIssued', 'held', 'cancelled'],
  agendaIssued: ['held', 'cancelled', 'inquorate', 'adjourned'],
  held: [],
  cancelled: [],
  inquorate: [],
  adjourned: [],
}

/**
 * Moves a meeting, or refuses (`meeting-move`) with a sentence that says what to do instead.
 *
 * @returns the new state
 */
export function moveMeeting(from: MeetingState, to: MeetingState): MeetingState {
  return MOVES[from].includes(to) ? to : refuse('meeting-move', sentenceAgainst(from, to))
}

const STANDING: Record<MeetingState, string> = {
  planned: 'planned',
  agendaIssued: 'on an issued agenda',
  held: 'recorded as held',
  cancelled: 'recorded as cancelled',
  inquorate: 'recorded as inquorate',
  adjourned: 'recorded as adjourned',
}

function sentenceAgainst(from: MeetingState, to: MeetingState): string {
  const standing = `This meeting is ${STANDING[from]}`
  if (from === to) return `${standing} already. Nothing needs to be done.`
  if (from === 'planned') return `${standing} and its agenda is not issued. Issue the agenda first, or record the meeting as held or cancelled.`
  if (from === 'agendaIssued') return `This meeting's agenda is issued. If that was a mistake, undo the issue in the history, or record the meeting as cancelled.`
  if (from === 'held') return `${standing}. If that was a mistake, undo it in the history and then record what happened.`
  return `${standing}. Plan a new meeting for its business, or undo this in the history if it was a mistake.`
}

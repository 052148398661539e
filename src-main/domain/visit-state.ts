import type { CivilDate } from '../api/base.ts'
import type { VisitEntry, VisitStatus } from '../api/visits.ts'
import { refuse } from './refusal.ts'

/**
 * A visit's lifecycle. A visit that was made is not unmade: a mistaken record is deleted, or goes back by undo. A
 * cancelled one may be planned again, for a day of its own.
 */
const MOVES: Record<VisitStatus, readonly VisitStatus[]> = {
  planned: ['completed', 'cancelled'],
  completed: [],
  cancelled: ['planned'],
}

/**
 * Moves a visit, or refuses (`visit-move`) with a sentence that says what to do instead.
 *
 * @returns the new status
 */
export function moveVisit(from: VisitStatus, to: VisitStatus): VisitStatus {
  return MOVES[from].includes(to) ? to : refuse('visit-move', sentenceAgainst(from, to))
}

function sentenceAgainst(from: VisitStatus, to: VisitStatus): string {
  const standing = `This visit is recorded as ${from}`
  if (from === to) return `${standing} already. Nothing needs to be done.`
  if (from === 'cancelled') return `${standing}. Plan it again first, and then record that it was made.`
  return `${standing}, and what was made cannot be unmade. If that was a mistake, undo it in the history or delete the visit, and then record what is true.`
}

/** What of a visit says when it was to be and when it was. */
export interface VisitDates {
  status: VisitStatus
  /** Of a planned or cancelled visit the day it was planned for, of a completed one the day it was made. */
  date: CivilDate
  /** Of a completed visit. */
  plannedFor: CivilDate | null
}

/** Planned for a day that has passed: nobody has said yet what became of it. */
export function datePassed({ status, date }: Pick<VisitDates, 'status' | 'date'>, today: CivilDate): boolean {
  return status === 'planned' && date < today
}

/** The day that a visit was planned for; null where it was made without having been planned. */
export function plannedDay({ status, date, plannedFor }: VisitDates): CivilDate | null {
  return status === 'completed' ? plannedFor : date
}

/** The day on which a planned visit was made, where nobody says otherwise: not before today has come. */
export function madeOn(planned: CivilDate, today: CivilDate): CivilDate {
  return planned < today ? planned : today
}

/**
 * A visit as it is kept: what was written about another status (a reason to cancel, the school's response) goes, and a
 * completed visit remembers the day for which it had been planned.
 *
 * @param before the visit as it stands; null for a new one. A change of status that is no legal move is refused.
 */
export function settledVisit(before: VisitDates | null, entry: VisitEntry): VisitEntry & { plannedFor: CivilDate | null } {
  if (before !== null && before.status !== entry.status) moveVisit(before.status, entry.status)
  const completed = entry.status === 'completed'
  const responded = completed && entry.response !== null
  return {
    ...entry,
    cancelledBecause: entry.status === 'cancelled' ? entry.cancelledBecause : '',
    evidence: completed ? entry.evidence : '',
    response: completed ? entry.response : null,
    respondedOn: responded ? entry.respondedOn : null,
    responseNote: responded ? entry.responseNote : '',
    plannedFor: completed && before !== null ? plannedDay(before) : null,
  }
}

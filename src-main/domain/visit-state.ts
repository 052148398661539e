import type { CivilDate } from '../api/base.ts'
import type { VisitEntry, VisitStatus } from '../api/visits.ts'
import { formatDate } from './date-words.ts'
import { foldWords } from './fold-words.ts'
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

/**
 * Refuses (`visit-to-come`) a completed visit on a day that is still to come: as at any day the figures count completed
 * visits up to it (DOMAIN.md, "Visit that counts"), and what has not been cannot be among them.
 *
 * @param before the visit as it stands: its day, once recorded, stops no other correction
 */
export function refuseToCome({ status, date }: Pick<VisitDates, 'status' | 'date'>, today: CivilDate, before: VisitDates | null = null): void {
  if (!isToCome({ status, date }, today) || (before?.status === 'completed' && before.date === date)) return
  refuse('visit-to-come', `${formatDate(date)} is still to come, so no visit can have been completed on it. Nothing was recorded. Record it as planned, or give the day on which it was made.`)
}

/** Said to be completed on a day that is still to come. */
export function isToCome({ status, date }: Pick<VisitDates, 'status' | 'date'>, today: CivilDate): boolean {
  return status === 'completed' && date > today
}

/** What tells one visit of a school from another, as Data quality asks it too; null where it was called off and may be made anew. */
export function sameVisitKey({ status, date, kind, visitor }: Pick<VisitEntry, 'status' | 'date' | 'kind' | 'visitor'>): string | null {
  return status === 'cancelled' ? null : JSON.stringify([date, kind, foldWords(visitor)])
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

import type { ReadHandle } from '../../database/index.ts'
import { isAgreed } from '../../domain/minutes-state.ts'
import { refuse } from '../../domain/refusal.ts'
import { listVersions, minutesStateOf } from './version-queries.ts'

/**
 * Refuses (`minutes-agreed`) where a meeting's minutes are agreed: nothing that stands in them changes any more
 * (DOMAIN.md, "Lifecycles").
 */
export function mustNotBeAgreed(db: ReadHandle, meetingId: string): void {
  if (isAgreed(minutesStateOf(db, meetingId))) {
    refuse('minutes-agreed', 'The minutes of this meeting are agreed and do not change. Nothing was changed. Record a correction at a later meeting instead.')
  }
}

/** Refuses (`minutes-circulated`) where a version has gone out: it names the meeting by its day, and so do its actions. */
export function mayMoveTo(db: ReadHandle, meeting: { id: string; date: string }, date: string): void {
  if (date !== meeting.date && listVersions(db, meeting.id).length > 0) {
    refuse('minutes-circulated', 'The minutes of this meeting have been circulated under its date, which also stands in the numbers of its actions. The date was not changed.')
  }
}

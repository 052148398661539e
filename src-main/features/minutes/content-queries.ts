import type { MinutesContent } from '../../api/minutes.ts'
import { all, build, first, type ReadHandle } from '../../database/index.ts'

/** When the meeting ended; empty where nobody said. */
export function meetingTimes(db: ReadHandle, meetingId: string): { endedAt: string } {
  return { endedAt: first(db, build.selectFrom('meetings').select('ended_at').where('id', '=', meetingId))?.ended_at ?? '' }
}

/** Everyone on the meeting's list, with times of coming and going where they were noted. */
export function listPresences(db: ReadHandle, meetingId: string): MinutesContent['attendance'] {
  const rows = all(
    db,
    build.selectFrom('attendees').select(['role', 'organisation', 'presence', 'stands_in_for', 'arrived_at', 'left_at']).where('meeting_id', '=', meetingId).orderBy('id'),
  )
  return rows.map(({ stands_in_for, arrived_at, left_at, ...row }) => ({ ...row, standsInFor: stands_in_for ?? '', arrivedAt: arrived_at ?? '', leftAt: left_at ?? '' }))
}

export function listDeclarations(db: ReadHandle, meetingId: string, items: readonly { id: string; number: number }[]): MinutesContent['declarations'] {
  const rows = all(
    db,
    build
      .selectFrom('declarations')
      .innerJoin('attendees', 'attendees.id', 'declarations.attendee_id')
      .select(['attendees.role', 'declarations.item_id as itemId', 'declarations.kind', 'declarations.interest', 'declarations.withdrew'])
      .where('declarations.meeting_id', '=', meetingId)
      .orderBy('declarations.id'),
  )
  return rows.map(({ itemId, withdrew, ...row }) => ({ ...row, itemNumber: items.find(({ id }) => id === itemId)?.number ?? null, withdrew: withdrew === 1 }))
}

import type { MinutesStory } from '../../api/minutes.ts'
import { roleOf } from '../../domain/agenda-roles.ts'
import { all, build, type ReadHandle } from '../../database/index.ts'
import type { StoredMeeting } from '../meetings/queries.ts'

/** Later meetings of the same body, the soonest first, with their items; the one that takes minutes is marked. */
export function laterMeetings(db: ReadHandle, meeting: StoredMeeting): MinutesStory['laterMeetings'] {
  const later = all(
    db,
    build
      .selectFrom('meetings')
      .select(['id', 'date'])
      .where('body_id', '=', meeting.bodyId)
      .where('date', '>=', meeting.date)
      .where('id', '<>', meeting.id)
      .where('state', '<>', 'cancelled')
      .orderBy('date')
      .orderBy('time'),
  )
  return later.map(({ id, date }) => {
    const items = all(db, build.selectFrom('agenda_items').select(['id', 'title', 'role']).where('meeting_id', '=', id).orderBy('position'))
    return { id, date, items: items.map((item, i) => ({ id: item.id, words: `${i + 1} ${item.title}`, takesMinutes: roleOf(item) === 'lastMinutes' })) }
  })
}

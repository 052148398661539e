import type { MinutesContent } from '../../api/minutes.ts'
import type { StoredMeeting } from '../meetings/queries.ts'

/**
 * Why minutes cannot be circulated yet, a sentence each that names what is missing: the meeting must have taken place, and
 * every item for decision must have come to one, or say what became of it.
 */
export function hindrancesOf(meeting: Pick<StoredMeeting, 'state'>, { items }: MinutesContent): string[] {
  const undecided = items.filter(({ purpose, decisions, outcome, role }) => purpose === 'decision' && decisions.length === 0 && outcome === null && role !== 'lastMinutes')
  return [
    ...(TOOK_PLACE.has(meeting.state) ? [] : ['The meeting is not recorded as held yet. Record that it was held, then circulate its minutes.']),
    ...(items.length === 0 ? ['The agenda has no items, so there is nothing to circulate. Add what was discussed.'] : []),
    ...undecided.map(({ number, title }) => `Item ${number}, “${title}”, is for decision and has none. Record the decision, or say that the item was noted, deferred or withdrawn.`),
  ]
}

/** A meeting that was not quorate or was adjourned has minutes too: they say so. */
const TOOK_PLACE: ReadonlySet<StoredMeeting['state']> = new Set(['held', 'inquorate', 'adjourned'])

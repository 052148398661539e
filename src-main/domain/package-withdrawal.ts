import type { PackageEventKind } from '../api/support.ts'
import type { PackageEventFact } from './package-standing.ts'

/** What can only have happened after a move: withdraw these first. */
const RESTS_ON: Partial<Record<PackageEventKind, readonly PackageEventKind[]>> = {
  diagnosed: ['agreed', 'started'],
  agreed: ['started'],
  started: ['reviewed', 'paused', 'resumed', 'escalated', 'completed'],
  paused: ['resumed'],
  escalated: ['resumed'],
}

/** The first event recorded after a move that would hang in the air without it; null where it may be withdrawn. */
export function restingOn<Event extends Pick<PackageEventFact, 'id' | 'kind' | 'recordedAt'>>(events: readonly Event[], withdrawn: Event): Event | null {
  const kinds = RESTS_ON[withdrawn.kind] ?? []
  const later = events.filter((event) => kinds.includes(event.kind) && recordedKey(event) > recordedKey(withdrawn))
  return later.sort((a, b) => (recordedKey(a) < recordedKey(b) ? -1 : 1))[0] ?? null
}

function recordedKey({ recordedAt, id }: Pick<PackageEventFact, 'recordedAt' | 'id'>): string {
  return `${recordedAt} ${id}`
}

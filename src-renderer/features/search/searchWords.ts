import type { SaidHit, SaidKind } from '../../../src-main/api/search.ts'

export const kindNames: Record<SaidKind, string> = { item: 'Agenda items', minute: 'Minutes', decision: 'Decisions', action: 'Actions', version: 'Earlier versions' }

/** What one hit is. */
export const kindName: Record<SaidKind, string> = { item: 'Agenda item', minute: 'Minute', decision: 'Decision', action: 'Action', version: 'Earlier version' }

/** Where a hit is opened: an action in the log, an earlier version among the versions, all else at the meeting. */
export function placeOf({ kind, meetingId, itemId, actionId }: Pick<SaidHit, 'kind' | 'meetingId' | 'itemId' | 'actionId'>) {
  if (actionId !== null) return { name: 'actions', query: { id: actionId, view: 'all' } }
  if (kind === 'version') return { name: 'minutes', params: { id: meetingId } }
  return { name: 'meeting', params: { id: meetingId }, ...(itemId !== null && { query: { item: itemId } }) }
}

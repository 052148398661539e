import type { GivenView } from '../../client/savedViews.ts'

/** The views that every workspace has; the first is how the log opens. */
export const givenViews: readonly GivenView[] = [
  { id: 'live', name: 'Live actions', query: { view: 'live' } },
  { id: 'overdue', name: 'Overdue, the longest first', query: { view: 'overdue', sort: 'due' } },
]

/** So many actions: "1 action", "23 actions". */
export function actionsInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'action' : 'actions'}`
}

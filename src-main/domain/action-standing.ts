import type { CivilDate } from '../api/base.ts'
import type { ActionEventKind, ActionState } from '../api/meetings.ts'
import { isLive, stateAfter } from './action-state.ts'
import { daysBetween } from './dates.ts'

/** What an action's story is made of. The first is `opened`, with owner and due date. */
export interface ActionEventFact {
  id: string
  kind: ActionEventKind
  /** The day it took effect; a day after the one asked about does not count. */
  date: CivilDate
  /** Set by `opened` and `transferred`. */
  owner: string | null
  /** Set by `opened` and `extended`. */
  due: CivilDate | null
  /** ISO UTC. */
  recordedAt: string
}

/** An action as it stood on a day. */
export interface ActionStanding {
  owner: string
  due: CivilDate
  originalOwner: string
  originalDue: CivilDate
  state: ActionState
  doneOn: CivilDate | null
  /** Due before the day and still to be done on it (DOMAIN.md, "Statistics"): derived, never stored. */
  overdue: boolean
  /** Whole days from the day to the due date; negative when past. */
  daysLeft: number
}

/**
 * Folds an action's events into how it stood on a day (DOMAIN.md, "Lifecycles": what is true is dated, so a fact dated
 * later does not count, whenever it was typed). Events go by date, then by when they were recorded, then by id; one
 * that is no legal move where its date puts it changes nothing.
 *
 * @returns null where the action had not been opened by then
 */
export function actionOn(events: readonly ActionEventFact[], day: CivilDate): ActionStanding | null {
  const opened = events.find((event) => event.kind === 'opened')
  if (!opened || opened.date > day || opened.owner === null || opened.due === null) return null

  let { owner, due } = opened
  let state: ActionState = 'open'
  let doneOn: CivilDate | null = null
  for (const event of events.filter((e) => e.date <= day).sort(inOrder)) {
    const next: ActionState | null = event.kind === 'opened' ? null : stateAfter(state, event.kind)
    if (next === null) continue
    state = next
    if (event.kind === 'transferred') owner = event.owner ?? owner
    if (event.kind === 'extended') due = event.due ?? due
    if (event.kind === 'done') doneOn = event.date
    if (event.kind === 'reopened') doneOn = null
  }
  return { owner, due, originalOwner: opened.owner, originalDue: opened.due, state, doneOn, overdue: isLive(state) && due < day, daysLeft: daysBetween(day, due) }
}

function inOrder(a: ActionEventFact, b: ActionEventFact): number {
  return compare(a.date, b.date) || compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

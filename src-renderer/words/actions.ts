import type { Action, ActionState } from '../../src-main/api/meetings.ts'
import { writeDate } from '../ui/useDateText.ts'

/** The tone of a pill; the words beside it say the same. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral'

/** How an action stands, in a few words. */
export interface Standing {
  words: string
  tone: Tone
}

const closed: Record<Exclude<ActionState, 'open' | 'inProgress'>, Standing> = {
  done: { words: 'Done', tone: 'good' },
  confirmed: { words: 'Confirmed', tone: 'good' },
  superseded: { words: 'Superseded', tone: 'neutral' },
  cancelled: { words: 'Cancelled', tone: 'neutral' },
}

/** Days within which a due date is near enough to be marked. */
const NEAR = 3

/** "18 days over", "Due today", "in 2 days", "Done". The days come from the core, which derives them. */
export function standingOf(action: Pick<Action, 'state' | 'overdue' | 'daysLeft'>): Standing {
  if (action.state !== 'open' && action.state !== 'inProgress') return closed[action.state]
  const days = Math.abs(action.daysLeft)
  const counted = `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
  if (action.overdue) return { words: `${counted} over`, tone: 'bad' }
  if (action.daysLeft === 0) return { words: 'Due today', tone: 'warn' }
  return { words: `in ${counted}`, tone: action.daysLeft <= NEAR ? 'warn' : 'neutral' }
}

const states: Record<ActionState, string> = {
  open: 'Open',
  inProgress: 'In progress',
  done: 'Done',
  confirmed: 'Confirmed',
  superseded: 'Superseded',
  cancelled: 'Cancelled',
}

/** The state of an action as screens name it. */
export function actionStateName(state: ActionState): string {
  return states[state]
}

/** "Provider director, due 11 July 2016" */
export function ownerAndDue(action: Pick<Action, 'owner' | 'due'>): string {
  return `${action.owner}, due ${writeDate(action.due)}`
}

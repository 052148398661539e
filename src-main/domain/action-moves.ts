import type { CivilDate } from '../api/base.ts'
import type { ActionMove, ActionMoveReason, ActionSet } from '../api/action-figures.ts'
import { actionSets, countActions, countsIn, type ActionFact, type ActionFigures, type ActionQuestion } from './action-figures.ts'
import { actionOn, type ActionStanding } from './action-standing.ts'
import { isLive } from './action-state.ts'
import { addDays } from './dates.ts'

type Step = Pick<ActionMove, 'id' | 'to' | 'why' | 'on'>

/** The figures on actions at two points, and for each set what turned the one into the other, action by action. */
export interface MovedActions {
  before: ActionFigures
  after: ActionFigures
  moves: Record<ActionSet, Step[]>
}

/** Every action that is in the one set and not in the other: the moves turn the one into the other. */
function stepsBetween(before: readonly string[], after: readonly string[], why: (id: string, to: Step['to']) => Pick<Step, 'why' | 'on'>): Step[] {
  const [then, now] = [new Set(before), new Set(after)]
  const left = before.flatMap((id) => (now.has(id) ? [] : [{ id, to: 'out' as const, ...why(id, 'out') }]))
  const joined = after.flatMap((id) => (then.has(id) ? [] : [{ id, to: 'counted' as const, ...why(id, 'counted') }]))
  return [...left, ...joined]
}

function movesOf(before: ActionFigures, after: ActionFigures, why: (set: ActionSet, id: string, to: Step['to']) => Pick<Step, 'why' | 'on'>): Record<ActionSet, Step[]> {
  const of = (set: ActionSet) => stepsBetween(before[set], after[set], (id, to) => why(set, id, to))
  return { open: of('open'), overdue: of('overdue'), done: of('done') }
}

/**
 * How the figures on actions moved from one day to a later one, by what happened to each action in between. Both are
 * counted from the same records, and as done from the same first day.
 */
export function actionsMovedBetweenDates(actions: readonly ActionFact[], question: ActionQuestion, earlier: CivilDate): MovedActions {
  const byId = new Map(actions.map((action) => [action.id, action]))
  const first = { ...question, asAt: earlier }
  const [before, after] = [countActions(actions, first), countActions(actions, question)]
  return { before, after, moves: movesOf(before, after, (set, id, to) => lastTurn(set, byId.get(id), to === 'counted', question, earlier)) }
}

/**
 * How the figures on actions of one day moved since they were first counted, by what was done to the records: the
 * contract's start changed, facts recorded late, records corrected, each step counted for itself.
 *
 * @param known the actions as they were known `then`, `late` with what was recorded since, `now` as they are
 */
export function actionsMovedByKnowledge(known: Record<'then' | 'late' | 'now', readonly ActionFact[]>, questionThen: ActionQuestion, questionNow: ActionQuestion): MovedActions {
  const steps = [
    { why: 'settings', figures: countActions(known.then, questionNow) },
    { why: 'recordedLate', figures: countActions(known.late, questionNow) },
    { why: 'corrected', figures: countActions(known.now, questionNow) },
  ] as const
  const before = countActions(known.then, questionThen)
  const moves: Record<ActionSet, Step[]> = { open: [], overdue: [], done: [] }
  let last = before
  for (const { why, figures } of steps) {
    const more = movesOf(last, figures, () => ({ why, on: null }))
    for (const set of actionSets) moves[set].push(...more[set])
    last = figures
  }
  return { before, after: last, moves }
}

/** The last day between the two on which an action came into a set, or left it, to stay: why, and when. */
function lastTurn(set: ActionSet, action: ActionFact | undefined, counted: boolean, question: ActionQuestion, earlier: CivilDate): Pick<Step, 'why' | 'on'> {
  const events = action?.events ?? []
  // Only an event, or a due date that passes, turns an action.
  const days = [...new Set(events.flatMap(({ date, due }) => (due === null ? [date] : [date, addDays(due, 1)])))].filter((day) => earlier < day && day <= question.asAt).sort()
  const on = days.findLast((day) => countsIn(set, actionOn(events, day), question) === counted && countsIn(set, actionOn(events, addDays(day, -1)), question) !== counted)
  if (on === undefined) return { why: 'otherwise', on: null }
  const [before, after] = [actionOn(events, addDays(on, -1)), actionOn(events, on)]
  return { why: counted ? whyJoined(set, before) : whyLeft(set, after), on }
}

function whyJoined(set: ActionSet, before: ActionStanding | null): ActionMoveReason {
  if (set === 'done') return 'done'
  if (before === null) return 'opened'
  return isLive(before.state) ? 'fellDue' : 'reopened'
}

function whyLeft(set: ActionSet, after: ActionStanding | null): ActionMoveReason {
  if (set === 'done' || after === null) return 'reopened'
  if (after.state === 'superseded' || after.state === 'cancelled') return after.state
  return isLive(after.state) ? 'extended' : 'done'
}

import type { ActionCounts, ActionSet, TermActions } from '../api/action-figures.ts'
import type { CivilDate } from '../api/base.ts'
import type { Term } from '../api/settings.ts'
import { actionOn, type ActionEventFact, type ActionStanding } from './action-standing.ts'
import { isLive } from './action-state.ts'
import { daysBetween } from './dates.ts'
import { termWindows } from './part-figures.ts'

/** An action as the figures see it: its story, and the body whose meeting gave it. */
export interface ActionFact {
  id: string
  bodyId: string
  events: readonly ActionEventFact[]
}

/** The day t of the question, and the first day of the period in which actions are counted as done. */
export interface ActionQuestion {
  asAt: CivilDate
  from: CivilDate
}

export const actionSets: readonly ActionSet[] = ['open', 'overdue', 'done']

/** The figures on actions with the ids behind each; `daysToDone` is of the actions in `done`, null where there is none. */
export type ActionFigures = Record<ActionSet, string[]> & { daysToDone: number | null }

/**
 * Whether an action that stood so on t counts in a figure (DOMAIN.md, "Statistics", actions): open, still to be done;
 * overdue, due before t and still to be done; done, recorded as done in the period and not reopened by t.
 */
export function countsIn(set: ActionSet, standing: ActionStanding | null, { from }: ActionQuestion): boolean {
  if (standing === null) return false
  if (set === 'open') return isLive(standing.state)
  if (set === 'overdue') return standing.overdue
  return standing.doneOn !== null && from <= standing.doneOn
}

/**
 * The figures on actions of DOMAIN.md as at a day, of whichever actions are given: those of one body, or all. Days to
 * done are whole days from the day an action was opened to the day it was done, their mean rounded half up like a
 * percentage.
 */
export function countActions(actions: Iterable<ActionFact>, question: ActionQuestion): ActionFigures {
  const figures: Record<ActionSet, string[]> = { open: [], overdue: [], done: [] }
  let days = 0
  for (const { id, events } of actions) {
    const standing = actionOn(events, question.asAt)
    for (const set of actionSets) if (countsIn(set, standing, question)) figures[set].push(id)
    if (standing !== null && standing.doneOn !== null && countsIn('done', standing, question)) days += daysBetween(openedOn(events), standing.doneOn)
  }
  return { ...figures, daysToDone: meanOf(days, figures.done.length) }
}

/** The figures as numbers. */
export function actionCountsOf({ open, overdue, done, daysToDone }: ActionFigures): ActionCounts {
  return { open: open.length, overdue: overdue.length, done: done.length, daysToDone }
}

/** Term by term: open and overdue at its end, or on the as-at date while it runs; done in it. */
export function countActionsByTerm(actions: readonly ActionFact[], question: ActionQuestion, terms: readonly Term[]): TermActions[] {
  return termWindows(question, terms).map((term) => ({ ...term, ...actionCountsOf(countActions(actions, term)) }))
}

/** Half up in whole numbers (DOMAIN.md, "Statistics"); null of none. */
function meanOf(sum: number, count: number): number | null {
  return count === 0 ? null : Math.floor((2 * sum + count) / (2 * count))
}

function openedOn(events: readonly ActionEventFact[]): CivilDate {
  const opened = events.find(({ kind }) => kind === 'opened')
  if (!opened) throw new Error('an action that stands has been opened')
  return opened.date
}

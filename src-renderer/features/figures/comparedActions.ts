import type { ActionComparison, ActionCounts, ActionMove, ActionSet } from '../../../src-main/api/action-figures.ts'
import type { ExportTable } from '../../client/exportTable.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { comparedColumns, datesWords, type ComparedDates } from './comparisonTables.ts'
import { comparedActions, type ComparedAction } from './coverageAddress.ts'
import { write } from './figureWords.ts'
import { upOrDown } from './movedReasons.ts'

export type ComparedActionFigures = ComparedDates & ActionComparison

const figures: Record<ComparedAction, { title: string; count: keyof ActionCounts; set: ActionSet }> = {
  actionsOpen: { title: 'Open actions', count: 'open', set: 'open' },
  actionsOverdue: { title: 'Overdue actions', count: 'overdue', set: 'overdue' },
  actionsDone: { title: 'Actions done', count: 'done', set: 'done' },
  daysToDone: { title: 'Mean days to done', count: 'daysToDone', set: 'done' },
}

export function titleOfAction(id: ComparedAction): string {
  return figures[id].title
}

/** The actions that moved a figure: the mean is moved by those that were done. */
export function movesOf({ sets }: ActionComparison, id: ComparedAction): { moved: readonly ActionMove[]; restated: readonly ActionMove[] } {
  return sets.find(({ set }) => set === figures[id].set) ?? { moved: [], restated: [] }
}

function countIn(counts: ActionCounts, id: ComparedAction): number | null {
  return counts[figures[id].count]
}

function words(count: number | null): string {
  return count === null ? 'Not applicable' : write(count)
}

export interface ActionRowCompared {
  id: ComparedAction
  title: string
  before: string
  after: string
  /** What was known of the first date that day, where the records say otherwise now. */
  known: string | null
  difference: string
}

/** Each figure on actions on both dates, in words. */
export function actionRowsCompared(comparison: ActionComparison): ActionRowCompared[] {
  return comparedActions.map((id) => {
    const [before, after] = [countIn(comparison.before, id), countIn(comparison.after, id)]
    const known = comparison.known && movesOf(comparison, id).restated.length > 0 ? words(countIn(comparison.known, id)) : null
    return { id, title: titleOfAction(id), before: words(before), after: words(after), known, difference: before === null || after === null ? 'Not applicable' : upOrDown(after - before, id === 'daysToDone' ? 'days' : '') }
  })
}

/** Both dates side by side, a line for each figure on actions. */
export function comparedActionsTable(comparison: ComparedActionFigures): ExportTable {
  return {
    title: `Actions on ${writeDate(comparison.fromAsAt)} and ${writeDate(comparison.asAt)}`,
    note: datesWords(comparison),
    exempt: false,
    columns: [
      { heading: 'Figure', kind: 'text' },
      { heading: writeDate(comparison.fromAsAt), kind: 'number' },
      { heading: writeDate(comparison.asAt), kind: 'number' },
      { heading: 'Difference', kind: 'text' },
    ],
    rows: actionRowsCompared(comparison).map(({ id, title, difference }) => [title, countIn(comparison.before, id) ?? 'Not applicable', countIn(comparison.after, id) ?? 'Not applicable', difference]),
  }
}

/** Action by action why one figure moved. */
export function movedActionsTable(id: ComparedAction, comparison: ComparedActionFigures): ExportTable {
  const { moved, restated } = movesOf(comparison, id)
  const place = (at: ActionMove['from']) => (at === 'counted' ? 'Counted' : 'Not counted')
  const line = (basis: string) => (move: ActionMove) => [move.number, move.text, move.body, move.because, move.on, place(move.from), place(move.to), basis]
  return {
    title: `Why it moved: ${titleOfAction(id)}`,
    note: datesWords(comparison),
    exempt: false,
    columns: [{ heading: 'Number', kind: 'text' }, { heading: 'Action', kind: 'text' }, { heading: 'Body', kind: 'text' }, ...comparedColumns],
    rows: [...moved.map(line('Between the dates')), ...restated.map(line('In the records since'))],
  }
}

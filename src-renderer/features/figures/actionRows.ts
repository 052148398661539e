import type { LocationQueryRaw } from 'vue-router'
import type { ActionCounts, ActionSet, BodyActions, TermActions } from '../../../src-main/api/action-figures.ts'
import type { ExportTable } from '../../client/exportTable.ts'
import { writeDate } from '../../ui/useDateText.ts'
import type { Window } from './coverageTables.ts'
import type { BarGroup } from './shareBars.ts'

/** A line of the tables: the actions of a body, of a term, or all of them, and what leads to them in the log. */
export interface ActionRow {
  key: string
  title: string
  /** Words beneath the title, such as the day as at which a term stands. */
  note: string
  counts: ActionCounts
  /** The dates and the body of the row, as the log's address has them. */
  query: LocationQueryRaw
}

/** The columns that are numbers of actions, and the view of the log that holds them. */
export const actionColumns: readonly { set: ActionSet; label: string; view: 'live' | 'overdue' | 'done' }[] = [
  { set: 'open', label: 'Open', view: 'live' },
  { set: 'overdue', label: 'Overdue', view: 'overdue' },
  { set: 'done', label: 'Done', view: 'done' },
]

export function allRow(counts: ActionCounts, { from, asAt }: Window): ActionRow {
  return { key: 'all', title: 'All bodies', note: '', counts, query: { asAt, from } }
}

export function bodyRows(bodies: readonly BodyActions[], { from, asAt }: Window): ActionRow[] {
  return bodies.map(({ bodyId, body, ...counts }) => ({ key: bodyId, title: body, note: '', counts, query: { body: bodyId, asAt, from } }))
}

export function termRows(terms: readonly TermActions[]): ActionRow[] {
  return terms.map(({ key, title, from, asAt, running, ...counts }) => ({ key, title, note: `${running ? 'so far, ' : ''}${writeDate(asAt)}`, counts, query: { asAt, from } }))
}

/** How the figures on actions are counted, in the words of DOMAIN.md's statistics. */
export function actionsHowCounted({ from, asAt }: Window): string {
  const day = writeDate(asAt)
  return `Open: still to be done on ${day}. Overdue: due before ${day} and still to be done. Done: recorded as done from ${writeDate(from)} to ${day} and not reopened since. Mean days to done: whole days from the day an action was opened to the day it was done.`
}

/** The same in a table for a file. */
export function actionsTable(heading: 'Body' | 'Term', rows: readonly ActionRow[], window: Window): ExportTable {
  const term = heading === 'Term'
  return {
    title: `Actions by ${heading.toLowerCase()} ${term ? 'to' : 'as at'} ${writeDate(window.asAt)}`,
    note: term ? `Each term stands as at its last day, the one that is running as at ${writeDate(window.asAt)}; done in the term.` : actionsHowCounted(window),
    exempt: false,
    columns: [
      { heading, kind: 'text' },
      ...(term ? [{ heading: 'As at', kind: 'text' as const }] : []),
      ...actionColumns.map(({ label }) => ({ heading: label, kind: 'number' as const })),
      { heading: 'Mean days to done', kind: 'number' },
    ],
    rows: rows.map(({ title, note, counts }) => [title, ...(term ? [note] : []), ...actionColumns.map(({ set }) => counts[set]), counts.daysToDone ?? 'Not applicable']),
  }
}

/** Open and overdue actions of each body, as bars of one scale. */
export function actionBars(rows: readonly ActionRow[]): BarGroup[] {
  return actionColumns.slice(0, 2).map(({ set, label }) => ({ label, bars: rows.map(({ title, counts }) => ({ label: title, value: counts[set], words: counts[set].toLocaleString('en-GB') })) }))
}

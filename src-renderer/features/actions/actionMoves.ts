import type { ActionEventKind, ActionState } from '../../../src-main/api/meetings.ts'

export type Move = Exclude<ActionEventKind, 'opened'>

/** One move of an action's lifecycle as the screen asks for it. */
export interface MoveForm {
  kind: Move
  /** The verb on its button. */
  verb: string
  /** The label over its note, and whether the core needs it. */
  note: string
  noteNeeded: boolean
  asks?: 'due' | 'owner'
}

const forms: Record<Move, MoveForm> = {
  started: { kind: 'started', verb: 'Start', note: 'Note', noteNeeded: false },
  progress: { kind: 'progress', verb: 'Add progress', note: 'What has been done', noteNeeded: true },
  extended: { kind: 'extended', verb: 'Extend', note: 'Reason', noteNeeded: true, asks: 'due' },
  transferred: { kind: 'transferred', verb: 'Transfer', note: 'Reason', noteNeeded: false, asks: 'owner' },
  done: { kind: 'done', verb: 'Mark done', note: 'Evidence', noteNeeded: false },
  confirmed: { kind: 'confirmed', verb: 'Confirm', note: 'Note', noteNeeded: false },
  superseded: { kind: 'superseded', verb: 'Supersede', note: 'What takes its place', noteNeeded: true },
  cancelled: { kind: 'cancelled', verb: 'Cancel action', note: 'Reason', noteNeeded: true },
  reopened: { kind: 'reopened', verb: 'Reopen', note: 'Reason', noteNeeded: false },
}

/** What the bar offers for the selected actions. */
export const bulkMoves: readonly MoveForm[] = [forms.done, forms.started, forms.extended, forms.transferred]

const offered: Record<ActionState, { first: Move[]; more: Move[] }> = {
  open: { first: ['done', 'progress', 'extended'], more: ['started', 'transferred', 'superseded', 'cancelled'] },
  inProgress: { first: ['done', 'progress', 'extended'], more: ['transferred', 'superseded', 'cancelled'] },
  done: { first: ['confirmed', 'reopened'], more: [] },
  confirmed: { first: ['reopened'], more: [] },
  superseded: { first: ['reopened'], more: [] },
  cancelled: { first: ['reopened'], more: [] },
}

/** What a screen offers for an action in a state: the usual moves, and the rarer ones for a menu. The core has the last word. */
export function movesFor(state: ActionState): { first: MoveForm[]; more: MoveForm[] } {
  return { first: offered[state].first.map((move) => forms[move]), more: offered[state].more.map((move) => forms[move]) }
}

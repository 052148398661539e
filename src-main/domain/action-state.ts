import type { ActionEventKind, ActionState } from '../api/meetings.ts'
import { refuse } from './refusal.ts'

/** A move of an action after it was opened. */
export type ActionMove = Exclude<ActionEventKind, 'opened'>

const LIVE_MOVES: Record<Exclude<ActionMove, 'confirmed' | 'reopened'>, (state: 'open' | 'inProgress') => ActionState> = {
  started: () => 'inProgress',
  progress: (state) => state,
  extended: (state) => state,
  transferred: (state) => state,
  done: () => 'done',
  superseded: () => 'superseded',
  cancelled: () => 'cancelled',
}

/** Live: still to be done, so it comes back under "Matters arising". */
export function isLive(state: ActionState): state is 'open' | 'inProgress' {
  return state === 'open' || state === 'inProgress'
}

/**
 * The state after a move of the action's lifecycle (DOMAIN.md, "Lifecycles"), or null where the move is illegal. A
 * small action may go from open to done at once; what is closed can only be reopened.
 */
export function stateAfter(state: ActionState, move: ActionMove): ActionState | null {
  if (move === 'confirmed') return state === 'done' ? 'confirmed' : null
  if (move === 'reopened') return isLive(state) ? null : 'open'
  if (!isLive(state) || (move === 'started' && state === 'inProgress')) return null
  return LIVE_MOVES[move](state)
}

/**
 * Moves an action, or refuses (`action-move`) with a sentence that says what to do instead.
 *
 * @returns the new state
 */
export function moveAction(state: ActionState, move: ActionMove): ActionState {
  return stateAfter(state, move) ?? refuse('action-move', sentenceAgainst(state, move))
}

const STANDING: Record<ActionState, string> = {
  open: 'still open',
  inProgress: 'already in progress',
  done: 'done',
  confirmed: 'confirmed as done',
  superseded: 'superseded',
  cancelled: 'cancelled',
}

function sentenceAgainst(state: ActionState, move: ActionMove): string {
  const standing = `This action is ${STANDING[state]}`
  if (move === 'reopened') return `${standing}, so there is nothing to reopen. Record progress on it instead.`
  if (move === 'started') return isLive(state) ? `${standing}. Record progress on it instead.` : `${standing}. Reopen it before it is started again.`
  if (move === 'confirmed') {
    if (isLive(state)) return `${standing}. Record it as done first, then confirm it at a meeting.`
    return state === 'confirmed' ? `${standing} already. Nothing needs to be done.` : `${standing}. Reopen it and record it as done before it is confirmed.`
  }
  if (move === 'done' && (state === 'done' || state === 'confirmed')) return `${standing} already. Reopen it first if it was not done after all.`
  return `${standing}. Reopen it before it is ${PARTICIPLE[move]}.`
}

const PARTICIPLE: Record<Exclude<ActionMove, 'confirmed' | 'reopened' | 'started'>, string> = {
  progress: 'given progress',
  extended: 'extended',
  transferred: 'transferred',
  done: 'recorded as done',
  superseded: 'superseded',
  cancelled: 'cancelled',
}


import type { MinutesState } from '../api/meetings.ts'
import type { MinutesEventKind } from '../api/minutes.ts'
import { refuse } from './refusal.ts'

/**
 * The lifecycle of a meeting's minutes (DOMAIN.md, "Lifecycles"). They may be circulated again while they are not yet
 * agreed, as a version of its own; what is agreed never changes.
 */
const MOVES: Record<MinutesState, Partial<Record<MinutesEventKind, MinutesState>>> = {
  drafting: { circulated: 'circulated' },
  circulated: { circulated: 'circulated', comment: 'circulated', agreed: 'agreed', agreedWithCorrections: 'agreedWithCorrections' },
  agreed: { signed: 'signed' },
  agreedWithCorrections: { signed: 'signed' },
  signed: {},
}

/** The state after a move, or null where the move is illegal. */
export function minutesAfter(state: MinutesState, move: MinutesEventKind): MinutesState | null {
  return MOVES[state][move] ?? null
}

/**
 * Moves the minutes, or refuses (`minutes-move`) with a sentence that says what to do instead.
 *
 * @returns the new state
 */
export function moveMinutes(state: MinutesState, move: MinutesEventKind): MinutesState {
  return minutesAfter(state, move) ?? refuse('minutes-move', sentenceAgainst(state, move))
}

/**
 * How minutes stand after what became of them, in the order in which it was recorded: dates may lie in any order, because
 * officers backfill. What is no legal move where it stands changes nothing.
 */
export function minutesStanding(events: readonly { kind: MinutesEventKind }[]): MinutesState {
  return events.reduce<MinutesState>((state, { kind }) => minutesAfter(state, kind) ?? state, 'drafting')
}

/** Agreed minutes never change: what is wrong in them is put right by a minute of a later meeting. */
export function isAgreed(state: MinutesState): boolean {
  return state === 'agreed' || state === 'agreedWithCorrections' || state === 'signed'
}

const STANDING: Record<MinutesState, string> = {
  drafting: 'still being drafted',
  circulated: 'circulated and not yet agreed',
  agreed: 'agreed',
  agreedWithCorrections: 'agreed with corrections',
  signed: 'signed',
}

function sentenceAgainst(state: MinutesState, move: MinutesEventKind): string {
  const standing = `These minutes are ${STANDING[state]}`
  if (state === 'drafting') return `${standing}. Circulate them first.`
  if (move === 'signed') return state === 'signed' ? `${standing} already. Nothing needs to be done.` : `${standing}. Record the meeting that agreed them first, then the signature.`
  if (move === 'comment') return `${standing}, so comments come too late for them. Record a correction at a later meeting instead.`
  if (move === 'circulated') return `${standing} and do not change, so there is nothing to circulate again. Record a correction at a later meeting instead.`
  return `${standing} already. Record a correction at a later meeting if something in them is wrong.`
}

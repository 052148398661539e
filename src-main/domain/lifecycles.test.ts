import { expect, test } from 'vitest'
import { actionEventKind, actionState, meetingState, minutesState } from '../api/meetings.ts'
import { minutesEventKind } from '../api/minutes.ts'
import { paperState } from '../api/papers.ts'
import { moveAction } from './action-state.ts'
import { moveMeeting } from './meeting-state.ts'
import { moveMinutes } from './minutes-state.ts'
import { mustBeDraft, movePaper } from './paper-state.ts'
import { Refusal } from './refusal.ts'

/** Every pair that is legal; all pairs that are not written here must be refused. */
const ACTION_MOVES: Record<string, string> = {
  'open started': 'inProgress',
  'open progress': 'open',
  'open extended': 'open',
  'open transferred': 'open',
  'open done': 'done',
  'open superseded': 'superseded',
  'open cancelled': 'cancelled',
  'inProgress progress': 'inProgress',
  'inProgress extended': 'inProgress',
  'inProgress transferred': 'inProgress',
  'inProgress done': 'done',
  'inProgress superseded': 'superseded',
  'inProgress cancelled': 'cancelled',
  'done confirmed': 'confirmed',
  'done reopened': 'open',
  'confirmed reopened': 'open',
  'superseded reopened': 'open',
  'cancelled reopened': 'open',
}
const MEETING_MOVES = [
  'planned agendaIssued',
  'planned held',
  'planned cancelled',
  'agendaIssued held',
  'agendaIssued cancelled',
  'agendaIssued inquorate',
  'agendaIssued adjourned',
]
const MINUTES_MOVES: Record<string, string> = {
  'drafting circulated': 'circulated',
  'circulated circulated': 'circulated',
  'circulated comment': 'circulated',
  'circulated agreed': 'agreed',
  'circulated agreedWithCorrections': 'agreedWithCorrections',
  'agreed signed': 'signed',
  'agreedWithCorrections signed': 'signed',
}
const PAPER_MOVES = ['draft issued', 'issued superseded']

function outcome(move: () => unknown): unknown {
  try {
    return move()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** One or two whole sentences in plain words, the last of which says what to do. */
function expectSentence(refusal: unknown, code: string): void {
  expect(refusal).toBeInstanceOf(Refusal)
  if (!(refusal instanceof Refusal)) return
  expect(refusal.code).toBe(code)
  expect(refusal.message).toMatch(/^(?:This|These) [a-z' ]+[a-z,. :]+\.$/i)
  expect(refusal.message).not.toMatch(/undefined|inProgress|agendaIssued|!/)
  expect(refusal.message).toMatch(/\b(Reopen|Record|Issue|Undo|undo|Plan|Revise|Work|Circulate|Nothing needs)\b/)
}

const actionPairs = actionState.options.flatMap((state) => actionEventKind.exclude(['opened']).options.map((move) => [state, move] as const))
test.each(actionPairs)('an action that is %s, %s', (state, move) => {
  const expected = ACTION_MOVES[`${state} ${move}`]
  const result = outcome(() => moveAction(state, move))
  if (expected === undefined) expectSentence(result, 'action-move')
  else expect(result).toBe(expected)
})

const meetingPairs = meetingState.options.flatMap((from) => meetingState.options.map((to) => [from, to] as const))
test.each(meetingPairs)('a meeting from %s to %s', (from, to) => {
  const legal = MEETING_MOVES.includes(`${from} ${to}`)
  const result = outcome(() => moveMeeting(from, to))
  if (legal) expect(result).toBe(to)
  else expectSentence(result, 'meeting-move')
})

const minutesPairs = minutesState.options.flatMap((state) => minutesEventKind.options.map((move) => [state, move] as const))
test.each(minutesPairs)('minutes that are %s, %s', (state, move) => {
  const expected = MINUTES_MOVES[`${state} ${move}`]
  const result = outcome(() => moveMinutes(state, move))
  if (expected === undefined) expectSentence(result, 'minutes-move')
  else expect(result).toBe(expected)
})

const paperPairs = paperState.options.flatMap((from) => paperState.options.map((to) => [from, to] as const))
test.each(paperPairs)('a paper from %s to %s', (from, to) => {
  const result = outcome(() => movePaper(from, to))
  if (PAPER_MOVES.includes(`${from} ${to}`)) expect(result).toBe(to)
  else expectSentence(result, 'paper-move')
})

test('only a draft may be changed', () => {
  expect(outcome(() => mustBeDraft('draft'))).toBeUndefined()
  expectSentence(outcome(() => mustBeDraft('issued')), 'paper-frozen')
  expectSentence(outcome(() => mustBeDraft('superseded')), 'paper-frozen')
})

import { describe, expect, test } from 'vitest'
import { countActions } from './action-figures.ts'
import { actionsMovedByKnowledge, actionsMovedBetweenDates } from './action-moves.ts'
import type { ActionEventFact } from './action-standing.ts'
import { actionMoveWords } from './move-words.ts'

const event = (kind: ActionEventFact['kind'], date: string, due: string | null = null, nth = 0): ActionEventFact => ({
  id: `${nth}`, kind, date, due, owner: kind === 'opened' ? 'Data manager' : null, recordedAt: '2016-01-01T09:00:00.000Z',
})
const action = (id: string, opened: string, due: string, ...events: ActionEventFact[]) => ({ id, bodyId: 'iq', events: [event('opened', opened, due), ...events] })
const question = { asAt: '2016-06-21', from: '2015-09-01' }

describe('why an action moved between 9 May and 21 June 2016', () => {
  test.each([
    ['newly recorded', action('a', '2016-05-20', '2016-07-01'), { open: 'newly recorded 2016-05-20' }],
    ['done', action('a', '2016-04-01', '2016-07-01', event('done', '2016-06-13')), { open: 'done since 2016-06-13', done: 'done since 2016-06-13' }],
    ['reopened', action('a', '2016-02-01', '2016-03-01', event('done', '2016-02-20'), event('reopened', '2016-05-30')), { open: 'reopened 2016-05-30', overdue: 'reopened 2016-05-30', done: 'reopened: not done after all 2016-05-30' }],
    ['overdue', action('a', '2016-04-01', '2016-05-27'), { overdue: 'fell due and was not done 2016-05-28' }],
    ['newly recorded and overdue at once', action('a', '2016-05-20', '2016-05-01'), { open: 'newly recorded 2016-05-20', overdue: 'newly recorded 2016-05-20' }],
    ['extended', action('a', '2016-04-01', '2016-05-01', event('extended', '2016-05-12', '2016-07-01')), { overdue: 'extended to a later date 2016-05-12' }],
    ['cancelled', action('a', '2016-04-01', '2016-07-01', event('cancelled', '2016-06-01')), { open: 'cancelled 2016-06-01' }],
    ['superseded while overdue', action('a', '2016-04-01', '2016-05-01', event('superseded', '2016-06-01')), { open: 'superseded 2016-06-01', overdue: 'superseded 2016-06-01' }],
    ['done, reopened and done again: the last of them', action('a', '2016-04-01', '2016-07-01', event('done', '2016-05-12', null, 1), event('reopened', '2016-05-20', null, 2), event('done', '2016-06-02', null, 3)), { open: 'done since 2016-06-02', done: 'done since 2016-06-02' }],
    ['overdue and extended within: nothing', action('a', '2016-04-01', '2016-05-12', event('extended', '2016-05-20', '2016-07-01')), {}],
  ])('%s', (_, one, expected) => {
    const { moves } = actionsMovedBetweenDates([one], question, '2016-05-09')
    const said = Object.entries(moves).flatMap(([set, of]) => of.map((move) => [set, `${actionMoveWords(move)} ${move.on}`]))
    expect(Object.fromEntries(said)).toEqual(expected)
  })
})

test.each([
  ['2016-06-21', '2016-06-13', { open: 1, overdue: 0, done: 1 }],
  ['2016-06-22', '2016-06-14', { open: 1, overdue: 1, done: 0 }],
  ['2016-06-12', '2015-09-01', { open: 2, overdue: 0, done: 0 }],
])('on %s, a due date that day is not past; done since %s counts its first day', (asAt, from, counts) => {
  const { open, overdue, done } = countActions([action('a', '2016-05-09', '2016-06-21'), action('b', '2016-05-09', '2016-06-30', event('done', '2016-06-13'))], { asAt, from })
  expect({ open: open.length, overdue: overdue.length, done: done.length }).toEqual(counts)
})

test('what was done to the records is told step by step', () => {
  const [kept, late] = [action('kept', '2016-02-01', '2016-03-01'), action('late', '2016-02-01', '2016-07-01')]
  const done = { ...kept, events: [...kept.events, event('done', '2016-02-10')] }
  const { before, after, moves } = actionsMovedByKnowledge({ then: [done], late: [done, late], now: [kept, late] }, { asAt: '2016-05-09', from: '2016-02-11' }, { asAt: '2016-05-09', from: '2015-09-01' })
  expect([before.done, after.open, after.overdue]).toEqual([[], ['kept', 'late'], ['kept']])
  expect(moves.done.map(({ id, to, why }) => [id, to, why])).toEqual([['kept', 'counted', 'settings'], ['kept', 'out', 'corrected']])
  expect(moves.open.map(({ id, to, why }) => [id, to, why])).toEqual([['late', 'counted', 'recordedLate'], ['kept', 'counted', 'corrected']])
})

test.each([
  [[1, 2], 2],
  [[1, 2, 2], 2],
  [[1, 1, 2], 1],
  [[0], 0],
  [[], null],
])('the mean of %j days is %s, half up', (days, mean) => {
  const actions = days.map((one, at) => action(`${at}`, '2016-02-01', '2016-03-01', event('done', `2016-02-0${1 + one}`)))
  expect(countActions(actions, question).daysToDone).toBe(mean)
})

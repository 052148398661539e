import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionOn } from './action-standing.ts'
import type { ActionEventFact } from './action-standing.ts'

let count = 0
function event(kind: ActionEventFact['kind'], date: string, change: Partial<ActionEventFact> = {}): ActionEventFact {
  count += 1
  const number = String(count).padStart(4, '0')
  return { id: `id-${number}`, kind, date, owner: null, due: null, recordedAt: `2016-01-01T00:00:00.${number}Z`, ...change }
}
const opened = event('opened', '2016-05-09', { owner: 'Assistant Director', due: '2016-05-27' })

test('before its meeting there is no action', () => {
  expect(actionOn([opened], '2016-05-08')).toBeNull()
  expect(actionOn([], '2016-05-09')).toBeNull()
})

test.each([
  ['2016-05-09', false, 18],
  ['2016-05-26', false, 1],
  ['2016-05-27', false, 0],
  ['2016-05-28', true, -1],
  ['2016-06-14', true, -18],
])('on %s: overdue %s, days left %i', (day, overdue, daysLeft) => {
  expect(actionOn([opened], day)).toEqual({
    owner: 'Assistant Director',
    due: '2016-05-27',
    originalOwner: 'Assistant Director', originalDue: '2016-05-27',
    state: 'open',
    doneOn: null,
    overdue,
    daysLeft,
  })
})

const story = [
  opened,
  event('started', '2016-05-12'),
  event('extended', '2016-05-20', { due: '2016-06-10' }),
  event('transferred', '2016-05-25', { owner: 'Data manager' }),
  event('done', '2016-06-13'),
  event('confirmed', '2016-07-04'),
  event('reopened', '2016-07-20'),
]

test.each([
  ['2016-05-11', { state: 'open', due: '2016-05-27', owner: 'Assistant Director' }],
  ['2016-05-12', { state: 'inProgress', due: '2016-05-27' }],
  ['2016-05-20', { state: 'inProgress', due: '2016-06-10', originalOwner: 'Assistant Director', originalDue: '2016-05-27', daysLeft: 21 }],
  ['2016-05-25', { owner: 'Data manager', overdue: false }],
  ['2016-06-12', { overdue: true, doneOn: null }],
  ['2016-06-13', { state: 'done', overdue: false, doneOn: '2016-06-13' }],
  ['2016-07-04', { state: 'confirmed', overdue: false, doneOn: '2016-06-13' }],
  ['2016-07-20', { state: 'open', overdue: true, doneOn: null, owner: 'Data manager', due: '2016-06-10' }],
])('the story as on %s', (day, expected) => {
  expect(actionOn(story, day)).toMatchObject(expected)
})

test.each(['superseded', 'cancelled'] as const)('what is %s is not overdue', (kind) => {
  expect(actionOn([opened, event(kind, '2016-05-20')], '2016-06-14')).toMatchObject({ state: kind, overdue: false, doneOn: null })
})

test('done on a date that lies before the meeting is done all the same', () => {
  expect(actionOn([opened, event('done', '2016-05-06')], '2016-05-09')).toMatchObject({ state: 'done', doneOn: '2016-05-06' })
})

test('a move that its date makes illegal changes nothing', () => {
  const late = [opened, event('started', '2016-05-20'), event('extended', '2016-05-21', { due: '2017-01-01' }), event('done', '2016-05-12')]
  expect(actionOn(late, '2016-06-14')).toMatchObject({ state: 'done', doneOn: '2016-05-12', due: '2016-05-27' })
})

test('on one date the time of recording decides, then the id', () => {
  const at = '2016-06-01T09:00:00.000Z'
  const first = event('transferred', '2016-05-20', { owner: 'First', recordedAt: at, id: 'a' })
  const second = event('transferred', '2016-05-20', { owner: 'Second', recordedAt: at, id: 'b' })
  const third = event('transferred', '2016-05-20', { owner: 'Third', recordedAt: '2016-06-01T08:00:00.000Z', id: 'c' })
  expect(actionOn([second, opened, third, first], '2016-05-20')?.owner).toBe('Second')
  expect(actionOn([third, first, opened], '2016-05-20')?.owner).toBe('First')
})

test('the order in which rows come from the store does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(story, { minLength: story.length }), fc.constantFrom('2016-05-12', '2016-06-13', '2016-07-20'), (rows, day) => {
      expect(actionOn(rows, day)).toEqual(actionOn(story, day))
    }),
  )
})

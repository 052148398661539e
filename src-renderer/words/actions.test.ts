import { describe, expect, it } from 'vitest'
import { ownerAndDue, standingOf } from './actions.ts'

describe('standingOf', () => {
  it.each([
    [{ state: 'open', overdue: true, daysLeft: -18 }, '18 days over', 'bad'],
    [{ state: 'inProgress', overdue: true, daysLeft: -1 }, '1 day over', 'bad'],
    [{ state: 'open', overdue: false, daysLeft: 0 }, 'Due today', 'warn'],
    [{ state: 'open', overdue: false, daysLeft: 3 }, 'in 3 days', 'warn'],
    [{ state: 'open', overdue: false, daysLeft: 4 }, 'in 4 days', 'neutral'],
    [{ state: 'done', overdue: false, daysLeft: -30 }, 'Done', 'good'],
  ] as const)('%o reads %s', (action, words, tone) => {
    expect(standingOf(action)).toEqual({ words, tone })
  })
})

describe('ownerAndDue', () => {
  it('names one owner and the whole date', () => {
    expect(ownerAndDue({ owner: 'Provider director', due: '2016-07-11' })).toBe('Provider director, due 11 July 2016')
  })
})

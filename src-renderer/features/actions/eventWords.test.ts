import { describe, expect, it } from 'vitest'
import { movesFor } from './actionMoves.ts'
import { eventTitle } from './eventWords.ts'

describe('eventTitle', () => {
  it('says what an event changed', () => {
    expect(eventTitle({ kind: 'extended', owner: null, due: '2016-07-08' })).toBe('Extended to 8 July 2016')
    expect(eventTitle({ kind: 'transferred', owner: 'Data manager', due: null })).toBe('Transferred to Data manager')
    expect(eventTitle({ kind: 'opened', owner: 'Clerk', due: '2016-07-08' })).toBe('Opened for Clerk, due 8 July 2016')
    expect(eventTitle({ kind: 'progress', owner: null, due: null })).toBe('Progress')
  })
})

describe('movesFor', () => {
  it('offers each legal move once: a live action cannot be confirmed, a closed one can be reopened', () => {
    const kinds = (state: 'open' | 'done' | 'cancelled') => [...movesFor(state).first, ...movesFor(state).more].map((move) => move.kind)
    expect(kinds('open').sort()).toEqual(['cancelled', 'done', 'extended', 'progress', 'started', 'superseded', 'transferred'])
    expect(kinds('done')).toEqual(['confirmed', 'reopened'])
    expect(kinds('cancelled')).toEqual(['reopened'])
  })
})

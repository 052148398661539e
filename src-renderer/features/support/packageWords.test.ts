import { describe, expect, it } from 'vitest'
import { packageState } from '../../../src-main/api/support.ts'
import { countsWords, packageEventNote, packageEventTitle, reviewDueWords } from './packageWords.ts'
import { movesFor } from './packageMoves.ts'

describe('a package in words', () => {
  it('says its counts by state, leaving out what is none', () => {
    const counts = { needIdentified: 0, diagnosed: 2, agreed: 0, active: 1_040, paused: 0, escalated: 1, completed: 0, stopped: 0 }
    expect(countsWords(counts, '2016-06-14')).toBe('As at 14 June 2016: 2 diagnosed, 1,040 active, 1 escalated')
    expect(countsWords({ ...counts, diagnosed: 0, active: 0, escalated: 0 }, '2016-06-14')).toBe('As at 14 June 2016: none')
  })

  it('says when the next review is due', () => {
    expect(reviewDueWords({ reviewDue: null, reviewOverdue: false })).toEqual({ words: 'None due', late: false })
    expect(reviewDueWords({ reviewDue: '2016-03-31', reviewOverdue: true })).toEqual({ words: 'Overdue since 31 March 2016', late: true })
  })

  it('names agreement, successor and statute', () => {
    const event = { id: '', kind: 'agreed', date: '2015-11-02', note: '', agreedWith: 'Head teacher', funding: 'Core contract', rag: null, statute: null, guidance: null, school: null, officer: 'Officer' } as const
    expect(packageEventTitle(event)).toBe('Agreed with Head teacher')
    expect(packageEventNote({ ...event, ratings: [] })).toBe('Funding: Core contract · Officer')
    expect(packageEventNote({ ...event, funding: null, ratings: [{ objectiveId: '', objective: 'Reading', rag: 'red', note: 'Late' }] })).toBe('Red: Reading (Late) · Officer')
    expect(packageEventTitle({ kind: 'carriedOn', agreedWith: null, school: 'Calder Academy' })).toBe('Carried on at Calder Academy')
    expect(packageEventNote({ ...event, ratings: [], kind: 'escalated', funding: null, statute: 'section60A', guidance: 'Schools causing concern, March 2016', note: 'Why' })).toContain('section 60A')
  })

  it('offers a way on in every state but the last two', () => {
    for (const state of packageState.options) expect(movesFor(state).first.length, state).toBe(['completed', 'stopped'].includes(state) ? 0 : 1)
  })
})

import { describe, expect, it } from 'vitest'
import { countWords, differenceWords, reasonsOf, type ComparedMove } from './movedReasons.ts'

const move = (urn: string, because: string, from: ComparedMove['from'], to: ComparedMove['to']): ComparedMove => ({ urn, because, from, to, why: 'otherwise', on: null, name: urn, district: null })

describe('the reasons why a figure moved', () => {
  it('stand by weight, with what each does to the number and to what it is out of', () => {
    const reasons = reasonsOf([
      move('1', 'left the group: converted', 'counted', 'out'),
      move('2', 'visited since', 'rest', 'counted'),
      move('3', 'visited since', 'rest', 'counted'),
      move('4', 'left the group: converted', 'rest', 'out'),
      move('5', 'visited since', 'rest', 'counted'),
      move('6', 'corrected', 'rest', 'counted'),
      move('7', 'corrected', 'counted', 'rest'),
      move('8', 'joined the group: opened', 'out', 'rest'),
    ])
    expect(reasons.map(({ because, moves, effect }) => `${moves.length} ${because}: ${effect}`)).toEqual([
      '3 visited since: number up 3',
      '2 left the group: converted: number down 1, out of down 2',
      '2 corrected: no change',
      '1 joined the group: opened: out of up 1',
    ])
  })
})

it('of a figure of places, a reason says what it did to the schools', () => {
  const moves = [move('1', 'attended since', 'out', 'counted'), move('2', 'attended since', 'rest', 'counted')]
  expect(reasonsOf(moves, 'places').map(({ effect }) => effect)).toEqual(['schools that took a place up 2, schools with a place up 1'])
})

it('of actions, a reason says what it did to the number alone', () => {
  const moves = [move('1', 'done since', 'counted', 'out'), move('2', 'newly recorded', 'out', 'counted')]
  expect(reasonsOf(moves, 'records').map(({ effect }) => effect)).toEqual(['number down 1', 'number up 1'])
})

const share = (numerator: number, denominator: number | null, percent: number | null) => ({ numerator, denominator, percent, text: '' })

it.each([
  [share(246, 298, 83), share(252, 290, 87), '246 of 298, 83%', 'Up 4 points'],
  [share(4, 5, 80), share(3, 4, 75), '4 of 5, 80%', 'Down 5 points'],
  [share(81, 100, 81), share(80, 100, 80), '81 of 100, 81%', 'Down 1 point'],
  [share(20, null, null), share(30, null, null), '20', 'Up 10'],
  [share(1, 2, 50), share(2, 4, 50), '1 of 2, 50%', 'No change'],
  [share(0, 0, null), share(2, 4, 50), '0 of 0', 'Not applicable'],
])('%# is said as an officer would', (before, after, words, difference) => {
  expect(countWords(before)).toBe(words)
  expect(differenceWords({ before, after })).toBe(difference)
})

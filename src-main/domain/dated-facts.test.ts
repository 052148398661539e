import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestValue, valueOn, withFact } from './dated-facts.ts'
import type { DatedValue, Observation } from './dated-facts.ts'
import { addDays } from './dates.ts'

interface Row extends DatedValue {
  id: number
}

let ids = 0

/** A store that does with its rows what a change says, as a table would. */
function applied(rows: readonly Row[], observation: Observation): Row[] {
  const change = withFact(rows, observation)
  const after = new Map(rows.map((row) => [row.id, row]))
  for (const row of change.delete) expect(after.delete(row.id)).toBe(true)
  for (const { stored, after: stretch } of [...change.update, ...change.confirm]) {
    expect(after.has(stored.id)).toBe(true)
    after.set(stored.id, { ...stretch, id: stored.id })
  }
  for (const stretch of change.insert) after.set(++ids, { ...stretch, id: ids })
  const result = [...after.values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  expect(result.map(({ id: _, ...stretch }) => stretch)).toEqual(change.segments)
  return result
}

const after = (observations: readonly Observation[]): Row[] => observations.reduce<Row[]>(applied, [])
const shown = (rows: readonly DatedValue[]): string[] => rows.map((row) => `${row.value} ${row.validFrom}..${row.validTo ?? ''}`)
const on = (value: string, day: number): Observation => ({ value, from: addDays('2016-01-01', day - 1) })

describe('stretches', () => {
  test.each<[string, Observation[], string[]]>([
    ['the first', [on('A', 5)], ['A 2016-01-05..']],
    ['a later change closes the one before', [on('A', 5), on('B', 9)], ['A 2016-01-05..2016-01-08', 'B 2016-01-09..']],
    ['an earlier one comes before', [on('B', 9), on('A', 5)], ['A 2016-01-05..2016-01-08', 'B 2016-01-09..']],
    ['the same later is the same stretch', [on('A', 5), on('A', 9)], ['A 2016-01-05..']],
    ['the same earlier reaches back', [on('A', 9), on('A', 5)], ['A 2016-01-05..']],
    ['in the middle', [on('A', 1), on('C', 9), on('B', 5)], ['A 2016-01-01..2016-01-04', 'B 2016-01-05..2016-01-08', 'C 2016-01-09..']],
    ['neighbours become equal', [on('A', 1), on('B', 5), on('A', 9), on('A', 5)], ['A 2016-01-01..']],
    ['a second word about one day', [on('A', 5), on('B', 5)], ['B 2016-01-05..']],
    ['learnt late, between two sightings of another', [on('A', 1), on('A', 9), on('B', 5)], ['A 2016-01-01..2016-01-04', 'B 2016-01-05..2016-01-08', 'A 2016-01-09..']],
  ])('%s', (_, observations, expected) => {
    expect(shown(after(observations))).toEqual(expected)
  })

  test('a row keeps its identity when its stretch reaches back', () => {
    const [row] = after([on('A', 9)])
    expect(row).toBeDefined()
    expect(withFact(row ? [row] : [], on('A', 5))).toMatchObject({ insert: [], delete: [], update: [{ stored: row }] })
  })

  test('seeing the same again is a confirmation, seeing it twice on a day is nothing', () => {
    const rows = after([on('A', 5)])
    expect(withFact(rows, on('A', 9))).toMatchObject({ insert: [], update: [], delete: [], confirm: [{ after: { confirmedOn: ['2016-01-09'] } }] })
    expect(withFact(rows, on('A', 5))).toMatchObject({ insert: [], update: [], delete: [], confirm: [] })
  })
})

describe('observations in any order', () => {
  const oneADay = fc.uniqueArray(fc.record({ value: fc.constantFrom('A', 'B', 'C'), from: fc.integer({ min: 1, max: 40 }).map((n) => addDays('2016-01-01', n)) }), {
    selector: (observation) => observation.from,
    maxLength: 12,
  })

  test('give the same stretches, and what a day-by-day recount finds', () => {
    const shuffled = oneADay.chain((observations) =>
      fc.tuple(fc.constant(observations), fc.shuffledSubarray(observations, { minLength: observations.length, maxLength: observations.length })),
    )
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const rows = after(one)
        expect(shown(after(other))).toEqual(shown(rows))
        for (const [i, row] of rows.entries()) expect(rows[i + 1]?.value).not.toBe(row.value)
        for (let day = '2015-12-25'; day < '2016-02-20'; day = addDays(day, 1)) {
          let inForce: Observation | undefined
          let first: Observation | undefined
          for (const seen of one) {
            if (seen.from <= day && (!inForce || seen.from > inForce.from)) inForce = seen
            if (!first || seen.from < first.from) first = seen
          }
          expect(valueOn(rows, day)).toBe((inForce ?? first)?.value ?? null)
          const holding = rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo))
          expect(holding.map((row) => row.value)).toEqual(inForce ? [inForce.value] : [])
        }
      }),
    )
  })
})

test('before the first known value it is the first known value, in whatever order the rows come', () => {
  const rows = after([on('A', 5), on('B', 9)]).reverse()
  expect(['2015-01-01', '2016-01-05', '2016-01-08', '2016-01-09', '2030-01-01'].map((day) => valueOn(rows, day))).toEqual(['A', 'A', 'A', 'B', 'B'])
  expect(latestValue(rows)).toBe('B')
  expect(valueOn([], '2016-01-01')).toBeNull()
  expect(latestValue([])).toBeNull()
})

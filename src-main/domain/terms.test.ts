import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from './dates.ts'
import { termOf, termsBetween } from './terms.ts'

it.each([
  ['2015-09-01', 'Autumn 2015', '2015-09-01', '2015-12-31'],
  ['2015-12-31', 'Autumn 2015', '2015-09-01', '2015-12-31'],
  ['2016-01-01', 'Spring 2016', '2016-01-01', '2016-03-31'],
  ['2016-04-01', 'Summer 2016', '2016-04-01', '2016-08-31'],
  ['2016-08-31', 'Summer 2016', '2016-04-01', '2016-08-31'],
])('%s is in %s', (day, title, from, to) => {
  expect(termOf(day)).toMatchObject({ title, from, to })
})

it('lists the terms of the contract’s first year, and none backwards', () => {
  expect(termsBetween('2015-09-01', '2016-06-21').map(({ title }) => title)).toEqual(['Autumn 2015', 'Spring 2016', 'Summer 2016'])
  expect(termsBetween('2016-06-21', '2016-06-21')).toHaveLength(1)
  expect(termsBetween('2016-06-21', '2016-06-20')).toEqual([])
})

it('leaves no day between two terms, and no day in two', () => {
  const date = fc.integer({ min: 0, max: 6_000 }).map((days) => addDays('2010-01-01', days))
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const terms = termsBetween(from, to)
      expect(terms[0]?.from.localeCompare(from)).toBeLessThanOrEqual(0)
      expect((terms.at(-1)?.to ?? '') >= to).toBe(true)
      for (const [at, term] of terms.entries()) if (at > 0) expect(term.from).toBe(addDays(terms[at - 1]?.to ?? '', 1))
      expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length)
    }),
  )
})

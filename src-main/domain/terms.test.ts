import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { termAfter, termOf } from './terms.ts'

test.each([
  ['2015-09-01', 'Autumn term 2015', '2015-09-01', '2015-12-31'],
  ['2015-12-31', 'Autumn term 2015', '2015-09-01', '2015-12-31'],
  ['2016-01-01', 'Spring term 2016', '2016-01-01', '2016-03-31'],
  ['2016-03-31', 'Spring term 2016', '2016-01-01', '2016-03-31'],
  ['2016-04-01', 'Summer term 2016', '2016-04-01', '2016-08-31'],
  ['2016-08-31', 'Summer term 2016', '2016-04-01', '2016-08-31'],
])('%s lies in %s', (date, label, from, to) => {
  expect(termOf(date)).toEqual({ label, from, to })
})

test('terms follow each other without a gap, and every date lies in its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (days) => {
      const date = addDays('2010-01-01', days)
      const term = termOf(date)
      expect(term.from <= date && date <= term.to).toBe(true)
      expect(termAfter(date).from).toBe(addDays(term.to, 1))
    }),
  )
})

import { expect, test } from 'vitest'
import { schoolYear, termName, termOn } from './terms.ts'
import type { Term } from './terms.ts'

const terms: Term[] = [
  { season: 'autumn', start: '2015-09-01', end: '2015-12-18' },
  { season: 'spring', start: '2016-01-04', end: '2016-03-24' },
  { season: 'summer', start: '2016-04-11', end: '2016-07-20' },
]

test.each([
  ['2015-09-01', 'Autumn term 2015'],
  ['2015-12-18', 'Autumn term 2015'],
  ['2015-12-19', null],
  ['2016-06-21', 'Summer term 2016'],
  ['2016-07-21', null],
])('%s lies in %s', (date, name) => {
  const term = termOn(date, terms)
  expect(term && termName(term)).toBe(name)
})

test.each([
  ['2015-08-31', '2014/15'],
  ['2015-09-01', '2015/16'],
  ['2016-06-21', '2015/16'],
  ['1999-09-01', '1999/00'],
])('%s is in the school year %s', (date, year) => {
  expect(schoolYear(date)).toBe(year)
})

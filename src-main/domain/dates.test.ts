import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, parseFileDate, partsOf, weekday } from './dates.ts'

/** The platform's own calendar in UTC, as the independent recount. */
const DAY = 86_400_000
const platform = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY
const anyDate = fc.integer({ min: platform('1000-01-01'), max: platform('9999-12-31') }).map((n) => new Date(n * DAY).toISOString().slice(0, 10))

describe('dates in files', () => {
  test.each([
    ['2016-06-21', '2016-06-21'],
    ['21/06/2016', '2016-06-21'],
    ['21-06-2016', '2016-06-21'],
    [' 21/06/2016 ', '2016-06-21'],
    ['29/02/2016', '2016-02-29'],
    ['29/02/2000', '2000-02-29'],
    ['31/12/9999', '9999-12-31'],
    ['', null],
    ['   ', null],
    ['31/02/2016', null],
    ['29/02/2015', null],
    ['29/02/1900', null],
    ['31-04-2016', null],
    ['2016-13-01', null],
    ['2016-00-01', null],
    ['00/06/2016', null],
    ['06/21/2016', null],
    ['21/06/16', null],
    ['21/6/2016', null],
    ['21/06-2016', null],
    ['0001-01-01', null],
    ['2016-06-21T00:00:00', null],
    ['21 June 2016', null],
    ['NA', null],
    ['２０１６-06-21', null],
  ])('%j is read as %j', (text, date) => {
    expect(parseFileDate(text)).toBe(date)
  })

  test('every date is read from each of its forms', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [y, m, d] = date.split('-')
        expect([date, `${d}/${m}/${y}`, `${d}-${m}-${y}`].map(parseFileDate)).toEqual([date, date, date])
      }),
    )
  })

  test('a date is read where the platform knows it, and nowhere else', () => {
    const numbers = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    fc.assert(
      fc.property(numbers, ([y, m, d]) => {
        const at = new Date(Date.UTC(y, m - 1, d))
        const exists = at.getUTCFullYear() === y && at.getUTCMonth() === m - 1 && at.getUTCDate() === d
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        expect(parseFileDate(text)).toBe(exists ? text : null)
      }),
    )
  })
})

describe('arithmetic', () => {
  test.each([
    ['2016-02-28', 1, '2016-02-29'],
    ['2015-02-28', 1, '2015-03-01'],
    ['2016-03-01', -1, '2016-02-29'],
    ['2015-12-31', 1, '2016-01-01'],
    ['2016-03-27', 1, '2016-03-28'],
    ['2000-02-28', 366, '2001-02-28'],
    ['1900-02-28', 1, '1900-03-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  test('agrees with the platform’s calendar', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(daysBetween(a, b)).toBe(platform(b) - platform(a))
        expect(addDays(a, daysBetween(a, b))).toBe(b)
        expect(weekday(a)).toBe(new Date(`${a}T00:00:00Z`).getUTCDay() || 7)
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
      { numRuns: 1000 },
    )
  })

  test('what is no date is a bug', () => {
    expect(() => partsOf('21/06/2016')).toThrow('Not a civil date')
    expect(() => addDays('2016-02-30', 1)).toThrow(RangeError)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holidayDates, isWorkingDay } from './bank-holidays.ts'
import { CLEAR_DAYS, clearDaysBefore } from './clear-days.ts'
import { addDays, daysBetween } from './dates.ts'

const holidays = holidayDates([
  { date: '2016-03-25', title: 'Good Friday' },
  { date: '2016-03-28', title: 'Easter Monday' },
  { date: '2016-05-02', title: 'Early May bank holiday' },
  { date: '2016-05-30', title: 'Spring bank holiday' },
])

test.each([
  ['2016-06-21', true],
  ['2016-06-18', false],
  ['2016-06-19', false],
  ['2016-05-30', false],
])('%s is a working day: %s', (date, expected) => {
  expect(isWorkingDay(date, holidays)).toBe(expected)
})

test.each([
  ['the committee of the 2016 paper', '2016-06-21', 5, '2016-06-13'],
  ['over a bank holiday', '2016-06-02', 5, '2016-05-24'],
  ['over Easter', '2016-03-30', 5, '2016-03-18'],
  ['a Monday meeting, published on the Friday before the last week', '2016-06-20', 5, '2016-06-10'],
  ['no clear day at all', '2016-06-21', 0, '2016-06-20'],
])('%s: for %s the last day is %s', (_, meeting, days, last) => {
  expect(clearDaysBefore(meeting, days, holidays)).toBe(last)
})

test('there are five clear working days between, and no later day has them', () => {
  const meetingDay = fc.integer({ min: 0, max: 730 }).map((n) => addDays('2015-09-01', n))
  const between = (from: string, to: string): number =>
    Array.from({ length: Math.max(0, daysBetween(from, to) - 1) }, (_, i) => addDays(from, i + 1)).filter((date) => isWorkingDay(date, holidays)).length
  fc.assert(
    fc.property(meetingDay, (meeting) => {
      const last = clearDaysBefore(meeting, CLEAR_DAYS, holidays)
      expect(between(last, meeting)).toBe(5)
      expect(isWorkingDay(last, holidays)).toBe(true)
      for (let day = addDays(last, 1); day < meeting; day = addDays(day, 1)) {
        if (isWorkingDay(day, holidays)) expect(between(day, meeting)).toBeLessThan(5)
      }
    }),
  )
})

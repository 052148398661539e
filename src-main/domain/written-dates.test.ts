import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDate } from './date-words.ts'
import { addDays } from './dates.ts'
import { datesIn, onlyDateIn, timesIn } from './written-dates.ts'

it.each([
  ['9 May 2016', '2016-05-09'],
  ['by Monday 9th of May 2016.', '2016-05-09'],
  ['9 Sept 2016', '2016-09-09'],
  ['09/05/2016', '2016-05-09'],
  ['9.5.2016', '2016-05-09'],
  ['9-5-2016', '2016-05-09'],
  ['2016-05-09', '2016-05-09'],
  ['9 May 2016 (that is 09/05/2016)', '2016-05-09'],
])('reads %s', (text, date) => expect(onlyDateIn(text)).toBe(date))

it.each(['9 May', '9/5/16', 'end of May 2016', 'May or June 2016', '31 June 2016', '31/02/2016', '9 May or 13 June 2016 or 4 July 2016', 'ongoing', ''])('does not guess at %s', (text) =>
  expect(onlyDateIn(text)).toBeNull(),
)

it('reads every day as papers write it, wherever it stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const date = addDays('1900-01-01', days)
      const [year = '', month = '', day = ''] = date.split('-')
      expect(datesIn(`Held on ${formatDate(date)}, then ${day}/${month}/${year}; and ${date}.`)).toEqual([date, date, date])
    }),
  )
})

it.each([
  ['from 14:00 to 16:05', ['14:00', '16:05']],
  ['at 2.30pm', ['14:30']],
  ['12 noon to 12.15 am', ['12:00', '00:15']],
  ['10am – 12pm', ['10:00', '12:00']],
  ['Room 12, paragraph 3, 25:00', []],
  ['on 9.5.2016', []],
])('reads the times of “%s”', (text, times) => expect(timesIn(text)).toEqual(times))

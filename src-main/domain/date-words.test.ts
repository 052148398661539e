import { expect, test } from 'vitest'
import { formatDate, formatDateList, formatLong, formatRange, formatShort } from './date-words.ts'

test('one date', () => {
  expect(formatDate('2016-06-21')).toBe('21 June 2016')
  expect(formatDate('2014-12-01')).toBe('1 December 2014')
  expect(formatShort('2016-06-21')).toBe('Tue 21 June')
  expect(formatLong('2016-06-14')).toBe('Tuesday 14 June 2016')
  expect(formatLong('2016-06-19')).toBe('Sunday 19 June 2016')
})

test.each([
  ['2016-02-08', '2016-05-09', '8 February to 9 May 2016'],
  ['2016-02-08', '2016-02-22', '8 to 22 February 2016'],
  ['2015-09-01', '2016-06-21', '1 September 2015 to 21 June 2016'],
  ['2015-06-01', '2016-06-21', '1 June 2015 to 21 June 2016'],
  ['2016-05-09', '2016-05-09', '9 May 2016'],
])('from %s to %s', (from, to, words) => {
  expect(formatRange(from, to)).toBe(words)
})

test.each([
  [[], ''],
  [['2016-05-09'], '9 May 2016'],
  [['2016-02-08', '2016-02-22'], '8 and 22 February 2016'],
  [['2016-02-08', '2016-02-22', '2016-05-09'], '8, 22 February and 9 May 2016'],
  [['2016-05-09', '2016-02-22', '2016-02-08', '2016-02-22'], '8, 22 February and 9 May 2016'],
  [['2015-12-01', '2016-02-08', '2016-05-09'], '1 December 2015, 8 February and 9 May 2016'],
  [['2015-05-09', '2016-05-09'], '9 May 2015 and 9 May 2016'],
])('the list %j', (dates, words) => {
  expect(formatDateList(dates)).toBe(words)
})

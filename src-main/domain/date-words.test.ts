import { expect, test } from 'vitest'
import { formatDate, formatShort } from './date-words.ts'

test('one date', () => {
  expect(formatDate('2016-06-21')).toBe('21 June 2016')
  expect(formatDate('2014-12-01')).toBe('1 December 2014')
  expect(formatShort('2016-06-21')).toBe('Tue 21 June')
})

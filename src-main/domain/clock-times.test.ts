import { expect, test } from 'vitest'
import { timeAfter } from './clock-times.ts'

test.each([
  ['14:00', 0, '14:00'],
  ['14:00', 65, '15:05'],
  ['09:55', 5, '10:00'],
  ['23:50', 20, '00:10'],
])('%s and %i minutes', (time, minutes, after) => expect(timeAfter(time, minutes)).toBe(after))

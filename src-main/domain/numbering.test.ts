import { expect, test } from 'vitest'
import { actionNumber, decisionNumber, nextOrdinal } from './numbering.ts'

test('numbers as papers quote them', () => {
  expect(decisionNumber('IQ', 2016, 14)).toBe('IQ 2016/14')
  expect(actionNumber('IQ', '2016-05-09', 3)).toBe('IQ/2016-05-09/3')
})

test.each([
  [[], 1],
  [[1, 2, 3], 4],
  [[5, 2], 6],
])('after %j comes %i', (inUse, next) => {
  expect(nextOrdinal(inUse)).toBe(next)
})

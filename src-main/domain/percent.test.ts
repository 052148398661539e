import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countText, numberWords } from './number-words.ts'
import { percentOf, percentText } from './percent.ts'

test.each([
  [0, 0, null, 'not applicable'],
  [0, 40, 0, '0%'],
  [252, 290, 87, '87%'],
  [104, 157, 66, '66%'],
  [238, 290, 82, '82%'],
  [23, 40, 58, '58%'],
  [1, 200, 1, '1%'],
  [1, 201, 0, '0%'],
  [290, 290, 100, '100%'],
])('%i of %i is %j', (n, d, percent, text) => {
  expect(percentOf(n, d)).toBe(percent)
  expect(percentText(percentOf(n, d))).toBe(text)
})

test('rounds half up as long division by hand does', () => {
  const pair = fc.integer({ min: 1, max: 60_000 }).chain((d) => fc.tuple(fc.integer({ min: 0, max: d }), fc.constant(d)))
  fc.assert(
    fc.property(pair, ([n, d]) => {
      const whole = (100n * BigInt(n)) / BigInt(d)
      const remainder = (100n * BigInt(n)) % BigInt(d)
      expect(percentOf(n, d)).toBe(Number(whole) + (2n * remainder >= BigInt(d) ? 1 : 0))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  [0, '0', 'zero'],
  [3, '3', 'three'],
  [12, '12', 'twelve'],
  [13, '13', '13'],
  [999, '999', '999'],
  [1234, '1,234', '1,234'],
  [51331, '51,331', '51,331'],
  [1000000, '1,000,000', '1,000,000'],
])('%i is written %s, in a sentence %s', (count, digits, words) => {
  expect(countText(count)).toBe(digits)
  expect(numberWords(count)).toBe(words)
})

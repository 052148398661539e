import { expect, test } from 'vitest'
import { penceForDays, poundsText } from './money.ts'

test.each([
  [450_000, '£4,500', '£4,500.00'],
  [41_250, '£412.50', '£412.50'],
  [123_456_789, '£1,234,567.89', '£1,234,567.89'],
  [5, '£0.05', '£0.05'],
  [0, '£0', '£0.00'],
])('%s pence are %s, in a column with pennies %s', (pence, text, inColumn) => {
  expect(poundsText(pence)).toBe(text)
  expect(poundsText(pence, true)).toBe(inColumn)
})

test.each([
  [2, 42_500, 42_500],
  [1, 42_501, 21_251],
  [3, 45_000, 67_500],
  [1, 1, 1],
])('%i half days at %i pence a day are %i pence', (halfDays, rate, expected) => {
  expect(penceForDays(halfDays, rate)).toBe(expected)
})

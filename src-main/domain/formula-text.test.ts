import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asTyped, neutralised } from './formula-text.ts'

it.each([
  ['=1+1', "'=1+1"],
  ['+44 121', "'+44 121"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ["'=1", "''=1"],
  ["''@", "'''@"],
  ["'quoted'", "'quoted'"],
  ["St John's", "St John's"],
  ['', ''],
])('%j stands in a CSV file as %j, and comes back', (text, cell) => {
  expect(neutralised(text)).toBe(cell)
  expect(asTyped(cell)).toBe(text)
})

it('gives every text back, and leaves none that a spreadsheet would run', () => {
  const begins = fc.stringMatching(/^'{0,3}[=+\-@\t\r' a]?/)
  fc.assert(
    fc.property(fc.tuple(begins, fc.string({ unit: 'binary' })).map((parts) => parts.join('')), (text) => {
      expect(asTyped(neutralised(text))).toBe(text)
      expect(neutralised(text)).not.toMatch(/^[=+\-@\t\r]/)
    }),
    { numRuns: 2000 },
  )
})

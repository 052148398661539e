import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldHeading } from './headings.ts'
import { columnNames } from './mapping.ts'

/** The rule as it reads: the least number that tells a column from those before it. */
function plainly(headings: readonly string[]): string[] {
  const names: string[] = []
  for (const heading of headings) {
    const numbered = (number: number) => (number === 1 ? heading || 'No heading' : `${heading || 'No heading'} (${number})`)
    let number = 1
    while (names.some((name) => foldHeading(name) === foldHeading(numbered(number)))) number += 1
    names.push(numbered(number))
  }
  return names
}

describe('the names of columns', () => {
  it('tell columns apart, whatever is called the same', () => {
    const heading = fc.constantFrom('URN', 'urn', 'Urn ', 'URN (2)', 'urn2', 'Date', '', '-').map((name) => name.trim())
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 20 }), (headings) => {
        expect(columnNames(headings)).toEqual(plainly(headings))
      }),
    )
  })
})

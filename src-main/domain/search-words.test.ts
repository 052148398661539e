import { describe, expect, it } from 'vitest'
import { matchQuery } from './search-words.ts'

describe('matchQuery', () => {
  it.each([
    ['beacon ri', '"beacon"* "ri"*'],
    ['St. Mary’s "C of E"', '"St"* "Mary"* "s"* "C"* "of"* "E"*'],
    ['NEAR(a b) OR -c:*', '"NEAR"* "a"* "b"* "OR"* "c"*'],
  ])('quotes every word of %s', (typed, expected) => {
    expect(matchQuery(typed)).toBe(expected)
  })

  it.each(['', '   ', '"*^:-()'])('has nothing to look for in %j', (typed) => {
    expect(matchQuery(typed)).toBeNull()
  })
})

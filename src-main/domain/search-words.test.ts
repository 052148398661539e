import { describe, expect, it } from 'vitest'
import { matchQuery, matchSchools, textSearch } from './search-words.ts'

describe('matchQuery', () => {
  it.each([
    ['beacon ri', '"beacon"* AND "ri"*'],
    ['St. Mary’s "C of E"', '("St"* OR "saint") AND ("Marys"* OR "Mary s") AND "C"* AND "of"* AND "E"*'],
    ["o'br", '("obr"* OR "o br"*)'],
    ['saint marys', '("saint"* OR "st") AND ("marys"* OR "mary s")'],
    ['NEAR(a b) OR -c:*', '"NEAR"* AND "a"* AND "b"* AND "OR"* AND "c"*'],
    ["'quoted'", '"quoted"*'],
  ])('quotes every word of %s', (typed, expected) => {
    expect(matchQuery(typed)).toBe(expected)
  })

  it.each(['', '   ', '"*^:-()', '’'])('has nothing to look for in %j', (typed) => {
    expect(matchQuery(typed)).toBeNull()
  })
})

describe('matchSchools', () => {
  it.each([
    ['mary’s', '("marys"* OR ("mary" AND "s"))'],
    ["o'br", '("obr"* OR ("o" AND "br"*))'],
    ['marys', '("marys"* OR ("mary" AND "s"))'],
  ])('asks for the parts of %s without a phrase', (typed, expected) => {
    expect(matchSchools(typed)).toBe(expected)
  })
})

describe('textSearch', () => {
  it.each([
    ['  ÉCOLE ', 'Visit to the école', true],
    ['ecole', 'École', true],
    ['marys', 'St Mary’s', true],
    ['mary’s first', 'First visit to St Marys', true],
    ['visit second', 'First visit', false],
  ])('looks for each word of %j in %j', (typed, text, found) => {
    expect(textSearch(typed)?.(text)).toBe(found)
  })

  it.each(['', '  ', '’'])('looks for nothing in %j', (typed) => {
    expect(textSearch(typed)).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { restFacts } from './schoolRest.ts'

const school = {
  rest: [
    { group: 'Provision', entries: [{ label: 'Boarders', value: 'No boarders' }, { label: 'Diocese', value: 'Élan' }] },
    { group: 'Codes', entries: [{ label: 'Boarders (code)', value: '1' }] },
  ],
}

it.each([
  ['', ['Boarders', 'Diocese', 'Boarders (code)']],
  ['  ', ['Boarders', 'Diocese', 'Boarders (code)']],
  ['boarders', ['Boarders', 'Boarders (code)']],
  ['BOARDERS code', ['Boarders (code)']],
  ['elan', ['Diocese']],
  ['nowhere', []],
])('everything else with "%s"', (sought, terms) => {
  expect(restFacts(school, sought).flatMap(({ facts }) => facts.map(({ term }) => term))).toEqual(terms)
  expect(restFacts(school, sought).every(({ facts }) => facts.length > 0)).toBe(true)
})

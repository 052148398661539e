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

it('dates are read as all dates are, and what is none stays as it is written', () => {
  const of = (value: string) => restFacts({ rest: [{ group: 'Pupils', entries: [{ label: 'Census', value }] }] }, '')[0]?.facts[0]?.text
  expect([of('18-01-2024'), of('18/01/2024'), of('11-22-3333'), of('01216757410')]).toEqual(['18 January 2024', '18 January 2024', '11-22-3333', '01216757410'])
})

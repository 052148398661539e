import { expect, it } from 'vitest'
import { matchPasted } from './matchPasted.ts'

const schools = [
  { urn: '900001', name: 'Ashfold Primary School' },
  { urn: '900002', name: 'St. Hilda’s Catholic Primary' },
  { urn: '900003', name: 'Barlow Infant School' },
  { urn: '900004', name: 'Barlow Junior School' },
]

it.each<[string, string, string[], string[]]>([
  ['URNs', '900001\r\n900003\n', ['900001', '900003'], []],
  ['rows of a spreadsheet under a heading', 'School\tURN\nAshfold\t900001\nBarlow\t900004', ['900001', '900004'], []],
  ['names however they are written', 'ashfold primary\nst hildas catholic primary', ['900001', '900002'], []],
  ['the same school twice', '900001\nAshfold Primary School', ['900001'], []],
  ['what is not there, and what fits two', 'Barlow\nNo such school\n999999\n900002', ['900002'], ['Barlow', 'No such school', '999999']],
])('finds %s', (_what, text, urns, unknown) => {
  const matched = matchPasted(text, schools)
  expect([matched.found.map(({ urn }) => urn), matched.unknown]).toEqual([urns, unknown])
})

import { expect, it } from 'vitest'
import { movesInWords } from './movesInWords.ts'

it.each([
  [[{ district: null, count: 2 }, { district: 'Yardley', count: 1 }], 1, '3 schools will be in Erdington from 1 September 2015: 2 without a district, 1 from Yardley. One is there already.'],
  [[{ district: null, count: 1 }], 0, '1 school will be in Erdington from 1 September 2015: 1 without a district.'],
  [[{ district: 'Yardley', count: 1_200 }], 2, '1,200 schools will be in Erdington from 1 September 2015: 1,200 from Yardley. 2 are there already.'],
  [[], 1, 'This school is in Erdington from that day already.'],
  [[], 2, 'These schools are in Erdington from that day already.'],
])('says what would change: %j, %j', (changes, unchanged, sentence) => {
  expect(movesInWords({ district: 'Erdington', changes, unchanged }, '2015-09-01')).toBe(sentence)
})

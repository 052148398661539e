import { expect, test } from 'vitest'
import { secondVisitWords } from './visitWords.ts'

const asked = { date: '2016-06-09', visitor: ' District Lead ' }
const at = (urn: string, schoolName: string, status: 'planned' | 'completed' = 'completed') => ({ urn, schoolName, status })

test.each([
  ['one school', [at('900001', 'Ashfold Primary')], 'A visit of District Lead to Ashfold Primary on 9 June 2016 is recorded already. Record a second one?'],
  ['one school, three times', [at('900001', 'Ashfold Primary'), at('900001', 'Ashfold Primary'), at('900001', 'Ashfold Primary', 'planned')], 'A visit of District Lead to Ashfold Primary on 9 June 2016 is recorded already. Record a second one?'],
  ['a plan alone', [at('900001', 'Ashfold Primary', 'planned')], 'A visit of District Lead to Ashfold Primary on 9 June 2016 is planned already. Record a second one?'],
  ['two schools', [at('900001', 'Ashfold Primary'), at('900002', 'Barlow High')], 'Visits of District Lead to 2 of these schools on 9 June 2016 are recorded already: Ashfold Primary, Barlow High. Record second ones?'],
])('%s: what is there already is named before a second one is recorded', (_what, alike, words) => {
  expect(secondVisitWords(alike, asked)).toBe(words)
})

test('many schools are told by their number', () => {
  const many = Array.from({ length: 6 }, (_, i) => at(`90000${i}`, `School ${i}`))
  expect(secondVisitWords(many, asked)).toBe('Visits of District Lead to 6 of these schools on 9 June 2016 are recorded already. Record second ones?')
})

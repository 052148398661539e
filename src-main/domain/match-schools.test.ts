import { describe, expect, test } from 'vitest'
import { schoolMatcher } from './match-schools.ts'

const records = [
  { urn: '900001', name: 'Ashfold Primary School', open: true },
  { urn: '900002', name: 'Ashfold Academy', open: true },
  { urn: '900003', name: 'St. Hilda’s Catholic Primary', open: false },
  { urn: '900004', name: 'St Hilda’s Catholic Primary', open: true },
  { urn: '900005', name: 'Barlow Infant School', open: true },
  { urn: '900006', name: 'Barlow Infant School', open: true },
  { urn: '900007', name: 'École Lumière', open: false },
]
const match = schoolMatcher(records)

describe('a school is found by what a list calls it', () => {
  test.each([
    ['900002', '900002'],
    ['  900002 ', '900002'],
    ['URN 900002, Ashfold', '900002'],
    ['ashfold primary school', '900001'],
    ['Ashfold Primary', '900001'],
    ['academy ashfold', '900002'],
    ['Saint Hildas Catholic Primary', '900004'],
    ['ecole lumiere', '900007'],
  ])('%s', (text, urn) => expect(match(text).school?.urn).toBe(urn))

  test.each([
    ['Ashfold', ['900001', '900002']],
    ['Barlow Infant School', ['900005', '900006']],
    ['No such school', []],
    ['999999', []],
    ['', []],
    ['...', []],
  ])('%s is not settled', (text, others) => {
    expect(match(text).school).toBeNull()
    expect(match(text).others.map(({ urn }) => urn)).toEqual(others)
  })

  test('offers no more than can be looked through', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ urn: String(900_100 + i), name: `Oak ${i} School`, open: true }))
    expect(schoolMatcher(many)('oak').others).toHaveLength(12)
  })
})

import { expect, it } from 'vitest'
import { filterWords } from './filterWords.ts'
import { NOT_RECORDED, plainList } from './listAddress.ts'

it('says how a list is narrowed', () => {
  expect(filterWords(plainList)).toEqual(['Open schools'])
  expect(filterWords({ ...plainList, onlyOpen: false, status: ['Closed'], district: ['Yardley', NOT_RECORDED], group: ['academy'], notVisited: true, search: ' ash ' })).toEqual([
    'Schools open or not',
    'Status: Closed',
    'Group: academies',
    'District: Yardley, not recorded',
    'Not visited',
    'With the words “ash”',
  ])
})

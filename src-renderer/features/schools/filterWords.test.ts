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

it('names the first of many choices and counts the rest, within the limit of a note', () => {
  const names = (what: string, length: number) => Array.from({ length }, (_, at) => `${what} ${at + 1}`)
  expect(filterWords({ ...plainList, ward: names('Ward', 6) })).toContain('Ward: Ward 1, Ward 2, Ward 3, Ward 4, Ward 5, Ward 6')
  expect(filterWords({ ...plainList, ward: names('Ward', 125) })).toContain('Ward: Ward 1, Ward 2, Ward 3, Ward 4, Ward 5 and 120 more')
  const many = names('x'.repeat(200), 1200)
  const all = filterWords({ ...plainList, onlyOpen: false, status: many, phase: many, type: many, district: many, ward: many, trust: many, search: 'y'.repeat(200) })
  expect(all.join('. ').length).toBeLessThan(3_900)
})

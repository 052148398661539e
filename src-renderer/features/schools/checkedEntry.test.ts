import { describe, expect, it } from 'vitest'
import { needEntry } from '../../../src-main/api/schools.ts'
import { visitEntry } from '../../../src-main/api/visits.ts'
import { checkEntry } from './checkedEntry.ts'

const visit = {
  urn: '900417',
  date: '2016-06-09',
  visitor: ' District Lead ',
  kind: 'visit',
  status: 'completed',
  counts: true,
  purpose: '',
  note: '',
}

describe('checkEntry', () => {
  it('hands on the entry as the contract takes it', () => {
    const { entry, problems } = checkEntry(visitEntry, visit, {})
    expect(problems).toEqual([])
    expect(entry?.visitor).toBe('District Lead')
  })

  it('says for each field once what is wrong, in the words of the form, else in those of the contract', () => {
    const { entry, problems } = checkEntry(visitEntry, { ...visit, urn: null, date: null, visitor: ' ' }, { urn: 'Choose a school' })
    expect(entry).toBeNull()
    expect(problems.map(({ field }) => field)).toEqual(['urn', 'date', 'visitor'])
    expect(problems.find(({ field }) => field === 'urn')?.text).toBe('Choose a school')
    expect(problems.find(({ field }) => field === 'visitor')?.text).toBe('Say who visited')
  })

  it('does not take an answer that was not given', () => {
    const { problems } = checkEntry(needEntry, { urn: '900417', decidedOn: '2016-06-09', requiresPackage: null, reason: '' }, {})
    expect(problems.map(({ field }) => field)).toEqual(['requiresPackage'])
  })
})

import { describe, expect, it } from 'vitest'
import { plainVisits, readVisits, unfilteredVisits, visitFilterOf, writeVisits, type VisitsAddress } from './visitsAddress.ts'

const full: VisitsAddress = {
  view: 'all', search: 'beacon', status: ['completed'], datePassed: false, visitor: ['District Lead'], kind: ['visit', 'meeting'], district: ['Yardley', 'not-recorded'],
  term: '2015-spring', plannedForTerm: true, sort: 'school', descending: true, by: 'visitor', year: 2015, group: ['academy'], visit: 'an id',
}
/** As the router would hand it back. */
function through(address: VisitsAddress) {
  return readVisits(Object.fromEntries(Object.entries(writeVisits(address)).map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)])))
}

describe('the address of the visits', () => {
  it('says nothing where the page is as it opens', () => {
    expect(writeVisits(plainVisits)).toEqual({})
    expect(readVisits({})).toEqual(plainVisits)
  })

  it.each([full, { ...full, view: 'terms' as const }, { ...full, view: 'not-visited' as const }, { ...full, sort: 'date' as const, descending: false }, { ...full, sort: 'visitor' as const, descending: false }])('comes back as it was written', (address) => {
    expect(through(address)).toEqual(address)
  })

  it('leaves out what it does not know', () => {
    expect(readVisits({ view: 'other', status: ['lost', 'planned'], sort: 'colour', year: 'soon', kind: 'tea', group: 'neither' })).toEqual({ ...plainVisits, status: ['planned'] })
  })

  it('asks the core for what it says', () => {
    expect(visitFilterOf(plainVisits)).toEqual({})
    expect(visitFilterOf(full)).toEqual({ search: 'beacon', status: ['completed'], visitor: ['District Lead'], kind: ['visit', 'meeting'], district: ['Yardley', null], term: '2015-spring', plannedForTerm: true })
  })

  it('without its filters keeps words, order and what is open', () => {
    expect(unfilteredVisits(full)).toEqual({ ...plainVisits, search: 'beacon', sort: 'school', descending: true, by: 'visitor', year: 2015, visit: 'an id' })
  })
})

import { describe, expect, it } from 'vitest'
import { parseQuery, stringifyQuery } from 'vue-router'
import { filterOf, NOT_RECORDED, plainList, readAddress, showsUnmapped, unmapped, viewQuery, writeAddress, type ListAddress } from './listAddress.ts'

const busy: ListAddress = {
  search: 'beacon',
  onlyOpen: false,
  status: ['Closed', 'Proposed to open'],
  group: ['maintained', 'neither'],
  phase: ['Primary'],
  type: ['Academy converter'],
  district: ['Yardley', NOT_RECORDED],
  ward: ['Nechells'],
  trust: ['Sycamore Trust', NOT_RECORDED],
  notVisited: true,
  requiresPackage: true,
  sort: 'lastVisit',
  descending: true,
  then: { sort: 'district', descending: true },
  view: 'not-visited',
}

/** What the router hands back for what it was given. */
const asRead = (address: ListAddress) => parseQuery(stringifyQuery(writeAddress(address)))

describe('the address of the school list', () => {
  it('brings back every filter and the order', () => {
    expect(readAddress(asRead(busy))).toEqual(busy)
  })

  it('is empty for the list as it opens', () => {
    expect(writeAddress(plainList)).toEqual({})
    expect(readAddress({})).toEqual(plainList)
  })

  it('is kept by a view without the words that are looked for', () => {
    expect(readAddress(viewQuery(busy))).toEqual({ ...busy, search: '', view: null })
  })

  it('reads one value as it reads several, and leaves out what it does not know', () => {
    expect(readAddress({ group: 'academy', sort: 'colour', phase: [null, 'Primary'] })).toEqual({
      ...plainList,
      group: ['academy'],
      phase: ['Primary'],
    })
  })
})

describe('the unmapped schools', () => {
  it('are known again from the address', () => {
    const list = { ...plainList, ...unmapped }
    expect(readAddress(asRead(list))).toEqual(list)
    expect([list, plainList, { ...list, group: [] }, { ...list, district: ['Yardley'] }].map(showsUnmapped)).toEqual([true, false, false, false])
    expect(filterOf(list)).toEqual({ open: true, group: ['maintained', 'academy'], district: [null] })
  })
})

describe('filterOf', () => {
  it('asks for open schools unless told otherwise', () => {
    expect(filterOf(plainList)).toEqual({ open: true })
    expect(filterOf({ ...plainList, onlyOpen: false })).toEqual({})
  })

  it('asks for records without a ward by empty text', () => {
    expect(filterOf({ ...plainList, ward: [NOT_RECORDED, 'Aston'] }).ward).toEqual(['', 'Aston'])
  })

  it('asks for records without a district by null', () => {
    expect(filterOf({ ...plainList, district: ['Yardley', NOT_RECORDED] }).district).toEqual(['Yardley', null])
  })

  it('asks for those not visited, never for those visited, by leaving the question out', () => {
    expect(filterOf({ ...plainList, notVisited: true }).visited).toBe(false)
    expect(filterOf(plainList)).not.toHaveProperty('visited')
  })
})

import { describe, expect, it } from 'vitest'
import { parseQuery, stringifyQuery } from 'vue-router'
import { readCoverage, writeCoverage, type CoverageAddress } from './coverageAddress.ts'

const asRead = (address: CoverageAddress) => readCoverage(parseQuery(stringifyQuery(writeCoverage(address))))

describe('the address of the coverage page', () => {
  it('brings back the dates and the number that was looked behind', () => {
    const address: CoverageAddress = {
      asAt: '2016-06-21',
      from: '2015-09-01',
      chosen: { id: 'visited', group: 'maintained', side: 'rest', district: 'Hodge Hill' },
    }
    expect(asRead(address)).toEqual(address)
  })

  it('tells the records without a district from those of every district', () => {
    const chosen = { id: 'dsgCoverage', group: 'academy', side: 'numerator' } as const
    expect(asRead({ chosen }).chosen).toEqual(chosen)
    expect(asRead({ chosen: { ...chosen, district: null } }).chosen).toEqual({ ...chosen, district: null })
  })

  it('leaves out a date that is none and a figure that is none', () => {
    expect(readCoverage({ asAt: '2016-02-30', figure: 'pupils', group: 'maintained', side: 'rest' })).toEqual({ chosen: null })
  })
})

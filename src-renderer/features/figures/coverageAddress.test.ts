import { describe, expect, it } from 'vitest'
import { parseQuery, stringifyQuery } from 'vue-router'
import { readCoverage, writeCoverage, type CoverageAddress } from './coverageAddress.ts'

const asRead = (address: CoverageAddress) => readCoverage(parseQuery(stringifyQuery(writeCoverage(address))))

describe('the address of the coverage page', () => {
  it('brings back the dates and the number that was looked behind', () => {
    const address: CoverageAddress = {
      view: 'district',
      asAt: '2016-06-21',
      from: '2015-09-01',
      chosen: { id: 'visited', group: 'maintained', side: 'rest', district: 'Hodge Hill' },
    }
    expect(asRead(address)).toEqual(address)
  })

  it('tells the records without a district from those of every district', () => {
    const chosen = { id: 'dsgCoverage', group: 'academy', side: 'numerator' } as const
    expect(asRead({ view: 'figures', chosen }).chosen).toEqual(chosen)
    expect(asRead({ view: 'figures', chosen: { ...chosen, district: null } }).chosen).toEqual({ ...chosen, district: null })
  })

  it('brings back a phase, a term’s own window, and the two dates of a comparison', () => {
    const chosen = { id: 'visited', group: 'academy', side: 'numerator', phase: null, term: { from: '2016-01-01', asAt: '2016-03-31' } } as const
    const address: CoverageAddress = { view: 'term', asAt: '2016-06-21', chosen }
    expect(asRead(address)).toEqual(address)
    const compared: CoverageAddress = { view: 'compare', before: '2016-05-09', chosen: null, compared: { id: 'visited', group: 'academy', because: 'visited since' } }
    expect(asRead(compared)).toEqual(compared)
    expect(asRead({ ...compared, compared: { id: 'dsgMeetings', group: null } }).compared).toEqual({ id: 'dsgMeetings', group: null })
    expect(asRead({ ...compared, compared: { id: 'actionsOverdue', group: null, because: 'done since' } }).compared).toEqual({ id: 'actionsOverdue', group: null, because: 'done since' })
    expect(asRead({ ...compared, view: 'figures' }).compared).toBeUndefined()
    expect(asRead({ view: 'term', chosen: { ...chosen, term: { asAt: '2016-03-31' } } }).chosen?.term).toEqual({ asAt: '2016-03-31' })
  })

  it('leaves out a date that is none and a figure that is none', () => {
    expect(readCoverage({ asAt: '2016-02-30', view: 'moon', figure: 'pupils', group: 'maintained', side: 'rest' })).toEqual({ view: 'figures', chosen: null })
  })
})

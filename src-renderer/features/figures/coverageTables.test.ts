import { describe, expect, it } from 'vitest'
import type { DsgMethod } from '../../../src-main/api/settings.ts'
import { partsTable, recordsTable, termsTable } from './coverageTables.ts'
import { partRows } from './partRows.ts'

const window = { from: '2015-09-01', asAt: '2016-06-21' }
const counts = { group: 'maintained' as const, open: 4, visited: 2, reached: 3, reachedOf: 6, requirePackage: 1 }
const term = { key: '2015-autumn', title: 'Autumn 2015', from: '2015-09-01', asAt: '2015-12-31', running: false, groups: [{ ...counts, visitedInTerm: 1, reachedInTerm: 2, reachedInTermOf: 5 }], visits: 1, dsgMeetings: 1 }

/** One line of an exported table, each cell under its heading. */
function line({ columns, rows }: ReturnType<typeof partsTable>): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ heading }, at) => [heading, rows[0]?.[at]]))
}

describe('an exported list of schools', () => {
  const figure = {
    id: 'visited' as const, group: 'maintained' as const, title: 'Maintained schools visited', howCounted: 'Maintained schools with at least one completed visit.',
    numerator: 2, denominator: 4, percent: 50, text: '50%', asAt: '2016-06-21', from: '2015-09-01',
    settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit' as const] }, numeratorUrns: [], denominatorUrns: [],
  }
  it('says of the schools that are not counted that they are not', () => {
    const note = (side: 'numerator' | 'rest') => recordsTable(figure, { id: 'visited', group: 'maintained', side }, '', []).note
    expect(note('rest')).toMatch(/^These are the schools that the figure does not count, .* It counts:\nMaintained schools with/)
    expect(note('numerator')).toMatch(/^These are the schools that the figure counts\./)
  })
})

describe('an exported table says what DSG coverage counts', () => {
  it.each<[DsgMethod, Record<string, unknown>]>([
    ['attended', { 'At a DSG': 3, 'At a DSG, per cent': 50 }],
    ['districtMet', { 'DSG has met': 3, 'DSG has met, per cent': 50 }],
    ['meanAttendance', { 'DSG places taken': 3, 'DSG places': 6, 'DSG places taken, per cent': 50 }],
  ])('by district, %s', (method, dsg) => {
    expect(line(partsTable('district', partRows([{ ...counts, part: 'Yardley' }]), window, method))).toEqual({
      District: 'Yardley', Group: 'Maintained schools', Open: 4, Visited: 2, 'Visited, per cent': 50, ...dsg, 'Require a package': 1,
    })
  })

  it.each<[DsgMethod, Record<string, unknown>]>([
    ['attended', { 'At a DSG': 3, 'At a DSG, in the term': 2 }],
    ['districtMet', { 'DSG has met': 3, 'DSG has met, in the term': 2 }],
    ['meanAttendance', { 'DSG places taken': 3, 'DSG places': 6, 'DSG places taken, in the term': 2, 'DSG places, in the term': 5 }],
  ])('by term, %s', (method, dsg) => {
    expect(line(termsTable([term], window, method))).toEqual({
      Term: 'Autumn 2015', 'As at': '2015-12-31', Group: 'Maintained schools', Open: 4, Visited: 2, ...dsg, 'Require a package': 1, 'Schools visited in the term': 1,
    })
  })
})

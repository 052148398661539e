import type { FigureId } from '../../../src-main/api/figures.ts'
import type { Side } from './coverageAddress.ts'

/** What the three sides of a figure are called. Meetings and rounds have no schools behind them. */
const sideWords: Partial<Record<FigureId, Record<Side, string>>> = {
  visited: { numerator: 'Visited', rest: 'Not visited', denominator: 'All' },
  dsgCoverage: { numerator: 'Attended', rest: 'Did not attend', denominator: 'All' },
  packagesRequired: { numerator: 'Require a package', rest: 'Do not', denominator: 'All' },
}

export function wordsOfSide(id: FigureId, side: Side): string {
  return sideWords[id]?.[side] ?? ''
}

/** Whether there are schools behind a figure. */
export function hasSchools(id: FigureId): boolean {
  return sideWords[id] !== undefined
}

export function write(number: number): string {
  return number.toLocaleString('en-GB')
}

/** What a chart of shares shows, by the count that the share is of. */
export const chartWords = { visited: 'Schools visited', attended: 'Schools reached by District Strategy Groups', requirePackage: 'Schools requiring packages' } as const

import type { FigureId } from '../../../src-main/api/figures.ts'
import type { DsgMethod, FigureSettings } from '../../../src-main/api/settings.ts'
import type { Side } from './coverageAddress.ts'

/** What reached a school is by the way of counting DSG coverage. */
const dsgSides: Record<DsgMethod, Record<Side, string>> = {
  attended: { numerator: 'Attended', rest: 'Did not attend', denominator: 'All' },
  districtMet: { numerator: 'District’s group has met', rest: 'Has not met', denominator: 'All' },
  meanAttendance: { numerator: 'Took a place', rest: 'Took none', denominator: 'All with a place' },
}

/** What the three sides of a figure are called. Meetings and rounds have no schools behind them. */
const sideWords: Partial<Record<FigureId, (method: DsgMethod) => Record<Side, string>>> = {
  visited: () => ({ numerator: 'Visited', rest: 'Not visited', denominator: 'All' }),
  dsgCoverage: (method) => dsgSides[method],
  packagesRequired: () => ({ numerator: 'Require a package', rest: 'Do not', denominator: 'All' }),
}

export function wordsOfSide({ id, settings }: Counted, side: Side): string {
  return sideWords[id]?.(methodOf(settings))[side] ?? ''
}

const SIDES: Record<Side, string> = {
  numerator: 'These are the schools that the figure counts. It counts:',
  rest: 'These are the schools that the figure does not count, of those that it is out of. It counts:',
  denominator: 'These are all the schools that the figure is out of. It counts:',
}

/** Which schools a list holds, before the sentence that says how the figure is counted. */
export function sideSentence(side: Side): string {
  return SIDES[side]
}

interface Counted {
  id: FigureId
  settings: FigureSettings
}

/** The way in which DSG coverage was counted. */
export function methodOf(settings: FigureSettings | undefined): DsgMethod {
  return settings?.dsgMethod ?? 'attended'
}

/** Where a figure counts places, its number is not that of the schools behind it: a sentence that says so, or null. */
export function placesWords({ id, settings, numerator, denominator }: Counted & { numerator: number; denominator: number | null }): string | null {
  if (id !== 'dsgCoverage' || methodOf(settings) !== 'meanAttendance') return null
  return `The figure counts places at meetings, ${write(numerator)} taken of ${write(denominator ?? 0)}. The lists are of schools: those that took at least one place, and those that had one.`
}

/** Whether there are schools behind a figure. */
export function hasSchools(id: FigureId): boolean {
  return sideWords[id] !== undefined
}

export function write(number: number): string {
  return number.toLocaleString('en-GB')
}

/** What a chart of shares shows, by the count that the share is of, and what the share is of. */
export function chartWords(measure: 'visited' | 'reached' | 'requirePackage', method: DsgMethod): { title: string; note: string; none: string } {
  if (measure === 'reached' && method === 'meanAttendance') return { title: 'Mean attendance at District Strategy Groups', note: 'per cent of places at meetings', none: 'no places' }
  const titles = { visited: 'Schools visited', reached: 'Schools reached by District Strategy Groups', requirePackage: 'Schools requiring packages' }
  return { title: titles[measure], note: 'per cent of schools open', none: 'none open' }
}

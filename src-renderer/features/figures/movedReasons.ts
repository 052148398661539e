import type { Comparison } from '../../../src-main/api/figures.ts'
import { write } from './figureWords.ts'

export type ComparedMove = Comparison['moved'][number]

/** What any record's step has: a school's, or an action's. */
type Movable = Pick<ComparedMove, 'because' | 'from' | 'to'> & { name: string }

/** What a figure counts: schools, places at meetings, or records with nothing that they are out of. */
type Counted = 'schools' | 'places' | 'records'

/** One reason why a figure moved, with the records that it moved. */
export interface Reason<Moved extends Movable = ComparedMove> {
  because: string
  moves: readonly Moved[]
  /** "number up 12, out of down 8" */
  effect: string
}

/**
 * The moves by their reasons, the weightiest first; the schools or actions of each by name.
 *
 * @param counted of places, schools do not add up to the figure; records have no "out of"
 */
export function reasonsOf<Moved extends Movable>(moves: readonly Moved[], counted: Counted = 'schools'): Reason<Moved>[] {
  return [...Map.groupBy(moves, ({ because }) => because)]
    .map(([because, of]) => ({ because, moves: of.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true })), effect: effectOf(of, counted) }))
    .sort((a, b) => b.moves.length - a.moves.length)
}

/** What the moves together do to the number and to what it is out of. */
function effectOf(moves: readonly Movable[], counted: Counted): string {
  const sum = (belongs: (place: ComparedMove['from']) => boolean) => moves.reduce((total, { from, to }) => total + Number(belongs(to)) - Number(belongs(from)), 0)
  const parts = [
    [counted === 'places' ? 'schools that took a place' : 'number', sum((place) => place === 'counted')],
    [counted === 'places' ? 'schools with a place' : 'out of', counted === 'records' ? 0 : sum((place) => place !== 'out')],
  ] as const
  const words = parts.flatMap(([what, by]) => (by === 0 ? [] : [`${what} ${by > 0 ? 'up' : 'down'} ${write(Math.abs(by))}`]))
  return words.length === 0 ? 'no change' : words.join(', ')
}

/** "252 of 290, 87%"; a count of meetings is its number. */
export function countWords({ numerator, denominator, percent }: Comparison['before']): string {
  return denominator === null ? write(numerator) : `${write(numerator)} of ${write(denominator)}${percent === null ? '' : `, ${percent}%`}`
}

/** "up 6 points", "down 1", "no change": of shares in points, of counts in their number. */
export function differenceWords({ before, after }: Pick<Comparison, 'before' | 'after'>): string {
  if (before.denominator === null || after.denominator === null) return upOrDown(after.numerator - before.numerator, '')
  if (before.percent === null || after.percent === null) return 'Not applicable'
  const by = after.percent - before.percent
  return upOrDown(by, 'points')
}

/** "Up 3 days", "Down 1 point", "No change"; the unit is given in the plural. */
export function upOrDown(by: number, unit: '' | 'points' | 'days'): string {
  const one = Math.abs(by) === 1 ? unit.replace(/s$/, '') : unit
  return by === 0 ? 'No change' : `${by > 0 ? 'Up' : 'Down'} ${write(Math.abs(by))}${one && ` ${one}`}`
}

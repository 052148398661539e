import type { Comparison } from '../../../src-main/api/figures.ts'
import { write } from './figureWords.ts'

export type ComparedMove = Comparison['moved'][number]

/** One reason why a figure moved, with the records that it moved. */
export interface Reason {
  because: string
  moves: readonly ComparedMove[]
  /** "number up 12, out of down 8" */
  effect: string
}

/**
 * The moves by their reasons, the weightiest first; the schools of each by name.
 *
 * @param ofPlaces the figure counts places, so that schools do not add up to it
 */
export function reasonsOf(moves: readonly ComparedMove[], ofPlaces = false): Reason[] {
  return [...Map.groupBy(moves, ({ because }) => because)]
    .map(([because, of]) => ({ because, moves: of.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')), effect: effectOf(of, ofPlaces) }))
    .sort((a, b) => b.moves.length - a.moves.length)
}

/** What the moves together do to the number and to what it is out of. */
function effectOf(moves: readonly ComparedMove[], ofPlaces: boolean): string {
  const sum = (belongs: (place: ComparedMove['from']) => boolean) => moves.reduce((total, { from, to }) => total + Number(belongs(to)) - Number(belongs(from)), 0)
  const parts = [
    [ofPlaces ? 'schools that took a place' : 'number', sum((place) => place === 'counted')],
    [ofPlaces ? 'schools with a place' : 'out of', sum((place) => place !== 'out')],
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
  return upOrDown(by, Math.abs(by) === 1 ? ' point' : ' points')
}

function upOrDown(by: number, unit: string): string {
  return by === 0 ? 'No change' : `${by > 0 ? 'Up' : 'Down'} ${write(Math.abs(by))}${unit}`
}

import type { CivilDate } from '../api/base.ts'
import { partsOf } from './dates.ts'

/** Terms have boundaries that the council sets (DOMAIN.md, "Rules of the trade"), so they come in as rows. */
export interface Term {
  season: 'autumn' | 'spring' | 'summer'
  /** First and last day, both inside the term. */
  start: CivilDate
  end: CivilDate
}

/** The term a date lies in, or null in the holidays and in years nobody has entered. */
export function termOn(date: CivilDate, terms: readonly Term[]): Term | null {
  return terms.find((term) => term.start <= date && date <= term.end) ?? null
}

/** "Summer term 2016", by the year in which the term starts. */
export function termName(term: Term): string {
  const season = `${term.season.charAt(0).toUpperCase()}${term.season.slice(1)}`
  return `${season} term ${partsOf(term.start).year}`
}

/** The school year a date lies in, from 1 September: "2015/16". */
export function schoolYear(date: CivilDate): string {
  const { year, month } = partsOf(date)
  const first = month >= 9 ? year : year - 1
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`
}

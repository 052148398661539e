import type { CivilDate } from '../api/base.ts'
import { addDays, partsOf } from './dates.ts'

/**
 * Terms of the school year (DOMAIN.md, "Rules of the trade"), by the days that the law names: 31 August, 31 December and
 * 31 March (Education (Start of Compulsory School Age) Order 1998). Every day belongs to one term.
 */
export interface Term {
  /** "2016-spring", by the calendar year it begins in. */
  key: string
  /** "Spring 2016" */
  title: string
  from: CivilDate
  to: CivilDate
}

/** The term that a day belongs to. */
export function termOf(date: CivilDate): Term {
  const { year, month } = partsOf(date)
  if (month >= 9) return { key: `${year}-autumn`, title: `Autumn ${year}`, from: `${year}-09-01`, to: `${year}-12-31` }
  if (month <= 3) return { key: `${year}-spring`, title: `Spring ${year}`, from: `${year}-01-01`, to: `${year}-03-31` }
  return { key: `${year}-summer`, title: `Summer ${year}`, from: `${year}-04-01`, to: `${year}-08-31` }
}

/** Every term with a day from one date to another, in order; none where the second date comes first. */
export function termsBetween(from: CivilDate, to: CivilDate): Term[] {
  const terms: Term[] = []
  for (let day = from; day <= to; day = addDays(terms.at(-1)?.to ?? to, 1)) terms.push(termOf(day))
  return terms
}

import type { CivilDate } from '../api/base.ts'
import { addDays, partsOf } from './dates.ts'

/** A school term, both ends included; every date lies in one. */
export interface Term {
  from: CivilDate
  to: CivilDate
  /** "Summer term 2016" */
  label: string
}

/**
 * The term that a date lies in, by the usual boundaries of the school year: autumn to 31 December, spring to 31 March,
 * summer to 31 August. A holiday belongs to the term before it.
 */
export function termOf(date: CivilDate): Term {
  const { year, month } = partsOf(date)
  if (month <= 3) return { from: `${year}-01-01`, to: `${year}-03-31`, label: `Spring term ${year}` }
  if (month <= 8) return { from: `${year}-04-01`, to: `${year}-08-31`, label: `Summer term ${year}` }
  return { from: `${year}-09-01`, to: `${year}-12-31`, label: `Autumn term ${year}` }
}

/** The term after the one that a date lies in. */
export function termAfter(date: CivilDate): Term {
  return termOf(addDays(termOf(date).to, 1))
}

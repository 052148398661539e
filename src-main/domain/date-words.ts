import type { CivilDate } from '../api/base.ts'
import { partsOf, weekday } from './dates.ts'

/** How dates are written in papers and on screen: "21 June 2016", always with the year (DOMAIN.md, "Rules of the trade"). */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "21 June 2016" */
export function formatDate(date: CivilDate): string {
  const { year } = partsOf(date)
  return `${dayAndMonth(date)} ${year}`
}

/** "Tue 21 June", for narrow columns on screen where the year is plain; never in a paper. */
export function formatShort(date: CivilDate): string {
  return `${weekdayName(date).slice(0, 3)} ${dayAndMonth(date)}`
}

/** "Tuesday" */
export function weekdayName(date: CivilDate): string {
  return WEEKDAYS[weekday(date) - 1] ?? ''
}

/** "June" */
export function monthName(date: CivilDate): string {
  return MONTHS[partsOf(date).month - 1] ?? ''
}

function dayAndMonth(date: CivilDate): string {
  return `${partsOf(date).day} ${monthName(date)}`
}

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

/** "Tuesday 21 June 2016" */
export function formatLong(date: CivilDate): string {
  return `${weekdayName(date)} ${formatDate(date)}`
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

/** "8 February to 9 May 2016", "8 to 22 February 2016", "1 September 2015 to 21 June 2016"; one day is that day. */
export function formatRange(from: CivilDate, to: CivilDate): string {
  if (from === to) return formatDate(from)
  return `${upTo(from, to)} to ${formatDate(to)}`
}

/**
 * Dates in order and each once: "8, 22 February and 9 May 2016". A month is written with its last day, a year with its
 * last month. No dates give "".
 */
export function formatDateList(dates: readonly CivilDate[]): string {
  const ordered = [...new Set(dates)].sort()
  const last = ordered.at(-1)
  if (last === undefined) return ''
  const earlier = ordered.slice(0, -1).map((date, i) => upTo(date, ordered[i + 1] ?? last))
  return earlier.length === 0 ? formatDate(last) : `${earlier.join(', ')} and ${formatDate(last)}`
}

/** A date before another in one phrase: what both share is left to the later one. */
function upTo(date: CivilDate, next: CivilDate): string {
  const a = partsOf(date)
  const b = partsOf(next)
  if (a.year !== b.year) return formatDate(date)
  return a.month === b.month ? String(a.day) : dayAndMonth(date)
}

function dayAndMonth(date: CivilDate): string {
  return `${partsOf(date).day} ${monthName(date)}`
}

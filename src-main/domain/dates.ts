import type { CivilDate } from '../api/base.ts'

/**
 * Civil dates, `YYYY-MM-DD` text: no times, no zones (DOMAIN.md, "Statistics"). As text they sort and compare as dates,
 * so `a <= b` is the order. The arithmetic is on day numbers; a `Date` and its zones never take part.
 */
export type { CivilDate }

/** Days since 1 January 1970, and a day of the proleptic Gregorian calendar. */
interface Day {
  year: number
  month: number
  day: number
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_FIRST = /^(\d{2})([/-])(\d{2})\2(\d{4})$/

/**
 * A date as a file writes it: `yyyy-mm-dd`, `dd/mm/yyyy` or `dd-mm-yyyy`, blanks around it ignored.
 *
 * @returns null for everything else: blanks, 31/02, two-digit years, years before 1000 (fillers such as 0001)
 */
export function parseFileDate(text: string): CivilDate | null {
  const trimmed = text.trim()
  const iso = ISO.exec(trimmed)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = DAY_FIRST.exec(trimmed)
  return dayFirst ? checked(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1])) : null
}

/** The date `days` later, or earlier where negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whole days from one date to another; negative where `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The parts of a civil date. A text that is none is a bug of the caller: dates are checked where they come in. */
export function partsOf(date: CivilDate): Day {
  const match = ISO.exec(date)
  const year = Number(match?.[1])
  const month = Number(match?.[2])
  const day = Number(match?.[3])
  if (!match || checked(year, month, day) === null) throw new RangeError(`Not a civil date: ${date}`)
  return { year, month, day }
}

function checked(year: number, month: number, day: number): CivilDate | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return written({ year, month, day })
}

function written({ year, month, day }: Day): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

const DAYS_IN_400_YEARS = 146_097
/** From 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468

/** Counts years from March, so that the leap day comes last and month lengths follow one line. */
function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + dayOfYear - EPOCH
}

function fromDayNumber(number: number): CivilDate {
  const days = number + EPOCH
  const era = Math.floor(days / DAYS_IN_400_YEARS)
  const inEra = days - era * DAYS_IN_400_YEARS
  const leapDaysPassed = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096)
  const yearOfEra = Math.floor((inEra - leapDaysPassed) / 365)
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return written({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  })
}

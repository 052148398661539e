import type { CivilDate } from '../api/base.ts'
import { weekday } from './dates.ts'

/**
 * Bank holidays of England and Wales are rows that officers edit, not code (DOMAIN.md, "Rules of the trade"). Here is
 * what one is, and what follows from them: working days and clear days.
 */
export interface BankHoliday {
  date: CivilDate
  /** "Spring bank holiday" */
  title: string
}

/** The dates alone, as the functions below take them. */
export type Holidays = ReadonlySet<CivilDate>

export function holidayDates(list: readonly BankHoliday[]): Holidays {
  return new Set(list.map((holiday) => holiday.date))
}

/** Monday to Friday and no bank holiday. */
export function isWorkingDay(date: CivilDate, holidays: Holidays): boolean {
  return weekday(date) <= 5 && !holidays.has(date)
}

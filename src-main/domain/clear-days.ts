import type { CivilDate } from '../api/base.ts'
import { isWorkingDay } from './bank-holidays.ts'
import type { Holidays } from './bank-holidays.ts'
import { addDays } from './dates.ts'

/** Statutory meetings publish their agenda five clear days before (Local Government Act 1972, section 100B). */
export const CLEAR_DAYS = 5

/**
 * The last day to publish an agenda: a working day with `count` whole working days between it and the meeting, the day
 * of publication and the day of the meeting left out (DOMAIN.md, "Rules of the trade"). For 21 June 2016 and five days
 * it is Monday 13 June 2016.
 */
export function clearDaysBefore(meeting: CivilDate, count: number, holidays: Holidays): CivilDate {
  let date = meeting
  for (let left = count + 1; left > 0; ) {
    date = addDays(date, -1)
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date
}

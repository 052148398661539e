import { z } from 'zod'
import list from '../../../resources/bank-holidays.json' with { type: 'json' }
import { civilDate } from '../../api/base.ts'
import { holidayDates } from '../../domain/bank-holidays.ts'

/** Bank holidays of England and Wales, kept as data so that an extra one is a line, not a release. */
export const bankHolidays = holidayDates(z.array(z.object({ date: civilDate, title: z.string() })).parse(list))

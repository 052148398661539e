import type { CivilDate } from '../api/base.ts'
import { parseFileDate } from './dates.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED = String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?\s+(\d{4})`
const NUMBERS = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`
const ISO = String.raw`(\d{4})-(\d{2})-(\d{2})`
const WRITTEN = new RegExp(String.raw`\b(?:${NAMED}|${NUMBERS}|${ISO})\b`, 'giu')

/**
 * The dates written in a text, in their order: "9 May 2016", "Monday 9th of May 2016", "9/5/2016", "9.5.2016",
 * "2016-05-09". The day comes first, as in English; a date without a year of four digits is none, because nobody may guess.
 */
export function datesIn(text: string): CivilDate[] {
  return [...text.matchAll(WRITTEN)].flatMap(([, day, month, year, day2, month2, year2, ...iso]) => {
    const named = month === undefined ? undefined : String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1)
    const parts = named !== undefined ? [day, named, year] : day2 !== undefined ? [day2, month2, year2] : [iso[2], iso[1], iso[0]]
    const [d = '', m = '', y = ''] = parts
    return parseFileDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) ?? []
  })
}

/** The one date that a text names; null where it names none, or more than one, as "May or June 2016" does. */
export function onlyDateIn(text: string): CivilDate | null {
  const dates = new Set(datesIn(text))
  const [only] = dates
  return dates.size === 1 && only !== undefined ? only : null
}

const CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon)\b|\b(\d{1,2})[:.](\d{2})\b(?![/.-]?\d)/giu

/** The times of day written in a text, as `14:00`: "14:00", "2.30pm", "2 pm". A number alone is no time. */
export function timesIn(text: string): string[] {
  return [...text.matchAll(CLOCK)].flatMap(([, half, past, name, whole, minutes]) => {
    const late = name?.toLowerCase() === 'pm' && half !== '12'
    const early = name?.toLowerCase() === 'am' && half === '12'
    const hours = whole === undefined ? Number(half) + (late ? 12 : 0) - (early ? 12 : 0) : Number(whole)
    const two = (part: number) => String(part).padStart(2, '0')
    const rest = Number(past ?? minutes ?? 0)
    return hours < 24 && rest < 60 ? [`${two(hours)}:${two(rest)}`] : []
  })
}

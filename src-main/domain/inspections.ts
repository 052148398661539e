import type { CivilDate } from '../api/base.ts'
import type { DatedValue, FactChange } from './dated-facts.ts'
import { addDays } from './dates.ts'

/** One inspection by Ofsted: when it was, and what it found. */
export interface Inspection {
  date: CivilDate
  /** Its word, or `NO_OUTCOME`. */
  outcome: string
}

/** Older registers date an inspection and do not say what it found. */
export const NO_OUTCOME = 'Outcome not recorded'

const WORDS = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate', 'Special measures', 'Serious weaknesses']
const SPELLED = new Map(WORDS.map((word) => [word.toLowerCase(), word]))

/** The word of an outcome, spelled one way; a blank is `NO_OUTCOME`, and what is not known stays as it is written. */
export function outcomeOf(text: string): string {
  return text === '' ? NO_OUTCOME : (SPELLED.get(text.toLowerCase()) ?? text)
}

/** The word of a grade as Ofsted's management information writes it; null for 9, its filler, and for blanks. */
export function outcomeOfGrade(grade: string): string | null {
  return WORDS.slice(0, 4)[Number(/^([1-4])(?:\.0+)?$/.exec(grade.trim())?.[1]) - 1] ?? null
}

/**
 * Takes inspections into the stored ones. Each keeps a stretch of its own, from its day to the day before the next, so
 * that a second "Good" is told as well. A word about a day replaces another word, and never gives way to none.
 */
export function withInspections<T extends DatedValue>(stored: readonly T[], inspections: readonly Inspection[]): FactChange<T> {
  const outcomes = new Map(stored.map(({ validFrom, value }) => [validFrom, value]))
  for (const { date, outcome } of inspections) if (outcome !== NO_OUTCOME || !outcomes.has(date)) outcomes.set(date, outcome)
  const days = [...outcomes.keys()].sort()
  const segments = days.map((day, i) => {
    const next = days[i + 1]
    return { value: outcomes.get(day) ?? NO_OUTCOME, validFrom: day, validTo: next === undefined ? null : addDays(next, -1) }
  })
  const change: FactChange<T> = { segments, insert: [], update: [], delete: [], confirm: [] }
  for (const after of segments) {
    const row = stored.find(({ validFrom }) => validFrom === after.validFrom)
    if (!row) change.insert.push(after)
    else if (row.value !== after.value || row.validTo !== after.validTo) change.update.push({ stored: row, after })
  }
  return change
}

/**
 * The inspection that stands on a day: the latest by then, or else, where no file has come in since version 1, what the
 * columns of that version kept.
 */
export function inspectionOn(stored: readonly DatedValue[], kept: { rating: string; date: CivilDate | null }, day: CivilDate): Inspection | null {
  return latestInspection(stored, day) ?? (kept.date === null ? null : { date: kept.date, outcome: outcomeOf(kept.rating) })
}

/** The latest inspection on or before a day. An inspection to come says nothing yet. */
export function latestInspection(stored: readonly DatedValue[], day: CivilDate): Inspection | null {
  let latest: DatedValue | null = null
  for (const one of stored) if (one.validFrom <= day && (latest === null || one.validFrom > latest.validFrom)) latest = one
  return latest && { date: latest.validFrom, outcome: latest.value }
}

import type { CivilDate } from '../api/base.ts'
import type { Term, TermName, TermSpan } from '../api/settings.ts'
import type { TermCounts } from '../api/visits.ts'
import { formatDate } from './date-words.ts'
import { addDays, partsOf } from './dates.ts'
import { plannedDay, type VisitDates } from './visit-state.ts'

/**
 * Terms with dated boundaries (DOMAIN.md, "Rules of the trade"). A school year is named by the calendar year in which it
 * begins. Where the council has set none, the convention holds: autumn from 1 September, spring from 1 January, summer
 * from 1 April, so that no day is without a term.
 */
const NAMES: readonly TermName[] = ['autumn', 'spring', 'summer']

function conventional(year: number, name: TermName): Term {
  const next = year + 1
  if (name === 'autumn') return { year, name, from: `${year}-09-01`, to: `${year}-12-31` }
  return name === 'spring' ? { year, name, from: `${next}-01-01`, to: `${next}-03-31` } : { year, name, from: `${next}-04-01`, to: `${next}-08-31` }
}

/** The first and last civil date (`dates.ts`): at either end of the calendar a school year has fewer terms. */
const [FIRST_DAY, LAST_DAY] = ['1000-01-01', '9999-12-31'] as const

/** The three terms of a school year in their order, as the council set them or by convention. */
export function termsOfYear(year: number, set: readonly Term[]): TermSpan[] {
  const first = partsOf(FIRST_DAY).year
  const last = partsOf(LAST_DAY).year
  return NAMES.filter((name) => (name === 'autumn' ? first <= year && year <= last : first <= year + 1 && year < last)).map((name) => {
    const { from, to } = set.find((term) => term.year === year && term.name === name) ?? conventional(year, name)
    return { key: termKey(year, name), title: termTitle(year, name), year, name, from, to }
  })
}

/** "2015-autumn": names a term in an address. */
function termKey(year: number, name: TermName): string {
  return `${year}-${name}`
}

/** "Spring 2016" */
function termTitle(year: number, name: TermName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${name === 'autumn' ? year : year + 1}`
}

/** The term of a key, or undefined where there is none. */
export function termOfKey(key: string, set: readonly Term[]): TermSpan | undefined {
  const year = Number(/^(\d{4})-/.exec(key)?.[1])
  return Number.isNaN(year) ? undefined : termsOfYear(year, set).find((term) => term.key === key)
}

/** The first and last day of a school year: from its autumn term to the day before the next. */
export function schoolYearSpan(year: number, set: readonly Term[]): { from: CivilDate; to: CivilDate } {
  const [autumn] = termsOfYear(year, set)
  const [next] = termsOfYear(year + 1, set)
  return { from: autumn?.from ?? FIRST_DAY, to: next ? addDays(next.from, -1) : LAST_DAY }
}

/** The school year that a day belongs to; the holidays after a summer term are still that year's. */
export function schoolYearOf(date: CivilDate, set: readonly Term[]): number {
  const { year } = partsOf(date)
  return [year, year - 1].find((one) => schoolYearSpan(one, set).from <= date) ?? year - 1
}

/** The terms around a day, each to the day before the next, so that a holiday belongs to the term before it. */
function termsAround(date: CivilDate, set: readonly Term[]): TermSpan[] {
  const { year } = partsOf(date)
  const spans = [year - 2, year - 1, year, year + 1].flatMap((one) => termsOfYear(one, set))
  return spans.map((term, at) => {
    const next = spans[at + 1]
    return next ? { ...term, to: addDays(next.from, -1) } : term
  })
}

/** The term that a day belongs to, with the holidays after it. */
export function termOf(date: CivilDate, set: readonly Term[] = []): TermSpan {
  const term = termsAround(date, set).findLast(({ from }) => from <= date)
  if (!term) throw new Error(`no term before ${date}`)
  return term
}

/** The term after the one that a day belongs to; after the last of the calendar there is only that itself. */
export function termAfter(date: CivilDate, set: readonly Term[] = []): TermSpan {
  const term = termOf(date, set)
  return term.to === LAST_DAY ? term : termOf(addDays(term.to, 1), set)
}

/**
 * Every term, with the days that the council set, that has a day from one date to another, in order. A holiday lies in
 * none of them; none where the second date comes first.
 */
export function termsBetween(from: CivilDate, to: CivilDate, set: readonly Term[] = []): TermSpan[] {
  const terms: TermSpan[] = []
  for (let year = schoolYearOf(from, set); from <= to && year <= schoolYearOf(to, set); year += 1) terms.push(...termsOfYear(year, set))
  return terms.filter((term) => term.from <= to && term.to >= from)
}

/**
 * Why a set of terms cannot stand: one that ends before it begins, or two that share a day, the terms by convention
 * beside them included.
 *
 * @returns a sentence that says what to do, or null
 */
export function termFault(set: readonly Term[]): string | null {
  const years = new Set(set.flatMap(({ year }) => [year - 1, year, year + 1]))
  const all = [...years].sort((a, b) => a - b).flatMap((year) => termsOfYear(year, set))
  const backwards = all.find(({ from, to }) => to < from)
  if (backwards) return `${backwards.title} ends before it begins. Give its last day a later date; nothing was changed.`
  for (const [at, earlier] of all.entries()) {
    const later = all[at + 1]
    if (later && later.from <= earlier.to) {
      return `${earlier.title} runs to ${formatDate(earlier.to)} and ${later.title} begins on ${formatDate(later.from)}, so they share days. Give one of them another date; nothing was changed.`
    }
  }
  return null
}

export interface TermVisit extends VisitDates {
  /** What the rows are by: a district or a visitor. */
  name: string | null
}

export interface TermTable {
  rows: { name: string | null; terms: TermCounts[] }[]
  total: TermCounts[]
  between: TermCounts
}

/**
 * Planned, done and cancelled by term: a visit is planned in the term of the day it was planned for, done in the term of
 * the day it was made, cancelled in the term it was planned for.
 *
 * @param terms without gaps between them or with: what falls between is counted in `between`
 * @param year the days that are looked at, first and last
 */
export function countVisitsByTerm(visits: Iterable<TermVisit>, terms: readonly TermSpan[], year: { from: CivilDate; to: CivilDate }): TermTable {
  const none = (): TermCounts => ({ planned: 0, done: 0, cancelled: 0 })
  const rows = new Map<string | null, TermCounts[]>()
  const total = terms.map(none)
  const between = none()
  const add = (name: string | null, date: CivilDate, of: keyof TermCounts): void => {
    if (date < year.from || date > year.to) return
    const at = terms.findIndex(({ from, to }) => from <= date && date <= to)
    const row = rows.get(name) ?? terms.map(none)
    rows.set(name, row)
    for (const counts of at < 0 ? [between] : [row[at], total[at]]) if (counts) counts[of] += 1
  }
  for (const visit of visits) {
    const planned = plannedDay(visit)
    if (planned !== null) add(visit.name, planned, 'planned')
    if (visit.status === 'completed') add(visit.name, visit.date, 'done')
    if (visit.status === 'cancelled') add(visit.name, visit.date, 'cancelled')
  }
  return { rows: Array.from(rows, ([name, counts]) => ({ name, terms: counts })).sort((a, b) => byName(a.name, b.name)), total, between }
}

/** By name; what has none comes last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a.localeCompare(b, 'en-GB')
}

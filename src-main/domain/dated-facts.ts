import type { CivilDate } from '../api/base.ts'
import { addDays } from './dates.ts'

/**
 * A stretch of time in which a fact (type, status, district, owner) had one value. The stretches of one fact follow each
 * other without gaps, and neighbours differ.
 */
export interface DatedValue {
  value: string
  /** First day in force. */
  validFrom: CivilDate
  /** Last day in force, that day included; null for the stretch that is still running. */
  validTo: CivilDate | null
  /**
   * Later days, in order, on which the same value was seen again. Without them a value learnt late, between two
   * sightings of another, would be taken to run on past the second.
   */
  confirmedOn?: readonly CivilDate[] | undefined
}

/** "On this day it was so": a register file's word, or an officer's. */
export interface Observation {
  value: string
  from: CivilDate
}

/** What turns the stored stretches into the new ones. `T` is the stored row, with its id. */
export interface FactChange<T extends DatedValue> {
  /** All stretches as they are afterwards, in order. */
  segments: DatedValue[]
  insert: DatedValue[]
  update: { stored: T; after: DatedValue }[]
  delete: T[]
  /** Stretches where nothing but `confirmedOn` grew: worth keeping, not worth reporting as a change. */
  confirm: { stored: T; after: DatedValue }[]
}

/**
 * The value in force on a date; before the first known value, the first known value (DOMAIN.md, "Type and district on
 * t"). Null where nothing is known.
 *
 * @param facts stretches of one fact, in any order
 */
export function valueOn(facts: readonly DatedValue[], date: CivilDate): string | null {
  let inForce: DatedValue | undefined
  let first: DatedValue | undefined
  for (const fact of facts) {
    if (first === undefined || fact.validFrom < first.validFrom) first = fact
    if (fact.validFrom <= date && (inForce === undefined || fact.validFrom > inForce.validFrom)) inForce = fact
  }
  return (inForce ?? first)?.value ?? null
}

/** The value that came last, whatever the day; null where nothing is known. */
export function latestValue(facts: readonly DatedValue[]): string | null {
  let latest: DatedValue | undefined
  for (const fact of facts) if (latest === undefined || fact.validFrom > latest.validFrom) latest = fact
  return latest?.value ?? null
}

/**
 * Takes one observation into a fact's stretches, at any place in time. Equal neighbours become one stretch, an earlier
 * sighting of the same value extends it backwards, and a second word about one day replaces the first. The order in
 * which observations of different days come in does not matter.
 */
export function withFact<T extends DatedValue>(stored: readonly T[], observation: Observation): FactChange<T> {
  return withFacts(stored, [observation])
}

/**
 * The same for several observations; of two about one day the later in the list stands. A blank value says that there
 * was none (a school in no trust): before the first other value it says nothing.
 */
export function withFacts<T extends DatedValue>(stored: readonly T[], observations: readonly Observation[]): FactChange<T> {
  const seen = new Map<CivilDate, string>()
  for (const fact of stored) for (const day of [fact.validFrom, ...(fact.confirmedOn ?? [])]) seen.set(day, fact.value)
  for (const { from, value } of observations) seen.set(from, value)
  return difference(stored, segmentsOf(seen))
}

function segmentsOf(seen: ReadonlyMap<CivilDate, string>): DatedValue[] {
  const segments: { value: string; days: CivilDate[] }[] = []
  for (const [day, value] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = segments.at(-1)
    if (value === '' && !last) continue
    if (last?.value === value) last.days.push(day)
    else segments.push({ value, days: [day] })
  }
  return segments.map(({ value, days: [validFrom = '', ...confirmedOn] }, i) => {
    const next = segments[i + 1]?.days[0]
    const stretch = { value, validFrom, validTo: next === undefined ? null : addDays(next, -1) }
    return confirmedOn.length > 0 ? { ...stretch, confirmedOn } : stretch
  })
}

/** A stored row stays the row of the stretch that starts on its day, or else of one that now reaches back from it. */
function difference<T extends DatedValue>(stored: readonly T[], segments: DatedValue[]): FactChange<T> {
  const change: FactChange<T> = { segments, insert: [], update: [], delete: [], confirm: [] }
  const free = new Set(stored)
  const take = (fits: (row: T) => boolean): T | undefined => {
    const row = stored.find((candidate) => free.has(candidate) && fits(candidate))
    if (row) free.delete(row)
    return row
  }
  const unmatched = segments.filter((after) => {
    const row = take((candidate) => candidate.validFrom === after.validFrom)
    if (row) sort(change, row, after)
    return row === undefined
  })
  for (const after of unmatched) {
    const row = take((candidate) => candidate.value === after.value && after.confirmedOn?.includes(candidate.validFrom) === true)
    if (row) sort(change, row, after)
    else change.insert.push(after)
  }
  change.delete.push(...free)
  return change
}

function sort<T extends DatedValue>(change: FactChange<T>, stored: T, after: DatedValue): void {
  const moved = stored.value !== after.value || stored.validFrom !== after.validFrom || stored.validTo !== after.validTo
  const before = (stored.confirmedOn ?? []).join()
  if (moved) change.update.push({ stored, after })
  else if (before !== (after.confirmedOn ?? []).join()) change.confirm.push({ stored, after })
}

import type { CivilDate } from '../../api/base.ts'
import { addDays, daysBetween, weekday } from '../../domain/dates.ts'

/** Chance that falls the same way at every run: the sample must come out the same, byte for byte. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** True in about `percent` of a hundred cases. */
  happens(percent: number): boolean
  shuffled<T>(list: readonly T[]): T[]
  /** A working day in a stretch, outside the holidays; the stretch must have one. */
  workingDay(from: CivilDate, to: CivilDate): CivilDate
}

export interface Stretch {
  from: CivilDate
  to: CivilDate
}

/**
 * A stream of chance of its own for each purpose, so that one more visit does not rename every school.
 *
 * The generator is mulberry32: 32 bits of state, good enough for names and dates, and the same on every machine.
 */
export function chanceFor(seed: number, purpose: string, holidays: readonly Stretch[] = []): Chance {
  let state = seed
  for (const letter of purpose) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const [found] = list.slice(whole(0, list.length - 1))
    if (found === undefined) throw new RangeError('There is nothing to pick from')
    return found
  }
  return {
    whole,
    pick,
    happens: (percent) => fraction() * 100 < percent,
    shuffled: (list) => list.map((item) => ({ item, rank: fraction() })).sort((a, b) => a.rank - b.rank).map(({ item }) => item),
    workingDay(from, to) {
      const length = daysBetween(from, to)
      for (let tries = 0; tries < 1_000; tries += 1) {
        const day = addDays(from, whole(0, length))
        if (weekday(day) <= 5 && !holidays.some((holiday) => holiday.from <= day && day <= holiday.to)) return day
      }
      throw new RangeError(`There is no working day from ${from} to ${to}`)
    },
  }
}

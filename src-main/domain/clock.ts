/** Where the time comes from: injected, so that a test stands on the day it needs. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still, as in `fixedClock('2016-06-14T09:30:00.000Z')`. */
export function fixedClock(iso: string): Clock {
  const at = new Date(iso).getTime()
  if (Number.isNaN(at)) throw new RangeError(`Not a time: ${iso}`)
  return { now: () => new Date(at) }
}

/** The civil date at the officer's desk, `YYYY-MM-DD`. */
export function localToday(clock: Clock): string {
  return localTimestamp(clock).slice(0, 10)
}

/**
 * The time at the officer's desk, `YYYY-MM-DDTHH:MM:SS`, to show and never to keep: when clocks go back an hour it comes
 * twice.
 */
export function localTimestamp(clock: Clock): string {
  const at = clock.now()
  const date = [pad(at.getFullYear(), 4), pad(at.getMonth() + 1), pad(at.getDate())].join('-')
  const time = [pad(at.getHours()), pad(at.getMinutes()), pad(at.getSeconds())].join(':')
  return `${date}T${time}`
}

/** A kept time (ISO, UTC) as the officer's clock showed it, to the minute: `YYYY-MM-DDTHH:MM`. */
export function localMinute(iso: string): string {
  return localTimestamp(fixedClock(iso)).slice(0, 16)
}

/** The last moment of a civil date at the officer's desk, ISO in UTC: what was recorded by then was known that day. */
export function endOfDay(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return new Date(year, month - 1, day, 23, 59, 59, 999).toISOString()
}

function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0')
}

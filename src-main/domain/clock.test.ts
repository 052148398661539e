import { afterEach, expect, test } from 'vitest'
import { fixedClock, localMinute, localTimestamp, localToday, systemClock } from './clock.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test.each([
  ['Europe/London', '2016-06-14T23:30:00.000Z', '2016-06-15', '2016-06-15T00:30:00'],
  ['Europe/London', '2016-12-14T23:30:00.000Z', '2016-12-14', '2016-12-14T23:30:00'],
  ['America/New_York', '2016-06-14T02:05:09.000Z', '2016-06-13', '2016-06-13T22:05:09'],
])('in %s %s is the desk’s %s', (tz, iso, today, local) => {
  process.env['TZ'] = tz
  const clock = fixedClock(iso)
  expect(localToday(clock)).toBe(today)
  expect(localTimestamp(clock)).toBe(local)
  expect(localMinute(iso)).toBe(local.slice(0, 16))
})

test('a fixed clock stands still, whatever is done with its answers', () => {
  const clock = fixedClock('2016-06-14T09:30:00.000Z')
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe('2016-06-14T09:30:00.000Z')
})

test('a fixed clock needs a time', () => {
  expect(() => fixedClock('yesterday')).toThrow(RangeError)
})

test('the system clock goes on', () => {
  expect(systemClock.now().getTime()).toBeGreaterThan(Date.UTC(2020, 0, 1))
})

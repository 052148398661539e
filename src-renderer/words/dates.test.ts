import { describe, expect, it } from 'vitest'
import { daysAfter, daysBetween, longDay, shortDay } from './dates.ts'

describe('dates in words', () => {
  it('writes a day with its weekday and without commas', () => {
    expect(shortDay('2016-06-21')).toBe('Tue 21 June')
    expect(longDay('2016-06-14')).toBe('Tuesday 14 June 2016')
  })

  it('leaves what is no date as it is', () => {
    expect(shortDay('soon')).toBe('soon')
  })

  it('counts whole days over the change of the clocks', () => {
    expect(daysBetween('2016-03-26', '2016-03-28')).toBe(2)
    expect(daysBetween('2016-06-14', '2016-05-27')).toBe(-18)
    expect(daysAfter('2016-03-26', 2)).toBe('2016-03-28')
    expect(daysAfter('2016-06-30', 1)).toBe('2016-07-01')
  })
})

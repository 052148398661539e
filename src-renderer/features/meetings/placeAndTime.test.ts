import { describe, expect, it } from 'vitest'
import { placeAndTime, readTime } from './placeAndTime.ts'

describe('readTime', () => {
  it.each([
    ['14:00', '14:00'], ['9:30', '09:30'], ['9.30', '09:30'], ['0930', '09:30'], ['2pm', '14:00'], ['2:15 pm', '14:15'],
    ['', ''], ['25:00', null], ['14:75', null], ['3', null], ['after lunch', null],
  ])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time))
})

describe('placeAndTime', () => {
  it('asks for a date, and takes the place without its spaces', () => {
    expect(placeAndTime({ date: null, time: '', place: ' Room 3 ' })).toMatchObject({ place: 'Room 3', mistakes: [{ fieldId: 'meeting-date' }] })
  })
})

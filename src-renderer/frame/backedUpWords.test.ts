import { expect, it } from 'vitest'
import { backedUpWords } from './backedUpWords.ts'

const now = new Date('2016-06-14T12:00')

it('gives the time of a backup of today, and the date of an older one', () => {
  expect(backedUpWords('2016-06-14T10:30', now)).toBe('Backed up 10:30, checked')
  expect(backedUpWords('2016-06-09T16:05', now)).toBe('Backed up 9 June 2016, checked')
})

it('says so where there is none', () => {
  expect(backedUpWords(null, now)).toBe('Not backed up yet')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekday } from '../../domain/dates.ts'
import { chanceFor } from './chance.ts'

describe('chance of the sample', () => {
  it('falls the same way for the same seed and purpose, another way for another', () => {
    const throws = (seed: number, purpose: string) => {
      const chance = chanceFor(seed, purpose)
      return Array.from({ length: 20 }, () => chance.whole(1, 1_000))
    }
    expect(throws(7, 'visits')).toEqual(throws(7, 'visits'))
    expect(throws(7, 'visits')).not.toEqual(throws(7, 'names'))
    expect(throws(8, 'visits')).not.toEqual(throws(7, 'visits'))
  })

  it('reaches both ends of a range and nothing beyond them', () => {
    const chance = chanceFor(1, 'ends')
    expect(new Set(Array.from({ length: 200 }, () => chance.whole(3, 6)))).toEqual(new Set([3, 4, 5, 6]))
  })

  it('keeps every item when it shuffles', () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
      expect(chanceFor(seed, 'shuffle').shuffled(list).sort()).toEqual([...list].sort())
    }))
  })

  it('gives working days outside the holidays, and says so where there is none', () => {
    const chance = chanceFor(1, 'days', [{ from: '2016-05-28', to: '2016-06-05' }])
    for (let n = 0; n < 100; n += 1) {
      const day = chance.workingDay('2016-05-26', '2016-06-07')
      expect(weekday(day)).toBeLessThan(6)
      expect(['2016-05-26', '2016-05-27', '2016-06-06', '2016-06-07']).toContain(day)
    }
    expect(() => chance.workingDay('2016-05-28', '2016-06-05')).toThrow('no working day')
    expect(() => chance.pick([])).toThrow('nothing to pick')
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addBit, allBits, emptyBits, keepAnyOf, leaveOut, placesFrom, type Bitset } from './bitset.ts'

const PLACES = 100

const places = fc.uniqueArray(fc.nat(PLACES - 1))

function bitsOf(of: readonly number[]): Bitset {
  const bits = emptyBits(PLACES)
  for (const place of of) addBit(bits, place)
  return bits
}

const inOrder = (of: Iterable<number>) => [...of].sort((a, b) => a - b)

it('keeps what any of the others has, however many there are, and whatever stood in the room', () => {
  fc.assert(
    fc.property(places, fc.array(places, { maxLength: 9 }), places, (into, others, before) => {
      const bits = bitsOf(into)
      keepAnyOf(bits, others.map(bitsOf), bitsOf(before))
      const wanted = new Set(others.flat())
      expect(placesFrom(bits, 0, PLACES).places).toEqual(inOrder(into.filter((place) => wanted.has(place))))
    }),
  )
})

it('gives each window of a set, and how many it has in all', () => {
  fc.assert(
    fc.property(places, fc.nat(PLACES + 5), fc.nat(PLACES), (of, offset, limit) => {
      expect(placesFrom(bitsOf(of), offset, limit)).toEqual({ total: of.length, places: inOrder(of).slice(offset, offset + limit) })
    }),
  )
})

it('leaves out what is in the other, and has no place beyond the last', () => {
  fc.assert(
    fc.property(places, (without) => {
      const bits = allBits(PLACES, bitsOf(without))
      leaveOut(bits, bitsOf(without))
      expect(placesFrom(bits, 0, PLACES * 2).places).toEqual(Array.from({ length: PLACES }, (_, place) => place).filter((place) => !without.includes(place)))
    }),
  )
})

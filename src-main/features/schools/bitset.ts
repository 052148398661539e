/** A set of places from 0, as bits: filters are joined 32 places at a time. */
export type Bitset = Uint32Array

export function emptyBits(places: number): Bitset {
  return new Uint32Array((places + 31) >>> 5)
}

/** @param bits room for as many places, written over; a set of half a million is worth using again */
export function allBits(places: number, bits: Bitset = emptyBits(places)): Bitset {
  bits.fill(0xffffffff)
  const last = places & 31
  if (last !== 0) bits[bits.length - 1] = (1 << last) - 1
  return bits
}

export function addBit(bits: Bitset, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
}

export function removeBit(bits: Bitset, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) & ~(1 << (place & 31))
}

/**
 * Keeps in `into` what is also in one of `others`.
 *
 * Up to four sets are joined in one loop over named arrays, at a fifth of what a loop over a list of them costs; a set
 * named twice changes nothing.
 *
 * @param room as long as `into`, written over where there are more than four
 */
export function keepAnyOf(into: Bitset, others: readonly Bitset[], room: Bitset): void {
  const [one, two = one, three = two, four = three] = others
  if (one === undefined || two === undefined || three === undefined || four === undefined) into.fill(0)
  else if (others.length === 1) keep(into, one)
  else if (others.length <= 4) keepAnyOfFour(into, one, two, three, four)
  else {
    room.fill(0)
    for (const other of others) add(room, other)
    keep(into, room)
  }
}

function keep(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (other[i] ?? 0)
}

function keepAnyOfFour(into: Bitset, one: Bitset, two: Bitset, three: Bitset, four: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & ((one[i] ?? 0) | (two[i] ?? 0) | (three[i] ?? 0) | (four[i] ?? 0))
}

function add(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) | (other[i] ?? 0)
}

/** Takes out of `into` what is in `other`. */
export function leaveOut(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & ~(other[i] ?? 0)
}

/** How many places two sets share. */
export function countShared(one: Bitset, other: Bitset): number {
  let count = 0
  for (let i = 0; i < one.length; i++) count += ones((one[i] ?? 0) & (other[i] ?? 0))
  return count
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many places the set has, and those from its `offset`-th on, at most `limit` of them, in order: one walk over its words. */
export function placesFrom(bits: Bitset, offset: number, limit: number): { total: number; places: number[] } {
  const places: number[] = []
  let total = 0
  for (let i = 0; i < bits.length; i++) {
    const before = total
    const all = bits[i] ?? 0
    total += ones(all)
    if (total <= offset || places.length >= limit) continue
    let skip = offset - before
    for (let word = all; word !== 0 && places.length < limit; word &= word - 1) {
      if (skip > 0) skip -= 1
      else places.push((i << 5) + (31 - Math.clz32(word & -word)))
    }
  }
  return { total, places }
}

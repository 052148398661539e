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

/** Keeps in `into` what is also in one of `others`. */
export function keepAnyOf(into: Bitset, others: readonly Bitset[]): void {
  for (let i = 0; i < into.length; i++) {
    let any = 0
    for (const other of others) any |= other[i] ?? 0
    into[i] = (into[i] ?? 0) & any
  }
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

export function countBits(bits: Bitset): number {
  let count = 0
  for (let i = 0; i < bits.length; i++) count += ones(bits[i] ?? 0)
  return count
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The places of the set from its `offset`-th on, at most `limit` of them, in order. Whole words are skipped unread. */
export function placesFrom(bits: Bitset, offset: number, limit: number): number[] {
  const places: number[] = []
  let skip = offset
  for (let i = 0; i < bits.length && places.length < limit; i++) {
    let word = bits[i] ?? 0
    const here = ones(word)
    if (skip >= here) {
      skip -= here
      continue
    }
    for (; word !== 0 && places.length < limit; word &= word - 1) {
      if (skip > 0) skip -= 1
      else places.push((i << 5) + (31 - Math.clz32(word & -word)))
    }
  }
  return places
}

/** A set of row numbers from 0, as bits: filters are joined 32 rows at a time. */
export type Bitset = Uint32Array

export function emptyBits(rows: number): Bitset {
  return new Uint32Array((rows + 31) >>> 5)
}

export function allBits(rows: number): Bitset {
  const bits = emptyBits(rows).fill(0xffffffff)
  const last = rows & 31
  if (last !== 0) bits[bits.length - 1] = (1 << last) - 1
  return bits
}

export function addBit(bits: Bitset, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
}

export function hasBit(bits: Bitset, row: number): boolean {
  return ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0
}

/** Keeps in `into` what is also in `other`. */
export function keepBoth(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (other[i] ?? 0)
}

export function addAll(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) | (other[i] ?? 0)
}

export function countBits(bits: Bitset): number {
  let count = 0
  for (const word of bits) {
    let v = word - ((word >>> 1) & 0x55555555)
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
    count += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** The rows in the set, in order. */
export function rowsOf(bits: Bitset): number[] {
  const rows: number[] = []
  bits.forEach((word, i) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) rows.push((i << 5) + (31 - Math.clz32(rest & -rest)))
  })
  return rows
}

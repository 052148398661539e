import type { Bitset } from './bitset.ts'

/** A column of many values, such as the wards: each value has a number, and each row the number of its own. */
export class ManyValues {
  private readonly values: string[] = []
  private readonly numberOf = new Map<string, number>()
  private readonly ofRow: Uint32Array
  private rows: Map<number, number[]> | null = null

  constructor(valueOfRow: readonly string[]) {
    this.ofRow = Uint32Array.from(valueOfRow, (value) => this.numbered(value))
  }

  /** The rows that have the value. */
  rowsWith(value: string): readonly number[] {
    const { ofRow } = this
    this.rows ??= Map.groupBy(ofRow.keys(), (row) => ofRow[row] ?? 0)
    return this.rows.get(this.numberOf.get(value) ?? -1) ?? []
  }

  /** The values among some places of an order, each with how many of them have it. */
  countsAmong(places: Bitset, order: Uint32Array): { value: string; count: number }[] {
    const counts = new Uint32Array(this.values.length)
    for (let i = 0; i < places.length; i++) {
      for (let word = places[i] ?? 0; word !== 0; word &= word - 1) {
        const row = order[(i << 5) + (31 - Math.clz32(word & -word))] ?? 0
        const number = this.ofRow[row] ?? 0
        counts[number] = (counts[number] ?? 0) + 1
      }
    }
    return this.values.flatMap((value, number) => ((counts[number] ?? 0) > 0 ? [{ value, count: counts[number] ?? 0 }] : []))
  }

  private numbered(value: string): number {
    const known = this.numberOf.get(value)
    if (known !== undefined) return known
    const number = this.values.push(value) - 1
    this.numberOf.set(value, number)
    return number
  }
}

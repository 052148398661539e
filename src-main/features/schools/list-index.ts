import type { SchoolFilter, SchoolOrder, SchoolSort } from '../../api/schools.ts'
import { addBit, allBits, countShared, emptyBits, keepAnyOf, leaveOut, placesFrom, removeBit, type Bitset } from './bitset.ts'
import { ListOrders } from './list-order.ts'
import type { ListedSchool } from './listed-school.ts'
import { ManyValues } from './many-values.ts'

export interface ListQuestion extends SchoolOrder {
  filter: SchoolFilter
  then?: SchoolOrder | undefined
  offset: number
  limit: number
}

export interface Facet<Value> {
  value: Value
  count: number
}

type Value = string | boolean | null
/** Columns of few values: each value has a bitset in the order of every sort. */
const FEW = ['group', 'phase', 'type', 'district', 'status', 'openToday', 'visited', 'requiresPackage'] as const
type FewColumn = (typeof FEW)[number]
/** Columns of many values: each row knows its value, and each value its rows. */
const MANY = ['ward', 'trust'] as const
type ManyColumn = (typeof MANY)[number]

/** One sort of the list: which row stands where, and for each value of a column the places that have it. */
interface Ordered {
  sorts: readonly SchoolSort[]
  order: Uint32Array
  /** Where a row stands. */
  place: Uint32Array
  places: Map<FewColumn, Map<Value, Bitset>>
}

/** Sorts kept at once: an officer uses few, and one of half a million rows takes some megabytes. */
const KEPT_SORTS = 24

/**
 * The school list in memory: for each sort a bitset a filter value, over places in that very order. A page of any filter
 * and sort is then a few words joined and counted, at a thousand rows as at half a million. Each sort is made when it is
 * first asked for; a change of some records is taken in (`replace`).
 */
export class ListIndex {
  readonly size: number
  private readonly schools: ListedSchool[]
  private readonly orders: ListOrders
  /** By SQLite's row numbers, which begin at 1 and have few gaps; -1 where no row has the number. */
  private readonly rowOfN: Int32Array
  private readonly rowOfUrn = new Map<string, number>()
  private readonly many = new Map<ManyColumn, ManyValues>()
  private readonly sorts = new Map<string, Ordered>()

  /** Where each question is worked out; its answer is read before the next is asked. */
  private readonly room: Bitset
  private readonly unionRoom: Bitset

  constructor(schools: readonly ListedSchool[]) {
    this.room = emptyBits(schools.length)
    this.unionRoom = emptyBits(schools.length)
    this.size = schools.length
    this.schools = [...schools]
    this.orders = new ListOrders(this.schools)
    this.rowOfN = new Int32Array(schools.reduce((most, { n }) => Math.max(most, n), 0) + 1).fill(-1)
    schools.forEach(({ n, urn }, row) => {
      this.rowOfN[n] = row
      this.rowOfUrn.set(urn, row)
    })
  }

  /**
   * Takes in how some records stand now, as if the index had been made afresh with them. What a change leaves in place
   * stays: an order is made again only where a record stands elsewhere in it.
   *
   * @returns whether it could: a record that is not in the list yet needs a list of its own
   */
  replace(changed: readonly ListedSchool[]): boolean {
    if (changed.some(({ urn }) => !this.rowOfUrn.has(urn))) return false
    for (const after of changed) {
      const row = this.rowOfUrn.get(after.urn) ?? -1
      const before = this.schools[row]
      if (before) this.replaceAt(row, before, after)
    }
    return true
  }

  private replaceAt(row: number, before: ListedSchool, after: ListedSchool): void {
    this.schools[row] = after
    const moved = this.orders.changed(before, after)
    for (const [name, ordered] of this.sorts) {
      if (moved.has('name') || ordered.sorts.some((sort) => moved.has(sort))) {
        this.sorts.delete(name)
        continue
      }
      for (const column of FEW) {
        if (before[column] === after[column]) continue
        const places = ordered.places.get(column) ?? new Map<Value, Bitset>()
        const from = places.get(before[column])
        if (from) removeBit(from, ordered.place[row] ?? 0)
        let to = places.get(after[column])
        if (!to) places.set(after[column], (to = emptyBits(this.size)))
        addBit(to, ordered.place[row] ?? 0)
      }
    }
    for (const column of MANY) if (before[column] !== after[column]) this.many.delete(column)
  }

  /** One window of the filtered, sorted list, and how many there are in all. `found` narrows to a search's rows. */
  page(question: ListQuestion, found: SearchedRows | null): { total: number; rows: ListedSchool[] } {
    const ordered = this.ordered(question)
    const bits = this.matching(question.filter, ordered, found)
    const { total, places } = placesFrom(bits, question.offset, question.limit)
    return { total, rows: places.flatMap((place) => this.schools[ordered.order[place] ?? -1] ?? []) }
  }

  urns(): string[] {
    return [...this.rowOfUrn.keys()]
  }

  /** The rows of a search, from SQLite's row numbers. */
  searched(numbers: readonly number[]): SearchedRows {
    return new SearchedRows(numbers.map((n) => this.rowOfN[n] ?? -1).filter((row) => row >= 0))
  }

  /** How many records are open on the day, by group. */
  openCounts(): Record<ListedSchool['group'], number> {
    const { places } = this.ordered({ sort: 'name', descending: false })
    const open = places.get('openToday')?.get(true)
    const among = (group: ListedSchool['group']) => {
      const members = places.get('group')?.get(group)
      return open && members ? countShared(open, members) : 0
    }
    return { maintained: among('maintained'), academy: among('academy'), neither: among('neither') }
  }

  /** The values of a column that the other filters leave, each with its count. */
  choices(column: 'group' | 'phase' | 'type' | 'status' | 'ward' | 'trust', filter: SchoolFilter, found: SearchedRows | null): Facet<string>[] {
    return this.facet(column, filter, found).map(({ value, count }) => ({ value: String(value ?? ''), count }))
  }

  districts(filter: SchoolFilter, found: SearchedRows | null): Facet<string | null>[] {
    return this.facet('district', filter, found).map(({ value, count }) => ({ value: value === null ? null : String(value), count }))
  }

  private facet(column: FewColumn | ManyColumn, filter: SchoolFilter, found: SearchedRows | null): Facet<Value>[] {
    const ordered = this.ordered({ sort: 'name', descending: false })
    const bits = this.matching({ ...filter, [column]: undefined }, ordered, found)
    if (isMany(column)) return this.manyOf(column).countsAmong(bits, ordered.order)
    return [...(ordered.places.get(column) ?? [])].map(([value, places]) => ({ value, count: countShared(bits, places) })).filter(({ count }) => count > 0)
  }

  private matching(filter: SchoolFilter, ordered: Ordered, found: SearchedRows | null): Bitset {
    const bits = allBits(this.size, this.room)
    for (const rows of [found, this.rowsWith('ward', filter.ward), this.rowsWith('trust', filter.trust), this.rowsOf(filter.urn)]) {
      if (rows) keepAnyOf(bits, [rows.placesIn(ordered)], this.unionRoom)
    }
    const wanted: Partial<Record<FewColumn, readonly Value[] | undefined>> = {
      group: filter.group,
      phase: filter.phase,
      type: filter.type,
      district: filter.district,
      status: filter.status,
      openToday: only(filter.open),
      visited: only(filter.visited),
      requiresPackage: only(filter.requiresPackage),
    }
    for (const column of FEW) {
      const values = wanted[column]
      if (values) keepAnyOf(bits, values.flatMap((value) => ordered.places.get(column)?.get(value) ?? []), this.unionRoom)
    }
    const without = this.rowsOf(filter.notUrn)
    if (without) leaveOut(bits, without.placesIn(ordered))
    return bits
  }

  private rowsOf(urns: readonly string[] | undefined): SearchedRows | null {
    return urns === undefined ? null : new SearchedRows(urns.flatMap((urn) => this.rowOfUrn.get(urn) ?? []))
  }

  private rowsWith(column: ManyColumn, values: readonly string[] | undefined): SearchedRows | null {
    if (values === undefined) return null
    const many = this.manyOf(column)
    return new SearchedRows(values.flatMap((value) => many.rowsWith(value)))
  }

  private manyOf(column: ManyColumn): ManyValues {
    let many = this.many.get(column)
    if (!many) this.many.set(column, (many = new ManyValues(this.schools.map((school) => school[column]))))
    return many
  }

  private ordered({ sort, descending, then }: SchoolOrder & { then?: SchoolOrder | undefined }): Ordered {
    const sorts = [{ sort, descending }, ...(then ? [then] : [])]
    const name = JSON.stringify(sorts)
    const known = this.sorts.get(name)
    if (known) return known
    const order = this.orders.by(sorts)
    const place = new Uint32Array(order.length)
    order.forEach((row, at) => (place[row] = at))
    const made = { sorts: sorts.map((one) => one.sort), order, place, places: new Map(FEW.map((column) => [column, this.bitsets(column, order)])) }
    const [oldest] = this.sorts.keys()
    if (this.sorts.size >= KEPT_SORTS && oldest !== undefined) this.sorts.delete(oldest)
    this.sorts.set(name, made)
    return made
  }

  private bitsets(column: FewColumn, order: Uint32Array): Map<Value, Bitset> {
    const bitsets = new Map<Value, Bitset>()
    order.forEach((row, place) => {
      const value = this.schools[row]?.[column] ?? null
      let bits = bitsets.get(value)
      if (!bits) bitsets.set(value, (bits = emptyBits(this.size)))
      addBit(bits, place)
    })
    return bitsets
  }
}

/** Rows that a search or a choice names, as places for each sort that asks. */
export class SearchedRows {
  private readonly rows: readonly number[]
  private readonly kept = new WeakMap<Ordered, Bitset>()

  constructor(rows: readonly number[]) {
    this.rows = rows
  }

  placesIn(ordered: Ordered): Bitset {
    const known = this.kept.get(ordered)
    if (known) return known
    const bits = emptyBits(ordered.order.length)
    for (const row of this.rows) addBit(bits, ordered.place[row] ?? 0)
    this.kept.set(ordered, bits)
    return bits
  }
}

function only(value: boolean | undefined): readonly boolean[] | undefined {
  return value === undefined ? undefined : [value]
}

function isMany(column: FewColumn | ManyColumn): column is ManyColumn {
  return MANY.some((one) => one === column)
}

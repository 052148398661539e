import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import type { SchoolFilter, SchoolRow, SchoolSort } from '../../api/schools.ts'
import { addBit, allBits, countBits, emptyBits, keepAnyOf, placesFrom, type Bitset } from './bitset.ts'
import { orderOf, sortKeys, type SortKeys } from './list-order.ts'

/** What the list knows of one record on the day it was built for. */
export interface ListedSchool {
  /** SQLite's row number, by which a search finds it. */
  n: number
  urn: string
  name: string
  type: string
  group: SchoolGroup | 'neither'
  phase: string
  district: string | null
  status: string
  openToday: boolean
  lastVisit: CivilDate | null
  visited: boolean
  requiresPackage: boolean
  concern: SchoolRow['concern']
}

export interface ListQuestion {
  filter: SchoolFilter
  sort: SchoolSort
  descending: boolean
  offset: number
  limit: number
}

export interface Facet<Value> {
  value: Value
  count: number
}

type Value = string | boolean | null
const COLUMNS = ['group', 'phase', 'district', 'status', 'openToday', 'visited', 'requiresPackage'] as const
type Column = (typeof COLUMNS)[number]

/** One sort of the list: which row stands where, and for each value of a column the places that have it. */
interface Ordered {
  order: Uint32Array
  /** Where a row stands. */
  place: Uint32Array
  places: Record<Column, Map<Value, Bitset>>
}

/**
 * The school list in memory: for each sort a bitset a filter value, over places in that very order. A page of any filter
 * and sort is then a few words joined and counted, at a thousand rows as at half a million. Made afresh when the
 * workspace has changed, each sort when it is first asked for.
 */
export class ListIndex {
  readonly size: number
  private readonly schools: readonly ListedSchool[]
  private readonly keys: SortKeys
  private readonly rowOfN = new Map<number, number>()
  private readonly sorts = new Map<string, Ordered>()

  constructor(schools: readonly ListedSchool[]) {
    this.size = schools.length
    this.schools = schools
    this.keys = sortKeys(schools)
    schools.forEach((school, row) => this.rowOfN.set(school.n, row))
  }

  /** One window of the filtered, sorted list, and how many there are in all. `found` narrows to a search's rows. */
  page({ filter, sort, descending, offset, limit }: ListQuestion, found: SearchedRows | null): { total: number; rows: ListedSchool[] } {
    const ordered = this.ordered(sort, descending)
    const bits = found ? Uint32Array.from(found.placesIn(ordered)) : allBits(this.size)
    const wanted: Record<Column, readonly Value[] | undefined> = {
      group: filter.group,
      phase: filter.phase,
      district: filter.district,
      status: filter.status,
      openToday: filter.open === undefined ? undefined : [filter.open],
      visited: filter.visited === undefined ? undefined : [filter.visited],
      requiresPackage: filter.requiresPackage === undefined ? undefined : [filter.requiresPackage],
    }
    for (const column of COLUMNS) {
      const values = wanted[column]
      if (values) keepAnyOf(bits, values.flatMap((value) => ordered.places[column].get(value) ?? []))
    }
    return { total: countBits(bits), rows: placesFrom(bits, offset, limit).flatMap((place) => this.schools[ordered.order[place] ?? -1] ?? []) }
  }

  /** The rows of a search, from SQLite's row numbers. */
  searched(numbers: readonly number[]): SearchedRows {
    return new SearchedRows(numbers.flatMap((n) => this.rowOfN.get(n) ?? []))
  }

  /** How many records are open on the day, by group. */
  openCounts(): Record<ListedSchool['group'], number> {
    const counts = { maintained: 0, academy: 0, neither: 0 }
    for (const { openToday, group } of this.schools) if (openToday) counts[group] += 1
    return counts
  }

  facets(): { phases: Facet<string>[]; districts: Facet<string | null>[]; statuses: Facet<string>[] } {
    return {
      phases: countEach(this.schools.map((school) => school.phase)),
      districts: countEach(this.schools.map((school) => school.district)),
      statuses: countEach(this.schools.map((school) => school.status)),
    }
  }

  private ordered(sort: SchoolSort, descending: boolean): Ordered {
    const name = `${sort} ${String(descending)}`
    const known = this.sorts.get(name)
    if (known) return known
    const order = orderOf(this.keys, sort, descending)
    const place = new Uint32Array(order.length)
    order.forEach((row, at) => (place[row] = at))
    const bitsets = (column: Column) => this.bitsets(column, order)
    const places = {
      group: bitsets('group'),
      phase: bitsets('phase'),
      district: bitsets('district'),
      status: bitsets('status'),
      openToday: bitsets('openToday'),
      visited: bitsets('visited'),
      requiresPackage: bitsets('requiresPackage'),
    }
    const made = { order, place, places }
    this.sorts.set(name, made)
    return made
  }

  private bitsets(column: Column, order: Uint32Array): Map<Value, Bitset> {
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

/** What a search found, kept as rows, and as places for each sort that asked. */
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

function countEach<V>(values: readonly V[]): Facet<V>[] {
  const counts = new Map<V, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, count]) => ({ value, count }))
}

import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import type { SchoolFilter, SchoolSort } from '../../api/schools.ts'
import { addAll, addBit, allBits, countBits, emptyBits, hasBit, keepBoth, rowsOf, type Bitset } from './bitset.ts'

/** What the list knows of one record on the day it was built for. */
export interface ListedSchool {
  /** SQLite's row number, by which the page's words are fetched. */
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
}

/** The list's words of one row; name and URN are fetched from the workspace. */
export type ListedFacts = Pick<ListedSchool, 'n' | 'type' | 'group' | 'phase' | 'district' | 'status' | 'lastVisit' | 'requiresPackage'>

export interface Facet<Value> {
  value: Value
  count: number
}

/** A column of few different values: the values, and for each the rows that have it. */
class FewValues<Value extends string | null> {
  private readonly codes: Uint16Array
  private readonly known = new Map<Value, number>()
  private readonly values: Value[] = []
  private readonly rows: Bitset[] = []
  private readonly size: number

  constructor(size: number) {
    this.size = size
    this.codes = new Uint16Array(size)
  }

  set(row: number, value: Value): void {
    let code = this.known.get(value)
    if (code === undefined) {
      code = this.values.push(value) - 1
      this.known.set(value, code)
      this.rows.push(emptyBits(this.size))
    }
    this.codes[row] = code
    const bits = this.rows[code]
    if (bits) addBit(bits, row)
  }

  get(row: number): Value | undefined {
    return this.values[this.codes[row] ?? 0]
  }

  /** Rows that have any of the values. */
  any(wanted: readonly Value[]): Bitset {
    const found = emptyBits(this.size)
    for (const value of wanted) {
      const bits = this.rows[this.known.get(value) ?? -1]
      if (bits) addAll(found, bits)
    }
    return found
  }

  facets(): Facet<Value>[] {
    return this.values.map((value, code) => ({ value, count: countBits(this.rows[code] ?? emptyBits(0)) }))
  }
}

/** Below this share of the rows it is quicker to sort what was found than to walk the whole order. */
const FEW = 32

/**
 * The school list in memory: one bitset a filter value and one order a sort, so that a page of any filter and sort costs
 * about the same at a thousand rows and at half a million. It is made afresh when the workspace has changed.
 */
export class ListIndex {
  readonly size: number
  private readonly n: Int32Array
  private readonly rowOfN: Int32Array
  private readonly types: FewValues<string>
  private readonly groups: FewValues<string>
  private readonly phases: FewValues<string>
  private readonly districts: FewValues<string | null>
  private readonly statuses: FewValues<string>
  private readonly lastVisits: (CivilDate | null)[]
  private readonly visited: Bitset
  private readonly requiring: Bitset
  private readonly open: Bitset
  private readonly orders = new Map<string, { order: Uint32Array; rank: Uint32Array }>()
  private readonly sorted: (sort: SchoolSort, descending: boolean) => Uint32Array

  constructor(schools: readonly ListedSchool[]) {
    this.size = schools.length
    this.n = Int32Array.from(schools, (school) => school.n)
    this.rowOfN = new Int32Array(this.n.reduce((most, n) => Math.max(most, n), 0) + 1).fill(-1)
    this.types = new FewValues(this.size)
    this.groups = new FewValues(this.size)
    this.phases = new FewValues(this.size)
    this.districts = new FewValues<string | null>(this.size)
    this.statuses = new FewValues(this.size)
    this.visited = emptyBits(this.size)
    this.requiring = emptyBits(this.size)
    this.open = emptyBits(this.size)
    schools.forEach((school, row) => {
      this.rowOfN[school.n] = row
      this.types.set(row, school.type)
      this.groups.set(row, school.group)
      this.phases.set(row, school.phase)
      this.districts.set(row, school.district)
      this.statuses.set(row, school.status)
      if (school.visited) addBit(this.visited, row)
      if (school.requiresPackage) addBit(this.requiring, row)
      if (school.openToday) addBit(this.open, row)
    })
    this.lastVisits = schools.map((school) => school.lastVisit)
    const keys = sortKeys(schools)
    this.sorted = (sort, descending) => orderBy(keys, sort, descending)
  }

  /** One window of the filtered, sorted list, and how many there are in all. `found` narrows to a search's rows. */
  page(question: { filter: SchoolFilter; sort: SchoolSort; descending: boolean; offset: number; limit: number }, found: Bitset | null): { total: number; rows: ListedFacts[] } {
    const bits = this.matching(question.filter, found)
    const total = countBits(bits)
    const { order, rank } = this.order(question.sort, question.descending)
    const { offset, limit } = question
    const rows =
      total * FEW < this.size
        ? rowsOf(bits)
            .sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
            .slice(offset, offset + limit)
        : walk(order, bits, offset, limit)
    return { total, rows: rows.map((row) => this.facts(row)) }
  }

  /** The rows of a search, from SQLite's row numbers. */
  bitsOf(numbers: readonly number[]): Bitset {
    const bits = emptyBits(this.size)
    for (const n of numbers) {
      const row = this.rowOfN[n] ?? -1
      if (row >= 0) addBit(bits, row)
    }
    return bits
  }

  /** How many maintained schools and academies are open on the day. */
  openCounts(): { maintained: number; academies: number } {
    const count = (group: string) => {
      const bits = this.groups.any([group])
      keepBoth(bits, this.open)
      return countBits(bits)
    }
    return { maintained: count('maintained'), academies: count('academy') }
  }

  facets(): { phases: Facet<string>[]; districts: Facet<string | null>[]; statuses: Facet<string>[] } {
    return { phases: this.phases.facets(), districts: this.districts.facets(), statuses: this.statuses.facets() }
  }

  private matching(filter: SchoolFilter, found: Bitset | null): Bitset {
    const bits = found ? Uint32Array.from(found) : allBits(this.size)
    if (filter.group) keepBoth(bits, this.groups.any(filter.group))
    if (filter.phase) keepBoth(bits, this.phases.any(filter.phase))
    if (filter.district) keepBoth(bits, this.districts.any(filter.district))
    if (filter.status) keepBoth(bits, this.statuses.any(filter.status))
    if (filter.visited !== undefined) keepBoth(bits, filter.visited ? this.visited : this.visited.map((word) => ~word))
    if (filter.requiresPackage !== undefined) keepBoth(bits, filter.requiresPackage ? this.requiring : this.requiring.map((word) => ~word))
    return bits
  }

  private order(sort: SchoolSort, descending: boolean): { order: Uint32Array; rank: Uint32Array } {
    const key = `${sort} ${String(descending)}`
    const known = this.orders.get(key)
    if (known) return known
    const order = this.sorted(sort, descending)
    const rank = new Uint32Array(order.length)
    order.forEach((row, i) => (rank[row] = i))
    const made = { order, rank }
    this.orders.set(key, made)
    return made
  }

  private facts(row: number): ListedFacts {
    const group = this.groups.get(row)
    return {
      n: this.n[row] ?? 0,
      type: this.types.get(row) ?? '',
      group: group === 'maintained' || group === 'academy' ? group : 'neither',
      phase: this.phases.get(row) ?? '',
      district: this.districts.get(row) ?? null,
      status: this.statuses.get(row) ?? '',
      lastVisit: this.lastVisits[row] ?? null,
      requiresPackage: hasBit(this.requiring, row),
    }
  }
}

function walk(order: Uint32Array, bits: Bitset, offset: number, limit: number): number[] {
  const rows: number[] = []
  let skip = offset
  for (const row of order) {
    if (!hasBit(bits, row)) continue
    if (skip > 0) skip -= 1
    else if (rows.push(row) === limit) break
  }
  return rows
}

interface SortKeys {
  size: number
  byName: Uint32Array
  key(sort: SchoolSort, row: number): string | null
}

/** Names are compared by letters and digits only, so that "St. Mary’s" stands beside "St Marys". */
function sortKeys(schools: readonly ListedSchool[]): SortKeys {
  const names = schools.map((school) => school.name.normalize('NFD').replace(/[^\p{L}\p{N} ]/gu, '').toLowerCase())
  const urns = schools.map((school) => school.urn)
  const byName = Uint32Array.from(names.keys()).sort((a, b) => compare(names[a], names[b]) || compare(urns[a], urns[b]))
  const columns: Record<Exclude<SchoolSort, 'name'>, readonly (string | null)[]> = {
    urn: urns,
    type: schools.map((school) => school.type),
    phase: schools.map((school) => school.phase),
    district: schools.map((school) => school.district),
    lastVisit: schools.map((school) => school.lastVisit),
  }
  return { size: schools.length, byName, key: (sort, row) => (sort === 'name' ? null : (columns[sort][row] ?? null)) }
}

/** Equal values stand by name; what is not recorded stands last in either direction. */
function orderBy({ byName, key }: SortKeys, sort: SchoolSort, descending: boolean): Uint32Array {
  if (sort === 'name') return descending ? byName.toReversed() : byName
  const turn = descending ? -1 : 1
  return Uint32Array.from(
    Array.from(byName, (row) => ({ row, key: key(sort, row) || null }))
      .sort((a, b) => (a.key === null || b.key === null ? Number(a.key === null) - Number(b.key === null) : turn * compare(a.key, b.key)))
      .map(({ row }) => row),
  )
}

function compare(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

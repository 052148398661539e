import { schoolSort, type SchoolOrder, type SchoolSort } from '../../api/schools.ts'
import { plainLetters } from '../../domain/fold-words.ts'
import type { ListedSchool } from './listed-school.ts'

/** Where each row stands by one column, counted from 0; equal values share a rank, and `missing` is the rank of none. */
interface Ranks {
  of: Uint32Array
  missing: number
}

/** The orders of a list: every row by name, and the ranks of each column that was asked for. */
export class ListOrders {
  private readonly schools: readonly ListedSchool[]
  private names: readonly string[]
  private byName: Uint32Array
  private readonly ranks = new Map<SchoolSort, Ranks>()

  constructor(schools: readonly ListedSchool[]) {
    this.schools = schools
    this.names = plainNames(schools)
    this.byName = this.rowsByName()
  }

  /** The columns by which a record that has changed may stand elsewhere; their ranks are made again when they are asked for. */
  changed(before: ListedSchool, after: ListedSchool): Set<SchoolSort> {
    const moved = new Set(schoolSort.options.filter((sort) => sortValue(before, sort) !== sortValue(after, sort)))
    for (const sort of moved) this.ranks.delete(sort)
    if (moved.has('name')) {
      this.names = plainNames(this.schools)
      this.byName = this.rowsByName()
    }
    return moved
  }

  /** The rows in order, the first sort before the next. Equal rows stand by name; what is not recorded stands last in either direction. */
  by(sorts: readonly SchoolOrder[]): Uint32Array {
    return sorts.toReversed().reduce((order, { sort, descending }) => stably(order, this.ranksOf(sort), descending), this.byName)
  }

  private rowsByName(): Uint32Array {
    const { names, schools } = this
    return Uint32Array.from(schools.keys()).sort((a, b) => compare(names[a] ?? '', names[b] ?? '') || compare(schools[a]?.urn ?? '', schools[b]?.urn ?? ''))
  }

  private ranksOf(sort: SchoolSort): Ranks {
    const known = this.ranks.get(sort)
    if (known) return known
    const values = sort === 'name' ? this.names : this.schools.map((school) => sortValue(school, sort))
    const sorted = [...new Set(values)].filter(isRecorded).sort(compare)
    const rank = new Map<string | number | null, number>(sorted.map((value, at) => [value, at]))
    const made = { of: Uint32Array.from(values, (value) => rank.get(value) ?? sorted.length), missing: sorted.length }
    this.ranks.set(sort, made)
    return made
  }
}

/** Names are compared by letters and digits only, so that "St. Mary’s" stands beside "St Marys"; then by URN. */
function plainNames(schools: readonly ListedSchool[]): string[] {
  return schools.map((row) => plainLetters(row.name).replace(/[^\p{L}\p{N} ]/gu, ''))
}

/** A counting sort: it leaves equal rows as they stood, and takes as long as there are rows. */
function stably(order: Uint32Array, { of, missing }: Ranks, descending: boolean): Uint32Array {
  const rankAt = (row: number) => {
    const rank = of[row] ?? missing
    return descending && rank < missing ? missing - 1 - rank : rank
  }
  const starts = new Uint32Array(missing + 2)
  for (const row of order) starts[rankAt(row) + 1] = (starts[rankAt(row) + 1] ?? 0) + 1
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
  const sorted = new Uint32Array(order.length)
  for (const row of order) {
    const rank = rankAt(row)
    const at = starts[rank] ?? 0
    sorted[at] = row
    starts[rank] = at + 1
  }
  return sorted
}

/** What one column compares; a package that is required stands before one that is not. */
function sortValue(school: ListedSchool, sort: SchoolSort): string | number | null {
  if (sort === 'requiresPackage') return school.requiresPackage ? 0 : 1
  return school[sort]
}

function isRecorded(value: string | number | null): value is string | number {
  return value !== null && value !== ''
}

/** Within one column values are of one kind. */
function compare<Value extends string | number>(a: Value, b: Value): number {
  return a === b ? 0 : a < b ? -1 : 1
}

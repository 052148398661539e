import type { SchoolSort } from '../../api/schools.ts'

interface Sortable {
  urn: string
  name: string
  type: string
  phase: string
  district: string | null
  lastVisit: string | null
}

/** What the orders are made from: every row by name, and the values that the other sorts compare. */
export interface SortKeys {
  readonly rows: readonly Sortable[]
  readonly byName: Uint32Array
}

/** Names are compared by letters and digits only, so that "St. Mary’s" stands beside "St Marys"; then by URN. */
export function sortKeys(rows: readonly Sortable[]): SortKeys {
  const names = rows.map((row) => row.name.normalize('NFD').replace(/[^\p{L}\p{N} ]/gu, '').toLowerCase())
  const byName = Uint32Array.from(rows.keys()).sort((a, b) => compare(names[a] ?? '', names[b] ?? '') || compare(rows[a]?.urn ?? '', rows[b]?.urn ?? ''))
  return { rows, byName }
}

/** The rows in order. Equal values stand by name; what is not recorded stands last in either direction. */
export function orderOf({ rows, byName }: SortKeys, sort: SchoolSort, descending: boolean): Uint32Array {
  if (sort === 'name') return descending ? byName.toReversed() : byName
  const values = new Map<string, number[]>()
  const missing: number[] = []
  for (const row of byName) {
    const value = rows[row]?.[sort] ?? ''
    const same = value === '' ? missing : values.get(value)
    if (same) same.push(row)
    else values.set(value, [row])
  }
  const sorted = [...values.keys()].sort(compare)
  if (descending) sorted.reverse()
  return Uint32Array.from([...sorted.flatMap((value) => values.get(value) ?? []), ...missing])
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

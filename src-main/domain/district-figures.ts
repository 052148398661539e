import type { SchoolGroup } from '../api/base.ts'
import type { FigureFacts, FigureQuestion } from './figure-facts.ts'
import { standingsOn } from './standings.ts'

/** One group of one district in the coverage table; the counts of all rows add up to the figures. */
export interface DistrictFigures {
  /** Null for the records without one. */
  district: string | null
  group: SchoolGroup
  open: number
  visited: number
  attended: number
  requirePackage: number
}

const GROUPS = ['maintained', 'academy'] as const

/**
 * The same count as `countFigures`, by district as it stood on the as-at date.
 *
 * @returns by district's name, maintained before academy, the records without a district last; both groups for every
 *   district in which either has an open record
 */
export function countByDistrict(facts: FigureFacts, question: FigureQuestion): DistrictFigures[] {
  const rows = new Map<string | null, Record<SchoolGroup, DistrictFigures>>()
  for (const standing of standingsOn(facts, question)) {
    const row = rows.get(standing.district) ?? emptyRows(standing.district)
    rows.set(standing.district, row)
    const counts = row[standing.group]
    counts.open += 1
    if (standing.visited) counts.visited += 1
    if (standing.attended) counts.attended += 1
    if (standing.requiresPackage) counts.requirePackage += 1
  }
  return [...rows.entries()].sort(([a], [b]) => byName(a, b)).flatMap(([, row]) => GROUPS.map((group) => row[group]))
}

function emptyRows(district: string | null): Record<SchoolGroup, DistrictFigures> {
  const empty = { district, open: 0, visited: 0, attended: 0, requirePackage: 0 }
  return { maintained: { ...empty, group: 'maintained' }, academy: { ...empty, group: 'academy' } }
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a.localeCompare(b, 'en-GB')
}

import type { SchoolGroup } from '../../../src-main/api/base.ts'
import type { FigureId } from '../../../src-main/api/figures.ts'
import type { DsgMethod } from '../../../src-main/api/settings.ts'
import { NOT_RECORDED, type Side } from './coverageAddress.ts'

/** What the register is divided by, and what that is called. */
export type PartKind = 'district' | 'phase'

export const partWords: Record<PartKind, { heading: string; all: string; none: string }> = {
  district: { heading: 'District', all: 'All districts', none: 'no recorded district' },
  phase: { heading: 'Phase', all: 'All phases', none: 'no recorded phase' },
}

/** The counts of one group in one part, as the core answers them. Null for the records without one. */
export interface PartCounts {
  part: string | null
  group: SchoolGroup
  open: number
  visited: number
  /** By the chosen way of counting DSG coverage; of mean attendance both are places. */
  reached: number
  reachedOf: number
  requirePackage: number
}

export type CountKey = 'open' | 'visited' | 'reached' | 'requirePackage'

/** A column of the tables, and the figure that its numbers belong to. */
export interface PartColumn {
  key: CountKey
  label: string
  id: FigureId
  side: Side
}

const dsgLabels: Record<DsgMethod, string> = { attended: 'At a DSG', districtMet: 'DSG has met', meanAttendance: 'DSG places' }

/** The columns, the third by the way in which DSG coverage is counted. */
export function partColumns(method: DsgMethod): readonly PartColumn[] {
  return [
    { key: 'open', label: 'Open', id: 'visited', side: 'denominator' },
    { key: 'visited', label: 'Visited', id: 'visited', side: 'numerator' },
    { key: 'reached', label: dsgLabels[method], id: 'dsgCoverage', side: 'numerator' },
    { key: 'requirePackage', label: 'Package', id: 'packagesRequired', side: 'numerator' },
  ]
}

/** Whether a column counts places: then its numbers mean nothing without what they are out of. */
export function countsPlaces(key: CountKey, method: DsgMethod): boolean {
  return key === 'reached' && method === 'meanAttendance'
}

/** What the share of a count is of. */
export function wholeOf(key: CountKey): 'open' | 'reachedOf' {
  return key === 'reached' ? 'reachedOf' : 'open'
}

export const groupColumns = [
  { group: 'maintained', label: 'Maintained schools' },
  { group: 'academy', label: 'Academies' },
] as const satisfies readonly { group: SchoolGroup; label: string }[]

type Counts = Record<CountKey | 'reachedOf', number>

/** One line of a table: a part with the counts of both groups. */
export interface PartRow {
  key: string
  part: string | null
  counts: Partial<Record<SchoolGroup, Counts>>
}

/** The core answers a row for each part and group; the table has both groups on one line, in the same order. */
export function partRows(rows: readonly PartCounts[]): PartRow[] {
  const lines = new Map<string | null, PartRow>()
  for (const row of rows) {
    const line = lines.get(row.part) ?? { key: row.part ?? NOT_RECORDED, part: row.part, counts: {} }
    line.counts[row.group] = row
    lines.set(row.part, line)
  }
  return [...lines.values()]
}

/** The parts of one group added up: the figure itself. */
export function total(rows: readonly PartRow[], group: SchoolGroup, key: keyof Counts): number {
  return rows.reduce((sum, row) => sum + (row.counts[group]?.[key] ?? 0), 0)
}

/** The count that a figure has among those of a part. */
export function countKeyOf(id: FigureId | undefined): Exclude<CountKey, 'open'> {
  return id === 'dsgCoverage' ? 'reached' : id === 'packagesRequired' ? 'requirePackage' : 'visited'
}

/** Rounded half up in whole numbers, as the core rounds (DOMAIN.md, "Statistics"); null of nothing. */
export function shareOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.floor((200 * numerator + denominator) / (2 * denominator))
}

import type { SchoolGroup } from '../../../src-main/api/base.ts'
import type { FigureId } from '../../../src-main/api/figures.ts'
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
  attended: number
  requirePackage: number
}

/** A column of the tables, and the figure that its numbers belong to. */
export const partColumns = [
  { key: 'open', label: 'Open', id: 'visited', side: 'denominator' },
  { key: 'visited', label: 'Visited', id: 'visited', side: 'numerator' },
  { key: 'attended', label: 'At a DSG', id: 'dsgCoverage', side: 'numerator' },
  { key: 'requirePackage', label: 'Package', id: 'packagesRequired', side: 'numerator' },
] as const satisfies readonly { key: keyof PartCounts; label: string; id: FigureId; side: Side }[]

export const groupColumns = [
  { group: 'maintained', label: 'Maintained schools' },
  { group: 'academy', label: 'Academies' },
] as const satisfies readonly { group: SchoolGroup; label: string }[]

export type CountKey = (typeof partColumns)[number]['key']
type Counts = Record<CountKey, number>

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
export function total(rows: readonly PartRow[], group: SchoolGroup, key: CountKey): number {
  return rows.reduce((sum, row) => sum + (row.counts[group]?.[key] ?? 0), 0)
}

/** The count that a figure has among those of a part. */
export function countKeyOf(id: FigureId | undefined): Exclude<CountKey, 'open'> {
  return id === 'dsgCoverage' ? 'attended' : id === 'packagesRequired' ? 'requirePackage' : 'visited'
}

/** Rounded half up in whole numbers, as the core rounds (DOMAIN.md, "Statistics"); null of nothing. */
export function shareOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.floor((200 * numerator + denominator) / (2 * denominator))
}

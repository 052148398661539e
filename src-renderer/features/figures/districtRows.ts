import type { SchoolGroup } from '../../../src-main/api/base.ts'
import type { FigureId } from '../../../src-main/api/figures.ts'
import { NO_DISTRICT, type Side } from './coverageAddress.ts'

/** The counts of one group in one district, as the core answers them. */
export interface DistrictCounts {
  district: string | null
  group: SchoolGroup
  open: number
  visited: number
  attended: number
  requirePackage: number
}

/** A column of the table, and the figure that its numbers belong to. */
export const districtColumns = [
  { key: 'open', label: 'Open', id: 'visited', side: 'denominator' },
  { key: 'visited', label: 'Visited', id: 'visited', side: 'numerator' },
  { key: 'attended', label: 'At a DSG', id: 'dsgCoverage', side: 'numerator' },
  { key: 'requirePackage', label: 'Package', id: 'packagesRequired', side: 'numerator' },
] as const satisfies readonly { key: keyof DistrictCounts; label: string; id: FigureId; side: Side }[]

export const groupColumns = [
  { group: 'maintained', label: 'Maintained schools' },
  { group: 'academy', label: 'Academies' },
] as const satisfies readonly { group: SchoolGroup; label: string }[]

/** One line of the table: a district with the counts of both groups. */
export interface DistrictRow {
  key: string
  district: string | null
  counts: Partial<Record<SchoolGroup, DistrictCounts>>
}

/** The core answers a row for each district and group; the table has both groups on one line, in the same order. */
export function districtRows(rows: readonly DistrictCounts[]): DistrictRow[] {
  const lines = new Map<string | null, DistrictRow>()
  for (const row of rows) {
    const line = lines.get(row.district) ?? { key: row.district ?? NO_DISTRICT, district: row.district, counts: {} }
    line.counts[row.group] = row
    lines.set(row.district, line)
  }
  return [...lines.values()]
}

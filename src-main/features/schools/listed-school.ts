import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import type { SchoolColumns } from '../../api/school-list.ts'
import type { SchoolMore, SchoolRow } from '../../api/schools.ts'

/** What the list knows of one record on the day it was read for. */
export interface ListedSchool extends SchoolColumns {
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

/** The row as it is answered: what every row has, and the columns that were asked for. */
export function answeredRow(school: ListedSchool, columns: readonly SchoolMore[]): SchoolRow {
  const { urn, name, type, group, phase, district, status, lastVisit, requiresPackage, concern } = school
  const row: SchoolRow = { urn, name, type, group: group === 'neither' ? null : group, phase, district, status, lastVisit, requiresPackage, concern }
  for (const column of columns) copy(row, school, column)
  return row
}

function copy<Column extends SchoolMore>(into: Partial<SchoolColumns>, from: SchoolColumns, column: Column): void {
  into[column] = from[column]
}

import type { ContactKind } from '../api/settings.ts'
import type { CivilDate } from '../domain/dates.ts'
import { dateOf, fault, lineOf, neededDateOf, orFault, passageOf, urnOf, wordOf, yesOf, type RowFault } from './cells.ts'
import { locateColumns, refuseMissing, shown } from './headings.ts'

/** How a file of one kind is read: links, visits, attendance, needs, districts. */
export interface RowReader<Row> {
  read(cells: readonly string[]): Row | RowFault
  urnAsWritten(cells: readonly string[]): string
}

/** A column: what it may be called, and whether the file can do without it. */
export type Column = readonly [key: string, headings: readonly string[], optional?: 'optional']

type Cell = (key: string) => string

function rowReader<Row>(headings: readonly string[], columns: readonly Column[], needed: string, read: (cell: Cell) => Row): RowReader<Row> {
  const at = locateColumns(headings, columns.map(([key, names]) => [key, names] as const))
  const missing = columns.filter(([key, , optional]) => !at.has(key) && optional === undefined).map(([, [name = '']]) => name)
  if (missing.length > 0) refuseMissing(missing, headings, needed)
  const cellsOf = (cells: readonly string[]) => (key: string) => cells[at.get(key) ?? -1] ?? ''
  return {
    read: (cells) => orFault(() => read(cellsOf(cells))),
    urnAsWritten: (cells) => shown(cellsOf(cells)('urn')),
  }
}

export interface LinkRow {
  urn: string
  linkUrn: string
  linkName: string
  type: string
  establishedOn: CivilDate | null
}

/** The register's links file: predecessors, successors and others. */
export function linkReader(headings: readonly string[]): RowReader<LinkRow> {
  const columns: Column[] = [
    ['urn', ['URN']],
    ['linkUrn', ['LinkURN', 'Link URN']],
    ['type', ['LinkType', 'Link type']],
    ['name', ['LinkName', 'Link name'], 'optional'],
    ['date', ['LinkEstablishedDate', 'Link established date'], 'optional'],
  ]
  return rowReader(headings, columns, 'Choose the links file of Get Information about Schools (URN, LinkURN, LinkName, LinkType, LinkEstablishedDate).', (cell) => ({
    urn: urnOf(cell('urn')),
    linkUrn: urnOf(cell('linkUrn'), 'The LinkURN'),
    linkName: lineOf(cell('name'), 'The name', 500),
    type: lineOf(cell('type'), 'The link type', 200) || fault('The link type is blank.'),
    establishedOn: dateOf(cell('date'), 'The date'),
  }))
}

export interface VisitRow {
  urn: string
  date: CivilDate
  visitor: string
  kind: ContactKind
  status: 'planned' | 'completed' | 'cancelled'
  counts: boolean
  purpose: string
  note: string
  evidence: string
  response: 'accurate' | 'notAccurate' | null
  respondedOn: CivilDate | null
  responseNote: string
  cancelledBecause: string
}

export const VISIT_COLUMNS: readonly Column[] = [
  ['urn', ['URN']],
  ['date', ['Date']],
  ['visitor', ['Visitor']],
  ['kind', ['Kind']],
  ['status', ['Status']],
  ['counts', ['Counts']],
  ['purpose', ['Purpose'], 'optional'],
  ['note', ['Note'], 'optional'],
  ['evidence', ['Evidence'], 'optional'],
  ['response', ['Response'], 'optional'],
  ['responseDate', ['Response date'], 'optional'],
  ['responseNote', ['Response note'], 'optional'],
  ['because', ['Cancelled because'], 'optional'],
]

const RESPONSES = ['accurate', 'not accurate'] as const

export function visitReader(headings: readonly string[]): RowReader<VisitRow> {
  return rowReader(headings, VISIT_COLUMNS, 'Choose a file with the columns URN, Date, Visitor, Kind, Status, Counts, Purpose, Note.', (cell) => ({
    urn: urnOf(cell('urn')),
    date: neededDateOf(cell('date'), 'The date'),
    visitor: lineOf(cell('visitor'), 'The visitor', 120) || fault('The visitor is blank. Say who visited.'),
    kind: wordOf(cell('kind'), 'The kind', ['visit', 'telephone', 'virtual', 'meeting'] as const),
    status: wordOf(cell('status'), 'The status', ['planned', 'completed', 'cancelled'] as const),
    counts: yesOf(cell('counts'), 'Counts'),
    purpose: lineOf(cell('purpose'), 'The purpose', 500),
    note: passageOf(cell('note'), 'The note', 20_000),
    evidence: passageOf(cell('evidence'), 'The evidence', 2_000),
    response: cell('response').trim() === '' ? null : wordOf(cell('response').replace(/\s+/gu, ' '), 'The response', RESPONSES) === 'accurate' ? 'accurate' : 'notAccurate',
    respondedOn: dateOf(cell('responseDate'), 'The response date'),
    responseNote: passageOf(cell('responseNote'), 'The response note', 2_000),
    cancelledBecause: lineOf(cell('because'), 'The reason for cancelling', 500),
  }))
}

export interface AttendanceRow {
  urn: string
  group: string
  district: string
  date: CivilDate
  attended: boolean
}

export const ATTENDANCE_COLUMNS: readonly Column[] = [
  ['urn', ['URN']],
  ['group', ['Group']],
  ['district', ['District']],
  ['date', ['Meeting date', 'Date']],
  ['attended', ['Attended']],
]

export function attendanceReader(headings: readonly string[]): RowReader<AttendanceRow> {
  return rowReader(headings, ATTENDANCE_COLUMNS, 'Choose a file with the columns Group, District, Meeting date, URN, Attended.', (cell) => ({
    urn: urnOf(cell('urn')),
    group: lineOf(cell('group'), 'The group', 120) || fault('The group is blank. Say which District Strategy Group met.'),
    district: lineOf(cell('district'), 'The district', 80),
    date: neededDateOf(cell('date'), 'The meeting date'),
    attended: yesOf(cell('attended'), 'Attended'),
  }))
}

export interface NeedRow {
  urn: string
  decidedOn: CivilDate
  requiresPackage: boolean
  reason: string
}

export const NEED_COLUMNS: readonly Column[] = [
  ['urn', ['URN']],
  ['date', ['Decision date']],
  ['requires', ['Requires package']],
  ['reason', ['Reason'], 'optional'],
]

export function needReader(headings: readonly string[]): RowReader<NeedRow> {
  return rowReader(headings, NEED_COLUMNS, 'Choose a file with the columns URN, Decision date, Requires package, Reason.', (cell) => ({
    urn: urnOf(cell('urn')),
    decidedOn: neededDateOf(cell('date'), 'The decision date'),
    requiresPackage: yesOf(cell('requires'), 'Requires package'),
    reason: passageOf(cell('reason'), 'The reason', 2_000),
  }))
}

export interface DistrictRow {
  urn: string
  /** As the file writes it: "Birmingham, Yardley". */
  district: string
  /** The day from which it holds, where the row says one. */
  from: CivilDate | null
}

export const DISTRICT_COLUMNS: readonly Column[] = [
  ['urn', ['URN']],
  ['district', ['District', 'District name', 'Constituency', 'Parliamentary constituency', 'ParliamentaryConstituency (name)']],
  ['from', ['From', 'District from', 'Valid from'], 'optional'],
]

/** School to district. The districts are constituencies, and registers of those years name them so. */
export function districtReader(headings: readonly string[]): RowReader<DistrictRow> {
  return rowReader(headings, DISTRICT_COLUMNS, 'Choose a file with the columns URN and District, or URN and Parliamentary constituency.', (cell) => ({
    urn: urnOf(cell('urn')),
    district: lineOf(cell('district'), 'The district', 80) || fault('The district is blank.'),
    from: dateOf(cell('from'), 'The date'),
  }))
}

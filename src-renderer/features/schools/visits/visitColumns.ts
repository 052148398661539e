import type { VisitRow } from '../../../../src-main/api/visits.ts'
import type { UiListColumn } from '../../../ui/shapes.ts'
import { count } from '../schoolWords.ts'
import { kindName, responseWords, standingOfVisit } from './visitWords.ts'

export type VisitColumn = UiListColumn<VisitRow>

/** What the list of visits can show, in the order in which it is offered. */
export const visitColumns: readonly VisitColumn[] = [
  { key: 'date', label: 'Date', width: '140px', sortable: true, fixed: true, kind: 'date', value: (visit) => visit.date },
  { key: 'school', label: 'School', width: 'minmax(160px, 1.6fr)', sortable: true, fixed: true, value: (visit) => visit.schoolName },
  { key: 'district', label: 'District', width: 'minmax(102px, 0.8fr)', plain: true, value: (visit) => visit.district },
  { key: 'visitor', label: 'Visitor', width: 'minmax(130px, 1.2fr)', sortable: true, plain: true, value: (visit) => visit.visitor },
  { key: 'purpose', label: 'Purpose', width: 'minmax(130px, 1.4fr)', plain: true, value: (visit) => visit.purpose },
  { key: 'status', label: 'Status', width: '112px', plain: true, value: (visit) => standingOfVisit(visit).words },
  { key: 'kind', label: 'Kind', width: '118px', value: (visit) => kindName(visit.kind) },
  { key: 'counts', label: 'Counts for the contract', width: '160px', value: (visit) => (visit.counts ? 'Yes' : 'No') },
  { key: 'plannedFor', label: 'Planned for', width: '140px', kind: 'date', none: 'Not planned', value: (visit) => visit.plannedFor },
  { key: 'response', label: 'School’s response', width: 'minmax(120px, 0.9fr)', none: 'Not yet', value: (visit) => responseWords(visit.response) },
  { key: 'urn', label: 'URN', width: '74px', kind: 'code', value: (visit) => visit.urn },
]

/** Beside an open visit there is room for less. */
export const narrowColumns: readonly string[] = ['date', 'school', 'visitor', 'status']

/** So many visits: "1 visit", "1,204 visits". */
export function visitsInWords(number: number): string {
  return `${count(number)} ${number === 1 ? 'visit' : 'visits'}`
}

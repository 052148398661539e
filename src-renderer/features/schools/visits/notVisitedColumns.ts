import type { NotVisitedRow } from '../../../../src-main/api/visits.ts'
import type { UiListColumn } from '../../../ui/shapes.ts'

const groupNames = { maintained: 'Maintained', academy: 'Academy' }

/** What the list of schools not visited can show, in the order in which it is offered. */
export const notVisitedColumns: readonly UiListColumn<NotVisitedRow>[] = [
  { key: 'name', label: 'School', width: 'minmax(180px, 1.8fr)', sortable: true, fixed: true, value: (row) => row.name },
  { key: 'group', label: 'Group', width: '100px', sortable: true, plain: true, value: (row) => groupNames[row.group] },
  { key: 'district', label: 'District', width: 'minmax(110px, 1fr)', sortable: true, plain: true, value: (row) => row.district },
  { key: 'days', label: 'Days without a visit', width: 'minmax(240px, 1.4fr)', sortable: true, plain: true, kind: 'number', none: 'Never visited', value: (row) => row.days },
  { key: 'planned', label: 'Next visit', width: 'minmax(170px, 1.1fr)', sortable: true, plain: true, kind: 'date', none: 'None planned', value: (row) => row.planned?.date ?? null },
  { key: 'lastVisit', label: 'Last visit', width: '140px', sortable: true, kind: 'date', none: 'Never visited', value: (row) => row.lastVisit },
  { key: 'urn', label: 'URN', width: '74px', sortable: true, kind: 'code', value: (row) => row.urn },
]

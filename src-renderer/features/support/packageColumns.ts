import type { SupportPackage } from '../../../src-main/api/support.ts'
import type { UiListColumn } from '../../ui/shapes.ts'
import { moneyWords } from '../../words/money.ts'
import { daysOfPlan, packageStateOf, ragWords } from '../../words/packages.ts'

export type PackageColumn = UiListColumn<SupportPackage>

/** What the list of packages can show, in the order in which it is offered. */
export const packageColumns: readonly PackageColumn[] = [
  { ...text('school', 'School', 'minmax(140px, 1.4fr)', (one) => one.schoolName), fixed: true },
  { ...text('title', 'Package', 'minmax(100px, 1.1fr)', (one) => one.title), plain: true },
  { ...text('state', 'State', '112px', (one) => packageStateOf(one.state).words), plain: true },
  { ...text('lead', 'Lead', 'minmax(110px, 1fr)', (one) => one.lead), plain: true },
  { ...text('rag', 'RAG', '98px', (one) => (one.rag === null ? null : ragWords(one.rag))), plain: true, none: ragWords(null) },
  { ...date('reviewDue', 'Next review', (one) => one.reviewDue, 'None due'), plain: true },
  { ...number('actualDays', 'Days', '76px', (one) => one.actualDays), plain: true, brief: (one) => daysOfPlan(one.actualDays, one.plannedDays) },
  { ...number('cost', 'Cost (£)', '82px', (one) => (one.cost === null ? null : one.cost / 100)), plain: true, none: 'None', brief: (one) => (one.cost === null ? '' : moneyWords(one.cost)) },
  { ...text('urn', 'URN', '74px', (one) => one.urn), kind: 'code' },
  text('district', 'District', 'minmax(102px, 0.8fr)', (one) => one.district),
  text('group', 'Group', '104px', (one) => (one.group === null ? 'Neither' : one.group === 'academy' ? 'Academy' : 'Maintained')),
  text('provider', 'Provider', 'minmax(110px, 1fr)', (one) => one.provider),
  text('reviewOverdue', 'Review overdue', '122px', (one) => (one.reviewOverdue ? 'Yes' : 'No')),
  date('reviewedOn', 'Last review', (one) => one.reviewedOn, 'Not reviewed'),
  date('identifiedOn', 'Need identified', (one) => one.identifiedOn),
  date('plannedStart', 'Planned start', (one) => one.plannedStart),
  date('startedOn', 'Started', (one) => one.startedOn, 'Not started'),
  date('plannedEnd', 'Planned end', (one) => one.plannedEnd),
  date('endedOn', 'Ended', (one) => one.endedOn, 'Not ended'),
  number('plannedDays', 'Days planned', '108px', (one) => one.plannedDays),
]

/** Beside an open package there is room for what tells one from another. */
export const narrowColumns: readonly string[] = ['school', 'title', 'state', 'rag', 'reviewDue']

/** So many packages: "1 package", "23 packages". */
export function packagesInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'package' : 'packages'}`
}

type Value = string | number | null

function text(key: string, label: string, width: string, value: (one: SupportPackage) => Value): PackageColumn {
  return { key, label, width, sortable: true, value }
}

function number(key: string, label: string, width: string, value: (one: SupportPackage) => Value): PackageColumn {
  return { ...text(key, label, width, value), kind: 'number', align: 'end' }
}

function date(key: string, label: string, value: (one: SupportPackage) => Value, none?: string): PackageColumn {
  return { ...text(key, label, '136px', value), kind: 'date', ...(none !== undefined && { none }) }
}

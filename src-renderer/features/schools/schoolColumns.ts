import { EXEMPT_SENTENCE } from '../../../src-main/api/exports.ts'
import { schoolMore, type SchoolMore, type SchoolRow } from '../../../src-main/api/schools.ts'
import type { UiColumn, UiListColumn } from '../../ui/shapes.ts'
import { shortType, standingOf } from './schoolWords.ts'

export type SchoolColumn = UiListColumn<SchoolRow>

/**
 * What the list can show of a school, in the order in which it is offered. Columns that say of a named school how it was
 * judged make a list one that is not for publication. A concern stands beside the standing on the screen alone: it is
 * exempt by default, and no copy or file has it.
 */
export const schoolColumns: readonly SchoolColumn[] = [
  { key: 'name', label: 'School', width: 'minmax(180px, 2.2fr)', sortable: true, fixed: true, value: (school) => school.name },
  { key: 'type', label: 'Type', width: 'minmax(92px, 0.85fr)', sortable: true, plain: true, value: (school) => school.type, brief: (school) => shortType(school.type) },
  { key: 'district', label: 'District', width: 'minmax(102px, 0.9fr)', sortable: true, plain: true, value: (school) => school.district },
  { key: 'lastVisit', label: 'Last visit', width: '152px', sortable: true, plain: true, kind: 'date', none: 'Not visited', value: (school) => school.lastVisit },
  { key: 'standing', label: 'Standing', width: 'minmax(76px, 0.7fr)', plain: true, none: 'None', caveat: EXEMPT_SENTENCE, value: (school) => standingOf(school)?.words ?? null },
  { ...text('urn', 'URN', '74px', (school) => school.urn), kind: 'code' },
  text('dfeNumber', 'DfE number', '96px', (school) => school.dfeNumber),
  text('group', 'Group', '104px', (school) => groupWord(school.group)),
  text('phase', 'Phase', 'minmax(96px, 0.6fr)', (school) => school.phase),
  text('status', 'Status', 'minmax(84px, 0.6fr)', (school) => school.status),
  date('openDate', 'Opened', (school) => school.openDate),
  date('closeDate', 'Closed', (school) => school.closeDate, 'Not closed'),
  text('ward', 'Ward', 'minmax(104px, 0.8fr)', (school) => school.ward),
  text('trust', 'Trust', 'minmax(120px, 1.2fr)', (school) => school.trust),
  text('postcode', 'Postcode', '88px', (school) => school.postcode),
  number('pupils', 'Pupils', '72px', (school) => school.pupils),
  number('capacity', 'Capacity', '82px', (school) => school.capacity),
  number('visits', 'Visits in the contract', '150px', (school) => school.visits),
  number('dsgMeetings', 'DSG meetings attended', '168px', (school) => school.dsgMeetings),
  date('lastDsg', 'Last DSG attended', (school) => school.lastDsg, 'None attended'),
  { ...text('requiresPackage', 'Requires a package', '140px', (school) => (school.requiresPackage ? 'Yes' : 'No')), caveat: EXEMPT_SENTENCE },
  { ...date('requiredSince', 'Package required since', (school) => school.requiredSince, 'Not required', '168px'), caveat: EXEMPT_SENTENCE },
  text('ofstedRating', 'Ofsted', 'minmax(110px, 0.8fr)', (school) => school.ofstedRating),
  date('ofstedDate', 'Ofsted date', (school) => school.ofstedDate),
]

/** What must be asked for beside what every row has. */
export function askedColumns(columns: readonly UiColumn[]): SchoolMore[] {
  return schoolMore.options.filter((column) => columns.some(({ key }) => key === column))
}

type Value = string | number | null | undefined

function text(key: string, label: string, width: string, value: (school: SchoolRow) => Value): SchoolColumn {
  return { key, label, width, sortable: true, value: (school) => value(school) ?? null }
}

function number(key: string, label: string, width: string, value: (school: SchoolRow) => Value): SchoolColumn {
  return { ...text(key, label, width, value), kind: 'number', align: 'end' }
}

function date(key: string, label: string, value: (school: SchoolRow) => Value, none?: string, width = '152px'): SchoolColumn {
  return { ...text(key, label, width, value), kind: 'date', ...(none !== undefined && { none }) }
}

function groupWord(group: SchoolRow['group']): string {
  if (group === null) return 'Neither'
  return group === 'academy' ? 'Academy' : 'Maintained'
}

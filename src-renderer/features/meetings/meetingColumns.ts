import type { MeetingRow } from '../../../src-main/api/meetings.ts'
import type { UiListColumn } from '../../ui/shapes.ts'
import { bodyKindName, meetingState } from '../../words/meetings.ts'

export type MeetingColumn = UiListColumn<MeetingRow>

/** What the lists of meetings can show, in the order in which it is offered. */
export const meetingColumns: readonly MeetingColumn[] = [
  { key: 'date', label: 'Date', width: '208px', kind: 'date', sortable: true, fixed: true, value: (meeting) => meeting.date },
  { key: 'body', label: 'Body', sortable: true, fixed: true, value: (meeting) => meeting.bodyName },
  { key: 'contents', label: 'Contents', plain: true, none: 'None', value: contents },
  { key: 'state', label: 'State', width: '120px', sortable: true, plain: true, value: (meeting) => meetingState(meeting.state).words },
  { key: 'time', label: 'Time', width: '80px', sortable: true, value: (meeting) => meeting.time },
  { key: 'place', label: 'Place', sortable: true, value: (meeting) => meeting.place },
  { key: 'kind', label: 'Kind of body', sortable: true, value: (meeting) => bodyKindName(meeting.bodyKind) },
  { key: 'items', label: 'Agenda items', width: '110px', kind: 'number', sortable: true, value: (meeting) => meeting.items },
  { key: 'minuted', label: 'Minuted', width: '90px', kind: 'number', sortable: true, value: (meeting) => meeting.minuted },
  { key: 'decisions', label: 'Decisions', width: '96px', kind: 'number', sortable: true, value: (meeting) => meeting.decisions },
  { key: 'actions', label: 'Actions', width: '90px', kind: 'number', sortable: true, value: (meeting) => meeting.actions },
  { key: 'attendedSchools', label: 'Schools attended', width: '140px', kind: 'number', sortable: true, value: (meeting) => meeting.attendedSchools },
]

/** So many meetings: "1 meeting", "23 meetings". */
export function meetingsInWords(count: number): string {
  return counted(count, 'meeting')
}

/** What there is of it: minutes where it was held, an agenda where it is still to be. */
function contents(meeting: MeetingRow): string {
  const parts = [counted(meeting.items, 'item')]
  if (meeting.minuted > 0) parts.push(`${meeting.minuted} minuted`)
  if (meeting.decisions > 0) parts.push(counted(meeting.decisions, 'decision'))
  if (meeting.actions > 0) parts.push(counted(meeting.actions, 'action'))
  if (meeting.attendedSchools > 0) parts.push(`${counted(meeting.attendedSchools, 'school')} attended`)
  return parts.join(', ')
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`
}

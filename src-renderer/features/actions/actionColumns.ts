import type { Action } from '../../../src-main/api/meetings.ts'
import type { UiListColumn } from '../../ui/shapes.ts'
import { standingOf } from '../../words/actions.ts'

export type ActionColumn = UiListColumn<Action>

/** What the action log can show, in the order in which it is offered. */
export const actionColumns: readonly ActionColumn[] = [
  { key: 'number', label: 'Number', width: 'minmax(118px, 160px)', sortable: true, fixed: true, value: (action) => action.number },
  { key: 'text', label: 'Action', width: 'minmax(150px, 3fr)', sortable: true, plain: true, value: (action) => action.text },
  { key: 'owner', label: 'Owner', width: 'minmax(84px, 1fr)', sortable: true, plain: true, value: (action) => action.owner },
  { key: 'due', label: 'Due', width: '132px', sortable: true, plain: true, kind: 'date', value: (action) => action.due },
  { key: 'standing', label: 'Standing', width: '92px', align: 'end', plain: true, value: (action) => standingOf(action).words },
  { key: 'body', label: 'Body', width: 'minmax(120px, 1fr)', sortable: true, value: (action) => action.bodyName },
  { key: 'meetingDate', label: 'Meeting', width: '128px', sortable: true, kind: 'date', value: (action) => action.meetingDate },
  { key: 'originalDue', label: 'First due', width: '128px', sortable: true, kind: 'date', value: (action) => action.originalDue },
  { key: 'daysLeft', label: 'Days left', width: '86px', align: 'end', sortable: true, kind: 'number', value: (action) => action.daysLeft },
  { key: 'notBefore', label: 'Not before', width: '128px', sortable: true, kind: 'date', none: 'Not parked', value: (action) => action.notBefore },
  { key: 'doneOn', label: 'Done', width: '128px', sortable: true, kind: 'date', none: 'Not done', value: (action) => action.doneOn },
]

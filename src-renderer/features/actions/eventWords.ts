import type { ActionEventKind } from '../../../src-main/api/meetings.ts'
import { writeDate } from '../../ui/useDateText.ts'

const titles: Record<ActionEventKind, string> = {
  opened: 'Opened',
  started: 'Started',
  progress: 'Progress',
  extended: 'Extended',
  transferred: 'Transferred',
  done: 'Done',
  confirmed: 'Confirmed',
  superseded: 'Superseded',
  cancelled: 'Cancelled',
  reopened: 'Reopened',
}

/** "Extended to 8 July 2016", "Transferred to Data manager": one event of an action's story. */
export function eventTitle(event: { kind: ActionEventKind; owner: string | null; due: string | null }): string {
  const title = titles[event.kind]
  if (event.kind === 'extended' && event.due) return `${title} to ${writeDate(event.due)}`
  if (event.kind === 'transferred' && event.owner) return `${title} to ${event.owner}`
  if (event.kind === 'opened' && event.owner && event.due) return `${title} for ${event.owner}, due ${writeDate(event.due)}`
  return title
}

import type { MeetingState } from '../../api/meetings.ts'
import type { CivilDate } from '../../api/base.ts'
import { minutesContent, type MinutesContent } from '../../api/minutes.ts'
import { all, build, first, type ReadHandle } from '../../database/index.ts'

export interface YearMeeting {
  id: string
  date: CivilDate
  state: MeetingState
}

/** A body's meetings of a calendar year, the first one first. */
export function meetingsOfYear(db: ReadHandle, bodyId: string, year: number): YearMeeting[] {
  return all(
    db,
    build
      .selectFrom('meetings')
      .select(['id', 'date', 'state'])
      .where('body_id', '=', bodyId)
      .where('date', '>=', `${year}-01-01`)
      .where('date', '<=', `${year}-12-31`)
      .orderBy('date')
      .orderBy('time')
      .orderBy('id'),
  )
}

/** The years of a body's meetings, the latest first. */
export function yearsOf(db: ReadHandle, bodyId: string): number[] {
  const dates = all(db, build.selectFrom('meetings').select('date').where('body_id', '=', bodyId).orderBy('date', 'desc'))
  return [...new Set(dates.map(({ date }) => Number(date.slice(0, 4))))]
}

/** The words of a meeting's minutes as they were agreed. */
export function agreedContent(db: ReadHandle, meetingId: string): MinutesContent | undefined {
  const row = first(db, build.selectFrom('minutes_versions').select('content').where('meeting_id', '=', meetingId).where('kind', '=', 'agreed').orderBy('number', 'desc').limit(1))
  return row && minutesContent.parse(JSON.parse(row.content))
}

/** Whether a minute that put agreed minutes right is itself exempt, by correction. */
export function exemptCorrections(db: ReadHandle, meetingId: string): Set<string> {
  const rows = all(
    db,
    build
      .selectFrom('minute_corrections as c')
      .innerJoin('agenda_items as i', 'i.id', 'c.item_id')
      .innerJoin('agenda_items as at', 'at.id', 'c.at_item_id')
      .select('c.id')
      .where('i.meeting_id', '=', meetingId)
      .where((eb) => eb.or([eb('i.paragraph', 'is not', null), eb('at.paragraph', 'is not', null)])),
  )
  return new Set(rows.map(({ id }) => id))
}

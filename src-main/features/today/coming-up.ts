import type { CivilDate } from '../../api/base.ts'
import type { PaperRow } from '../../api/papers.ts'
import { clearDaysBefore, CLEAR_DAYS } from '../../domain/clear-days.ts'
import { formatShort } from '../../domain/date-words.ts'
import { daysBetween } from '../../domain/dates.ts'
import type { StoredMeeting } from '../meetings/queries.ts'
import { bankHolidays } from './bank-holidays.ts'

export interface ComingUp {
  id: string
  name: string
  date: CivilDate
  detail: string
  standing: string
  tone: 'good' | 'warn' | 'bad' | 'info' | 'neutral'
}

/** How many meetings the first screen shows. */
const SHOWN = 4

/** Meetings from today on that are still to be held, the next first. */
export function stillToCome(meetings: readonly StoredMeeting[], today: CivilDate): StoredMeeting[] {
  return meetings.filter((meeting) => meeting.date >= today && (meeting.state === 'planned' || meeting.state === 'agendaIssued')).sort((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * What is coming, with what it still needs. The last day to publish an agenda is five clear days before (DOMAIN.md,
 * "Rules of the trade"): the law for a statutory body, the custom for the others.
 */
export function comingUp(meetings: readonly StoredMeeting[], papers: readonly PaperRow[], mattersArising: ReadonlyMap<string, number>, today: CivilDate): ComingUp[] {
  return stillToCome(meetings, today)
    .slice(0, SHOWN)
    .map((meeting) => ({ id: meeting.id, name: meeting.bodyName, date: meeting.date, detail: detailOf(meeting, papers, mattersArising.get(meeting.bodyId) ?? 0), ...standingOf(meeting, today) }))
}

function detailOf(meeting: StoredMeeting, papers: readonly PaperRow[], arising: number): string {
  if (meeting.bodyKind === 'auditCommittee') {
    const paper = papers.find((candidate) => candidate.meetingDate === meeting.date && candidate.state !== 'superseded')
    return paper ? (paper.state === 'draft' ? 'paper in draft' : 'paper issued') : 'no paper begun'
  }
  const items = meeting.items === 1 ? '1 item' : `${meeting.items} items`
  return arising === 0 ? items : `${items}, ${arising === 1 ? '1 matter arising' : `${arising} matters arising`}`
}

function standingOf(meeting: StoredMeeting, today: CivilDate): Pick<ComingUp, 'standing' | 'tone'> {
  if (meeting.state === 'agendaIssued') return { standing: 'Agenda issued', tone: 'good' }
  const publishBy = clearDaysBefore(meeting.date, CLEAR_DAYS, bankHolidays)
  const day = formatShort(publishBy)
  if (publishBy < today) return { standing: `Agenda was due out on ${day}`, tone: meeting.statutory ? 'bad' : 'warn' }
  return { standing: `Agenda out by ${day}`, tone: daysBetween(today, publishBy) <= 7 ? 'warn' : 'neutral' }
}

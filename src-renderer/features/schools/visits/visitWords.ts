import type { TermSpan } from '../../../../src-main/api/settings.ts'
import type { AlikeVisit, Visit, VisitRow, VisitStatus } from '../../../../src-main/api/visits.ts'
import type { UiOption } from '../../../ui/shapes.ts'
import { writeDate } from '../../../ui/useDateText.ts'

const kinds: Record<Visit['kind'], string> = {
  visit: 'Visit in person',
  telephone: 'Telephone',
  virtual: 'Virtual',
  meeting: 'Meeting',
}

const statuses: Record<VisitStatus, string> = { planned: 'Planned', completed: 'Completed', cancelled: 'Cancelled' }

/** Which statuses a visit may come to from where it is: the core's own rule, so that the form offers nothing it would refuse. */
const reachable: Record<VisitStatus, readonly VisitStatus[]> = {
  planned: ['planned', 'completed', 'cancelled'],
  completed: ['completed'],
  cancelled: ['cancelled', 'planned'],
}

export const kindChoices: UiOption[] = Object.entries(kinds).map(([value, label]) => ({ value, label }))

/** The statuses that a form offers: all for a new visit, those it may come to for a recorded one. */
export function statusChoices(from: VisitStatus | null): UiOption[] {
  const offered: readonly VisitStatus[] = from === null ? reachable.planned : reachable[from]
  return offered.map((status) => ({ value: status, label: statuses[status] }))
}

export function kindName(kind: Visit['kind']): string {
  return kinds[kind]
}

export function statusName(status: VisitStatus): string {
  return statuses[status]
}

/** How a visit stands, in a word with its tone. */
export function standingOfVisit(visit: Pick<VisitRow, 'status' | 'datePassed'>) {
  if (visit.status === 'completed') return { words: 'Completed', tone: 'good' } as const
  if (visit.status === 'cancelled') return { words: 'Cancelled', tone: 'neutral' } as const
  return visit.datePassed ? ({ words: 'Day has passed', tone: 'warn' } as const) : ({ words: 'Planned', tone: 'info' } as const)
}

export const responseChoices: UiOption[] = [
  { value: 'none', label: 'Not yet' },
  { value: 'accurate', label: 'Record accurate' },
  { value: 'notAccurate', label: 'Record not accurate' },
]

/** What the school said of the record, as a card shows it. */
export function responseWords(response: Visit['response']): string | null {
  return response === null ? null : response === 'accurate' ? 'Record accurate' : 'Record not accurate'
}

/** What is odd about a status on a day; it is said and stops nobody, because officers write up the past in any order. */
export function oddDay(status: VisitStatus, date: string | null, today: string): string | null {
  if (date === null) return null
  if (status === 'completed' && date > today) return 'This day is still to come'
  return status === 'planned' && date < today ? 'This day has passed' : null
}

/** What to ask where visits are there already that are the same as those to be recorded: of one school by its name, of more by their number. */
export function secondVisitWords(alike: readonly Pick<AlikeVisit, 'urn' | 'schoolName' | 'status'>[], { date, visitor }: { date: string; visitor: string }): string {
  const schools = new Map(alike.map(({ urn, schoolName }) => [urn, schoolName]))
  const [only] = schools.values()
  const day = writeDate(date)
  const there = alike.every(({ status }) => status === 'planned') ? 'planned' : 'recorded'
  if (schools.size === 1) return `A visit of ${visitor.trim()} to ${only ?? 'this school'} on ${day} is ${there} already. Record a second one?`
  const few = schools.size <= 5 ? `: ${[...schools.values()].join(', ')}` : ''
  return `Visits of ${visitor.trim()} to ${schools.size.toLocaleString('en-GB')} of these schools on ${day} are ${there} already${few}. Record second ones?`
}

/** "2015/16" */
export function schoolYearWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** Terms as a filter offers them. */
export function termOption({ key, title }: TermSpan): UiOption {
  return { value: key, label: title }
}

/** "1 September to 31 December 2015": the year once, where both days are in it. */
export function spanWords(from: string, to: string): string {
  return `${from.slice(0, 4) === to.slice(0, 4) ? writeDate(from).slice(0, -5) : writeDate(from)} to ${writeDate(to)}`
}

import type { CivilDate } from '../api/base.ts'
import type { Term } from '../api/settings.ts'
import type { PackageCounts, PackageEventKind, PackageState, Rag, Statute } from '../api/support.ts'
import { isLivePackage } from './package-state.ts'
import { termAfter, termOf } from './terms.ts'

/** What a package's story is made of. The first is `identified`. */
export interface PackageEventFact {
  id: string
  kind: PackageEventKind
  /** The day it took effect; a day after the one asked about does not count. */
  date: CivilDate
  /** Of a review. */
  rag: Rag | null
  /** The record that the package was carried on at. */
  schoolId: string | null
  /** Of an escalation. */
  statute: Statute | null
  guidance: string | null
  agreedWith: string | null
  funding: string | null
  /** ISO UTC. */
  recordedAt: string
}

/** A package as it stood on a day. */
export interface PackageStanding {
  state: PackageState
  identifiedOn: CivilDate
  startedOn: CivilDate | null
  endedOn: CivilDate | null
  /** Where it was carried on; null while it is at the school it began at. */
  schoolId: string | null
  review: { eventId: string; date: CivilDate; rag: Rag | null } | null
  /** The last day on which the term's review is in time; null where none is due. */
  reviewDue: CivilDate | null
  reviewOverdue: boolean
  /** The warning notice, while the package is escalated. */
  notice: { date: CivilDate; statute: Statute; guidance: string } | null
  agreedWith: string
  funding: string
}

const FORWARD = { diagnosed: 'diagnosed', agreed: 'agreed', started: 'active' } as const
const RANK: Partial<Record<PackageState, number>> = { needIdentified: 0, diagnosed: 1, agreed: 2, active: 3 }
const TURN = { paused: 'paused', resumed: 'active', escalated: 'escalated' } as const

/**
 * Folds a package's events into how it stood on a day, by date, then by when they were recorded, then by id.
 *
 * Officers backfill the past in any order, so the fold forgives order: a step forward never takes the package back, a
 * pause or an escalation lasts until the next turn, and what ended it ends it.
 *
 * @param terms whose boundaries the council has set: reviews are termly
 * @returns null where the need had not been identified by then
 */
export function packageOn(events: readonly PackageEventFact[], day: CivilDate, terms: readonly Term[] = []): PackageStanding | null {
  const identified = events.find((event) => event.kind === 'identified')
  if (!identified || identified.date > day) return null
  const standing: PackageStanding = {
    state: 'needIdentified',
    identifiedOn: identified.date,
    startedOn: null,
    endedOn: null,
    schoolId: null,
    review: null,
    reviewDue: null,
    reviewOverdue: false,
    notice: null,
    agreedWith: '',
    funding: '',
  }
  for (const event of inOrder(events)) {
    if (event.date > day || standing.endedOn !== null) break
    take(standing, event)
  }
  standing.reviewDue = reviewDue(standing, terms)
  standing.reviewOverdue = standing.reviewDue !== null && standing.reviewDue < day
  return standing
}

function take(standing: PackageStanding, event: PackageEventFact): void {
  const { kind, date } = event
  if (kind === 'diagnosed' || kind === 'agreed' || kind === 'started') {
    const next = FORWARD[kind]
    if ((RANK[standing.state] ?? Infinity) < (RANK[next] ?? 0)) standing.state = next
    if (kind === 'started') standing.startedOn ??= date
    if (kind === 'agreed') Object.assign(standing, { agreedWith: event.agreedWith ?? '', funding: event.funding ?? '' })
  } else if (kind === 'paused' || kind === 'resumed' || kind === 'escalated') {
    standing.state = TURN[kind]
    if (kind === 'resumed') standing.notice = null
    if (kind === 'escalated') standing.notice = event.statute === null ? null : { date, statute: event.statute, guidance: event.guidance ?? '' }
  } else if (kind === 'reviewed') {
    standing.review = { eventId: event.id, date, rag: event.rag }
  } else if (kind === 'carriedOn') {
    standing.schoolId = event.schoolId
  } else if (kind === 'completed' || kind === 'stopped') {
    standing.state = kind
    standing.endedOn = date
  }
}

/**
 * Packages are reviewed termly: first in the term in which they start, then in the term after each review. A paused
 * package is not reviewed; an escalated one is.
 */
function reviewDue({ state, startedOn, review }: PackageStanding, terms: readonly Term[]): CivilDate | null {
  if (state !== 'active' && state !== 'escalated') return null
  if (review !== null) return termAfter(review.date, terms).to
  return startedOn === null ? null : termOf(startedOn, terms).to
}

/** Events by date, then by when they were recorded, then by id; `identified` first of its day. */
export function inOrder<Event extends PackageEventFact>(events: readonly Event[]): Event[] {
  const key = ({ date, kind, recordedAt, id }: Event) => `${date} ${kind === 'identified' ? 0 : 1} ${recordedAt} ${id}`
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The figure "packages by state" (DOMAIN.md, "Statistics"): each package once, by its state on the day asked about. */
export function countPackages(states: Iterable<PackageState>): PackageCounts {
  const counts: PackageCounts = { needIdentified: 0, diagnosed: 0, agreed: 0, active: 0, paused: 0, escalated: 0, completed: 0, stopped: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

/** Whether the school's closing leaves something to decide: the package is live, and its record's last open day is past. */
export function mustDecide(standing: Pick<PackageStanding, 'state'>, closeDate: CivilDate | null, day: CivilDate): boolean {
  return isLivePackage(standing.state) && closeDate !== null && closeDate < day
}

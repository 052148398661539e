import type { CivilDate, SchoolGroup } from '../api/base.ts'
import type { Figure, FigureId, Move, MoveReason } from '../api/figures.ts'
import { valueOn } from './dated-facts.ts'
import { addDays } from './dates.ts'
import type { FigureFacts, FigureQuestion, RecordFacts } from './figure-facts.ts'
import { countFigures } from './figures.ts'
import { isOpenOn } from './open-on.ts'
import { predecessors, stepBack } from './school-line.ts'
import { groupOn, meetingKey, meetingsHeld, visitsThatCount } from './standings.ts'

/** A figure at two points, and what turned the one into the other, record by record. */
export interface MovedFigure {
  before: Figure
  after: Figure
  moves: Move[]
}

type Place = Move['from']

/**
 * Where a record stands in a figure: outside its group, in the group without counting, or counted. Between two counts
 * of a figure every record whose place differs has moved, so that the moves turn the sets of the one into the other's.
 *
 * @returns by URN
 */
export function movesBetween(before: Figure, after: Figure, why: (urn: string, from: Place, to: Place) => Pick<Move, 'why' | 'on'>): Move[] {
  const [then, now] = [placesOf(before), placesOf(after)]
  const urns = [...new Set([...then.keys(), ...now.keys()])].sort()
  return urns.flatMap((urn) => {
    const [from, to] = [then.get(urn) ?? 'out', now.get(urn) ?? 'out']
    return from === to ? [] : [{ urn, from, to, ...why(urn, from, to) }]
  })
}

function placesOf(figure: Figure): Map<string, Place> {
  const places = new Map<string, Place>(figure.denominatorUrns.map((urn) => [urn, 'rest']))
  for (const urn of figure.numeratorUrns) places.set(urn, 'counted')
  return places
}

/** The figures of two questions over the same or other facts, each with its partner. */
function paired(before: readonly Figure[], after: readonly Figure[]): { before: Figure; after: Figure }[] {
  return before.flatMap((figure) => {
    const partner = after.find(({ id, group }) => id === figure.id && group === figure.group)
    return partner ? [{ before: figure, after: partner }] : []
  })
}

/**
 * How the figures moved from one as-at date to a later one, by what the world did in between (DOMAIN.md, "Papers: why a
 * figure moved"). Both are counted from the same facts with the same settings.
 */
export function movedBetweenDates(facts: FigureFacts, question: FigureQuestion, earlier: CivilDate): MovedFigure[] {
  const first = { ...question, asAt: earlier }
  const explain = explainer(facts, first, question)
  return paired(countFigures(facts, first), countFigures(facts, question)).map(({ before, after }) => ({
    before,
    after,
    moves: movesBetween(before, after, (urn, from, to) => explain(urn, before, from, to)),
  }))
}

/**
 * How the figures of one date moved since they were first counted, by what was done to the records and the settings:
 * settings changed, facts recorded late, records corrected, in that order, each step counted for itself.
 *
 * @param then the facts as they were known, `late` with what was recorded since, `now` as they are
 */
export function movedByKnowledge(
  known: { then: FigureFacts; late: FigureFacts; now: FigureFacts },
  questionThen: FigureQuestion,
  questionNow: FigureQuestion,
): MovedFigure[] {
  const counts = [countFigures(known.then, questionThen), countFigures(known.then, questionNow), countFigures(known.late, questionNow), countFigures(known.now, questionNow)]
  const [first = [], ...steps] = counts
  const reasons = ['settings', 'recordedLate', 'corrected'] as const
  return first.map((before) => {
    let last = before
    const moves: Move[] = []
    for (const [at, figures] of steps.entries()) {
      const next = figures.find(({ id, group }) => id === before.id && group === before.group) ?? last
      const reason = reasons[at] ?? 'corrected'
      moves.push(...movesBetween(last, next, () => ({ why: reason, on: null })))
      last = next
    }
    return { before, after: last, moves }
  })
}

/** Says why a record moved between two dates: what happened to it, and on which day. */
function explainer(facts: FigureFacts, first: FigureQuestion, last: FigureQuestion) {
  const since = addDays(first.asAt, 1)
  const between: FigureQuestion = { ...last, from: since > first.from ? since : first.from }
  const records = new Map([...facts.records].map((record) => [record.urn, record]))
  const before = predecessors(facts.links)
  const neighbours = directNeighbours(facts)
  const deeds = deedsIn(facts, between)
  const firstMet = firstMeetings(facts, last)

  return (urn: string, figure: Figure, from: Place, to: Place): Pick<Move, 'why' | 'on'> => {
    const record = records.get(urn)
    // Of mean attendance a record with no place is outside the figure, though it never left the group.
    const stayed = record && figure.group !== null && isOf(record, figure.group, first) && isOf(record, figure.group, last)
    if (record && figure.group !== null && !stayed && from === 'out') return joined(record, figure.group)
    if (record && figure.group !== null && !stayed && to === 'out') return left(record, figure.group)
    if (record && figure.id === 'dsgCoverage' && isByDistrict(to)) return districtMet(record)
    const deed = deeds[figure.id]
    const line = last.settings.carryOver ? [urn, ...before(urn)] : [urn]
    const days = line.flatMap((one) => deed?.days.get(one) ?? []).sort()
    const on = deed?.why === 'judged' ? days.at(-1) : days[0]
    return deed && on !== undefined ? { why: deed.why, on } : { why: 'otherwise', on: null }
  }

  /** Whether a step in DSG coverage comes of its district's group having met, and not of attendance. */
  function isByDistrict(to: Place): boolean {
    return last.settings.dsgMethod === 'districtMet' || (last.settings.dsgMethod === 'meanAttendance' && to === 'rest')
  }

  /** The first meeting of its district's group, if that was held since; where it was not, the record changed its district. */
  function districtMet(record: RecordFacts): Pick<Move, 'why' | 'on'> {
    const district = valueOn(record.districts, last.asAt) || null
    const on = district === null ? undefined : firstMet.get(district)
    return on === undefined || on <= first.asAt ? { why: 'otherwise', on: null } : { why: 'districtMet', on }
  }

  function isOf(record: RecordFacts, group: SchoolGroup, question: FigureQuestion): boolean {
    return isOpenOn(record, question.asAt) && groupOn(facts, record, question) === group
  }

  function joined(record: RecordFacts, group: SchoolGroup): Pick<Move, 'why' | 'on'> {
    if (isOpenOn(record, first.asAt)) return changedType(record, group)
    return { why: hasOtherGroup(neighbours.before(record.urn), group) ? 'converted' : 'opened', on: record.openDate }
  }

  function left(record: RecordFacts, group: SchoolGroup): Pick<Move, 'why' | 'on'> {
    if (isOpenOn(record, last.asAt)) return changedType(record, null)
    return { why: hasOtherGroup(neighbours.after(record.urn), group) ? 'converted' : 'closed', on: record.closeDate }
  }

  /** The first day on which the record was of the group, or no longer of its old one. */
  function changedType(record: RecordFacts, group: SchoolGroup | null): Pick<Move, 'why' | 'on'> {
    const old = groupOn(facts, record, first)
    const days = record.types.map(({ validFrom }) => validFrom).filter((day) => day > first.asAt && day <= last.asAt).sort()
    const on = days.find((day) => {
      const then = groupOn(facts, record, { ...last, asAt: day })
      return group === null ? then !== old : then === group
    })
    return on === undefined ? { why: 'otherwise', on: null } : { why: 'changedType', on }
  }

  /** Whether one of the records next in line is of another group by its last known type: then it was a conversion. */
  function hasOtherGroup(urns: readonly string[], group: SchoolGroup): boolean {
    return urns.some((urn) => {
      const record = records.get(urn)
      const type = record ? valueOn(record.types, last.asAt) : null
      return type !== null && facts.groupOfType(type) !== group
    })
  }
}

interface Deeds {
  why: MoveReason
  days: ReadonlyMap<string, CivilDate[]>
}

/** What makes a record of the group count, by figure: the days of each record on which it was done in the window. */
function deedsIn(facts: FigureFacts, window: FigureQuestion): Partial<Record<FigureId, Deeds>> {
  const held = meetingsHeld(facts, window)
  const attended = [...facts.attendance].filter((row) => row.attended && held.has(meetingKey(row)))
  const judged = [...facts.judgements].filter(({ decidedOn }) => window.from <= decidedOn && decidedOn <= window.asAt)
  return {
    visited: { why: 'visited', days: daysOf(visitsThatCount(facts, window)) },
    dsgCoverage: { why: 'attended', days: daysOf(attended) },
    packagesRequired: { why: 'judged', days: daysOf(judged.map(({ urn, decidedOn }) => ({ urn, date: decidedOn }))) },
  }
}

/** The day of the first meeting in the window of each district's group. */
function firstMeetings(facts: FigureFacts, window: FigureQuestion): Map<string, CivilDate> {
  const first = new Map<string, CivilDate>()
  for (const { district, date } of meetingsHeld(facts, window).values()) {
    const known = district ? first.get(district) : undefined
    if (district && (known === undefined || date < known)) first.set(district, date)
  }
  return first
}

function daysOf(deeds: readonly { urn: string; date: CivilDate }[]): Map<string, CivilDate[]> {
  return new Map([...Map.groupBy(deeds, ({ urn }) => urn)].map(([urn, of]) => [urn, of.map(({ date }) => date)]))
}

/** The records next to one in its line, on either side. */
function directNeighbours({ links }: FigureFacts) {
  const steps = [...links].flatMap((link) => stepBack(link) ?? [])
  const before = Map.groupBy(steps, (step) => step.urn)
  const after = Map.groupBy(steps, (step) => step.before)
  return {
    before: (urn: string) => (before.get(urn) ?? []).map((step) => step.before),
    after: (urn: string) => (after.get(urn) ?? []).map((step) => step.urn),
  }
}

import type { SchoolGroup } from '../api/base.ts'
import { valueOn } from './dated-facts.ts'
import type { DsgMeetingFact, FigureFacts, FigureQuestion, JudgementFact, RecordFacts } from './figure-facts.ts'
import { foldWords } from './fold-words.ts'
import { isOpenOn } from './open-on.ts'
import { predecessors } from './school-line.ts'

/** How one open record of a group stands on the as-at date, for every statistic at once. */
export interface Standing {
  urn: string
  group: SchoolGroup
  /** Null where no district is recorded. */
  district: string | null
  visited: boolean
  attended: boolean
  requiresPackage: boolean
}

/**
 * The records of E(maintained, t) and E(academy, t) and what each adds to a numerator (DOMAIN.md, "Statistics"):
 * a visit that counts in the window, a DSG meeting attended in the window, a latest judgement that requires a package.
 * Every other figure and every list behind one is drawn from this single pass.
 *
 * @returns in order of URN
 */
export function standingsOn(facts: FigureFacts, question: FigureQuestion): Standing[] {
  const visited = visitedUrns(facts, question)
  const attended = attendedUrns(facts, question)
  const judged = latestJudgements(facts, question)
  const leftOut = new Set(question.settings.phasesLeftOut.map(foldWords))
  const before = question.settings.carryOver ? predecessors(facts.links) : () => []

  const standings: Standing[] = []
  for (const record of facts.records) {
    const group = groupOn(facts, record, question)
    if (group === null || !isOpenOn(record, question.asAt) || leftOut.has(foldWords(record.phase))) continue
    const line = [record.urn, ...before(record.urn)]
    standings.push({
      urn: record.urn,
      group,
      district: valueOn(record.districts, question.asAt) || null,
      visited: line.some((urn) => visited.has(urn)),
      attended: line.some((urn) => attended.has(urn)),
      requiresPackage: latestOf(line, judged)?.requires ?? false,
    })
  }
  return standings.sort((a, b) => (a.urn < b.urn ? -1 : 1))
}

/** Meetings held in the window, each group and date once: the key of a meeting is `meetingKey`. */
export function meetingsHeld(facts: FigureFacts, { from, asAt }: FigureQuestion): Map<string, DsgMeetingFact> {
  const held = new Map<string, DsgMeetingFact>()
  for (const meeting of facts.dsgMeetings) {
    if (from <= meeting.date && meeting.date <= asAt) held.set(meetingKey(meeting), meeting)
  }
  return held
}

/** Tells one meeting from another: a group and a date. */
export function meetingKey({ groupKey, date }: DsgMeetingFact): string {
  return `${date} ${groupKey}`
}

function groupOn(facts: FigureFacts, record: RecordFacts, { asAt }: FigureQuestion): SchoolGroup | null {
  const type = valueOn(record.types, asAt)
  const group = type === null ? 'neither' : facts.groupOfType(type)
  return group === 'neither' ? null : group
}

function visitedUrns(facts: FigureFacts, { from, asAt, settings }: FigureQuestion): Set<string> {
  const kinds = new Set(settings.contactKinds)
  const urns = new Set<string>()
  for (const visit of facts.visits) {
    const inWindow = from <= visit.date && visit.date <= asAt
    if (inWindow && visit.status === 'completed' && visit.counts && kinds.has(visit.kind)) urns.add(visit.urn)
  }
  return urns
}

function attendedUrns(facts: FigureFacts, question: FigureQuestion): Set<string> {
  const held = meetingsHeld(facts, question)
  const urns = new Set<string>()
  for (const row of facts.attendance) if (row.attended && held.has(meetingKey(row))) urns.add(row.urn)
  return urns
}

/** The latest judgement of each record by itself, on or before t: there is no lower bound. */
function latestJudgements(facts: FigureFacts, { asAt }: FigureQuestion): Map<string, JudgementFact> {
  const latest = new Map<string, JudgementFact>()
  for (const judgement of facts.judgements) {
    if (judgement.decidedOn <= asAt) latest.set(judgement.urn, later(latest.get(judgement.urn), judgement))
  }
  return latest
}

function latestOf(line: readonly string[], judged: ReadonlyMap<string, JudgementFact>): JudgementFact | undefined {
  let latest: JudgementFact | undefined
  for (const urn of line) {
    const judgement = judged.get(urn)
    if (judgement) latest = later(latest, judgement)
  }
  return latest
}

function later(a: JudgementFact | undefined, b: JudgementFact): JudgementFact {
  if (a === undefined) return b
  if (a.decidedOn !== b.decidedOn) return a.decidedOn > b.decidedOn ? a : b
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt ? a : b
  return a.id > b.id ? a : b
}

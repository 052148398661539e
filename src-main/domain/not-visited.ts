import type { CivilDate, SchoolGroup } from '../api/base.ts'
import { daysBetween } from './dates.ts'
import type { FigureFacts, FigureQuestion } from './figure-facts.ts'
import { predecessors } from './school-line.ts'
import { standingsOn } from './standings.ts'

/** An open record of a group without a visit that counts in the window. */
export interface NotVisited {
  urn: string
  group: SchoolGroup
  district: string | null
  /** The latest visit that would count but for the window, along the line; null where there is none. */
  lastVisit: CivilDate | null
  /** Whole days since then; null where there has been no visit. */
  days: number | null
}

/**
 * Who has not been visited and for how long: the denominator of the figure `visited` (DOMAIN.md, "Statistics") less its
 * numerator, each with its latest visit before the window.
 *
 * @returns never visited first, then the longest without; in order of URN where that is the same
 */
export function notVisitedOn(facts: FigureFacts, question: FigureQuestion): NotVisited[] {
  const { asAt, settings } = question
  const before = settings.carryOver ? predecessors(facts.links) : () => []
  const latest = latestVisits(facts, question)
  return standingsOn(facts, question)
    .filter((standing) => !standing.visited)
    .map(({ urn, group, district }) => {
      const lastVisit = [urn, ...before(urn)].map((one) => latest.get(one) ?? '').sort().at(-1) || null
      return { urn, group, district, lastVisit, days: lastVisit === null ? null : daysBetween(lastVisit, asAt) }
    })
    .sort((a, b) => longest(a, b) || (a.urn < b.urn ? -1 : 1))
}

/** The latest visit of each record that counts on or before t, without the lower bound of the window. */
function latestVisits(facts: FigureFacts, { asAt, settings }: FigureQuestion): Map<string, CivilDate> {
  const kinds = new Set(settings.contactKinds)
  const latest = new Map<string, CivilDate>()
  for (const visit of facts.visits) {
    if (visit.status !== 'completed' || !visit.counts || !kinds.has(visit.kind) || visit.date > asAt) continue
    const known = latest.get(visit.urn)
    if (known === undefined || known < visit.date) latest.set(visit.urn, visit.date)
  }
  return latest
}

function longest(a: NotVisited, b: NotVisited): number {
  if (a.days === null || b.days === null) return Number(b.days === null) - Number(a.days === null)
  return b.days - a.days
}

import type { CivilDate, SchoolGroup } from '../api/base.ts'
import type { Term } from '../api/settings.ts'
import { partsOf } from './dates.ts'
import { addShares, dsgShares, type DsgShare } from './dsg-coverage.ts'
import type { FigureFacts, FigureQuestion } from './figure-facts.ts'
import { meetingsHeld, standingsOn, visitsThatCount, type Standing } from './standings.ts'
import { termsBetween } from './terms.ts'

/** The counts of one group in one part of the register; over all parts they add up to the figures. */
export interface PartCounts {
  group: SchoolGroup
  open: number
  visited: number
  /** DSG coverage by the method that the settings choose, `reached` out of `reachedOf`: schools, or of mean attendance places. */
  reached: number
  reachedOf: number
  requirePackage: number
}

/** One group of one district. Null for the records without one. */
export interface DistrictFigures extends PartCounts {
  district: string | null
}

/** One group of one phase of education, as the register writes it. Null for the records without one. */
export interface PhaseFigures extends PartCounts {
  phase: string | null
}

/** A term: how things stood at its end, and what was done in it. */
export interface TermFigures {
  key: string
  title: string
  /** The first and last day that are counted as done in the term: within the question's window. */
  from: CivilDate
  /** The day of the state: the term's last, or the as-at date while the term is running. */
  asAt: CivilDate
  running: boolean
  /** Maintained, then academy. */
  groups: (PartCounts & { visitedInTerm: number; reachedInTerm: number; reachedInTermOf: number })[]
  /** Visits that count and meetings held in the term. */
  visits: number
  dsgMeetings: number
}

const GROUPS = ['maintained', 'academy'] as const

/**
 * The same count as `countFigures`, by district as it stood on the as-at date.
 *
 * @returns by district's name, maintained before academy, the records without a district last; both groups for every
 *   district in which either has an open record
 */
export function countByDistrict(facts: FigureFacts, question: FigureQuestion): DistrictFigures[] {
  return countBy(facts, question, (standing) => standing.district).map(({ part, ...counts }) => ({ district: part, ...counts }))
}

/** The same by phase of education, in the same order as the districts. */
export function countByPhase(facts: FigureFacts, question: FigureQuestion): PhaseFigures[] {
  return countBy(facts, question, (standing) => standing.phase).map(({ part, ...counts }) => ({ phase: part, ...counts }))
}

/** Twenty school years: more is a slip of the keyboard, and every term is counted from all the records. */
export const MOST_TERMS = 60

/** Whether a window has more terms than are counted at once. One far too long is told by its years, without its terms. */
export function hasTooManyTerms({ from, asAt }: Pick<FigureQuestion, 'from' | 'asAt'>, terms: readonly Term[] = []): boolean {
  const years = partsOf(asAt).year - partsOf(from).year
  return years > MOST_TERMS / 3 + 1 || termsBetween(from, asAt, terms).length > MOST_TERMS
}

/** Every term from the window's first day to the as-at date, in order, each with the part of it that lies in the window. */
export function termWindows(question: Pick<FigureQuestion, 'from' | 'asAt'>, terms: readonly Term[] = []): Pick<TermFigures, 'key' | 'title' | 'from' | 'asAt' | 'running'>[] {
  return termsBetween(question.from, question.asAt, terms).map(({ key, title, from, to }) => ({
    key,
    title,
    from: from > question.from ? from : question.from,
    asAt: to < question.asAt ? to : question.asAt,
    running: to > question.asAt,
  }))
}

/** The figures term by term; `terms` are those whose boundaries the council has set. */
export function countByTerm(facts: FigureFacts, question: FigureQuestion, terms: readonly Term[] = []): TermFigures[] {
  return termWindows(question, terms).map((term) => {
    const { from, asAt } = term
    const atEnd = standingsOn(facts, { ...question, asAt })
    const inTerm = standingsOn(facts, { ...question, asAt, from })
    const [shareAtEnd, shareInTerm] = [dsgShares(facts, { ...question, asAt }), dsgShares(facts, { ...question, asAt, from })]
    return {
      ...term,
      groups: GROUPS.map((group) => {
        const end = counts(atEnd.filter((standing) => standing.group === group), shareAtEnd)
        const { visited, reached, reachedOf } = counts(inTerm.filter((standing) => standing.group === group), shareInTerm)
        return { group, ...end, visitedInTerm: visited, reachedInTerm: reached, reachedInTermOf: reachedOf }
      }),
      visits: visitsThatCount(facts, { ...question, asAt, from }).length,
      dsgMeetings: meetingsHeld(facts, { ...question, asAt, from }).size,
    }
  })
}

function countBy(facts: FigureFacts, question: FigureQuestion, partOf: (standing: Standing) => string | null): (PartCounts & { part: string | null })[] {
  const shareOf = dsgShares(facts, question)
  const parts = Map.groupBy(standingsOn(facts, question), partOf)
  return [...parts.entries()]
    .sort(([a], [b]) => byName(a, b))
    .flatMap(([part, standings]) => GROUPS.map((group) => ({ part, group, ...counts(standings.filter((standing) => standing.group === group), shareOf) })))
}

function counts(standings: readonly Standing[], shareOf: (standing: Standing) => DsgShare): Omit<PartCounts, 'group'> {
  const { reached, of } = addShares(standings.map(shareOf))
  return {
    open: standings.length,
    visited: standings.filter(({ visited }) => visited).length,
    reached,
    reachedOf: of,
    requirePackage: standings.filter(({ requiresPackage }) => requiresPackage).length,
  }
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a.localeCompare(b, 'en-GB')
}

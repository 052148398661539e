import type { SchoolGroup } from '../api/base.ts'
import type { Figure, FigureId } from '../api/figures.ts'
import { addShares, dsgShares, type DsgShare } from './dsg-coverage.ts'
import type { FigureFacts, FigureQuestion } from './figure-facts.ts'
import { countText } from './number-words.ts'
import { NOT_APPLICABLE, percentOf, percentText } from './percent.ts'
import { meetingsHeld, standingsOn } from './standings.ts'
import type { Standing } from './standings.ts'

/**
 * The statistics of DOMAIN.md to the letter: visited, DSG coverage, DSG rounds and meetings, packages required, with
 * the records behind each.
 *
 * @returns always the eight figures in this order: visited, DSG coverage (each maintained, academy), DSG rounds, DSG
 *   meetings, packages required (maintained, academy)
 */
export function countFigures(facts: FigureFacts, question: FigureQuestion): Figure[] {
  const standings = standingsOn(facts, question)
  const share = (id: FigureId, group: SchoolGroup, counts: (standing: Standing) => boolean): Figure => {
    const denominator = standings.filter((standing) => standing.group === group)
    return shareFigure(id, group, question, { numerator: denominator.filter(counts), denominator })
  }
  const shareOf = dsgShares(facts, question)
  const dsgCoverage = (group: SchoolGroup): Figure => coverageFigure(group, question, standings.filter((standing) => standing.group === group), shareOf)
  const { meetings, rounds } = dsgCounts(facts, question)
  return [
    share('visited', 'maintained', (standing) => standing.visited),
    share('visited', 'academy', (standing) => standing.visited),
    dsgCoverage('maintained'),
    dsgCoverage('academy'),
    countFigure('dsgRounds', rounds, question),
    countFigure('dsgMeetings', meetings, question),
    share('packagesRequired', 'maintained', (standing) => standing.requiresPackage),
    share('packagesRequired', 'academy', (standing) => standing.requiresPackage),
  ]
}

/** Meetings held in the window, and rounds: the most that any one group has held (DOMAIN.md, "DSG meeting"). */
function dsgCounts(facts: FigureFacts, question: FigureQuestion): { meetings: number; rounds: number } {
  const held = meetingsHeld(facts, question)
  const ofGroup = new Map<string, number>()
  for (const { groupKey } of held.values()) ofGroup.set(groupKey, (ofGroup.get(groupKey) ?? 0) + 1)
  return { meetings: held.size, rounds: Math.max(0, ...ofGroup.values()) }
}

/** DSG coverage by the method that the settings choose; of mean attendance the counts are places, the records behind them schools. */
function coverageFigure(group: SchoolGroup, question: FigureQuestion, open: Standing[], shareOf: (standing: Standing) => DsgShare): Figure {
  const shares = new Map(open.map((standing) => [standing, shareOf(standing)]))
  const where = (counts: (share: DsgShare) => boolean) => [...shares].flatMap(([standing, share]) => (counts(share) ? [standing] : []))
  const { reached, of } = addShares([...shares.values()])
  return shareFigure('dsgCoverage', group, question, { numerator: where((share) => share.reached > 0), denominator: where((share) => share.of > 0) }, { numerator: reached, denominator: of })
}

function shareFigure(
  id: FigureId,
  group: SchoolGroup,
  question: FigureQuestion,
  behind: { numerator: Standing[]; denominator: Standing[] },
  counts = { numerator: behind.numerator.length, denominator: behind.denominator.length },
): Figure {
  const { numerator, denominator } = counts
  const percent = percentOf(numerator, denominator)
  return {
    id,
    group,
    numerator,
    denominator,
    percent,
    text: shareText(id, numerator, percent),
    ...asked(question),
    numeratorUrns: behind.numerator.map((standing) => standing.urn),
    denominatorUrns: behind.denominator.map((standing) => standing.urn),
  }
}

/** The paper says "87%" of visits and coverage, but "78 maintained schools" of packages. */
function shareText(id: FigureId, numerator: number, percent: number | null): string {
  if (percent === null) return NOT_APPLICABLE
  return id === 'packagesRequired' ? countText(numerator) : percentText(percent)
}

function countFigure(id: FigureId, count: number, question: FigureQuestion): Figure {
  return {
    id,
    group: null,
    numerator: count,
    denominator: null,
    percent: null,
    text: countText(count),
    ...asked(question),
    numeratorUrns: [],
    denominatorUrns: [],
  }
}

function asked({ asAt, from, settings }: FigureQuestion): Pick<Figure, 'asAt' | 'from' | 'settings'> {
  return { asAt, from, settings }
}

import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { civilDate, schoolGroup, type SchoolGroup } from '../../../src-main/api/base.ts'
import { figureId, type FigureId } from '../../../src-main/api/figures.ts'

/** Which side of a figure: the records counted, those not counted, or all it was counted from. */
export const sides = ['numerator', 'rest', 'denominator'] as const
export type Side = (typeof sides)[number]

/** The ways of looking at the figures: all of them, by part of the register, by term, those on actions, or two dates side by side. */
export const views = ['figures', 'district', 'phase', 'term', 'actions', 'compare'] as const
export type View = (typeof views)[number]

/** The figures on actions that are compared, as the address calls them. */
export const comparedActions = ['actionsOpen', 'actionsOverdue', 'actionsDone', 'daysToDone'] as const
export type ComparedAction = (typeof comparedActions)[number]

/** In the address: the records without a district, or without a phase. */
export const NOT_RECORDED = 'not-recorded'

/** One number of the page, to look behind. */
export interface ChosenNumber {
  id: FigureId
  group: SchoolGroup
  side: Side
  /** One district or phase only; null for the records without one, absent for all. */
  district?: string | null
  phase?: string | null
  /** The number's own window where it is not the page's: a term's. */
  term?: { from?: string; asAt: string }
}

/** What the page is about: the dates of the question, and the number that is looked behind. Absent dates are the core's own. */
export interface CoverageAddress {
  view: View
  asAt?: string
  from?: string
  /** The first of the two dates that are compared. */
  before?: string
  chosen: ChosenNumber | null
  /** While two dates are compared: the figure that is looked into, and one of the reasons why it moved. */
  compared?: ComparedFigure | undefined
}

export interface ComparedFigure {
  id: FigureId | ComparedAction
  /** Null for a count of meetings, and for actions. */
  group: SchoolGroup | null
  because?: string
}

export function readCoverage(query: LocationQuery): CoverageAddress {
  const date = (name: string) => civilDate.safeParse(query[name]).data
  const [asAt, from, before] = [date('asAt'), date('from'), date('before')]
  const view = views.find((one) => one === query['view']) ?? 'figures'
  const compared = view === 'compare' ? readCompared(query) : null
  return {
    view,
    ...(asAt !== undefined && { asAt }),
    ...(from !== undefined && { from }),
    ...(before !== undefined && { before }),
    chosen: readChosen(query),
    ...(compared && { compared }),
  }
}

export function writeCoverage({ view, asAt, from, before, chosen, compared }: CoverageAddress): LocationQueryRaw {
  return {
    ...(view !== 'figures' && { view }),
    ...(asAt && { asAt }),
    ...(from && { from }),
    ...(before && { before }),
    ...(chosen && { figure: chosen.id, group: chosen.group, side: chosen.side }),
    ...(view === 'compare' && compared && { figure: compared.id, ...(compared.group && { group: compared.group }), ...(compared.because !== undefined && { why: compared.because }) }),
    ...(chosen?.district !== undefined && { district: chosen.district ?? NOT_RECORDED }),
    ...(chosen?.phase !== undefined && { phase: chosen.phase ?? NOT_RECORDED }),
    ...(chosen?.term && { termTo: chosen.term.asAt, ...(chosen.term.from !== undefined && { termFrom: chosen.term.from }) }),
  }
}

function readCompared(query: LocationQuery): ComparedFigure | null {
  const named = query['figure']
  const id = figureId.safeParse(named).data ?? comparedActions.find((one) => one === named)
  const group = schoolGroup.safeParse(query['group'])
  const because = query['why']
  if (id === undefined) return null
  return { id, group: group.success ? group.data : null, ...(typeof because === 'string' && { because }) }
}

function readChosen(query: LocationQuery): ChosenNumber | null {
  const id = figureId.safeParse(query['figure'])
  const group = schoolGroup.safeParse(query['group'])
  const side = sides.find((one) => one === query['side'])
  if (!id.success || !group.success || side === undefined) return null
  const termTo = civilDate.safeParse(query['termTo'])
  const termFrom = civilDate.safeParse(query['termFrom'])
  const part = (name: 'district' | 'phase') => {
    const value = query[name]
    return typeof value === 'string' && { [name]: value === NOT_RECORDED ? null : value }
  }
  return {
    id: id.data,
    group: group.data,
    side,
    ...part('district'),
    ...part('phase'),
    ...(termTo.success && { term: { asAt: termTo.data, ...(termFrom.success && { from: termFrom.data }) } }),
  }
}

/** Whether two numbers of the page are the same one. */
export function isSameNumber(a: ChosenNumber | null, b: ChosenNumber | null): boolean {
  if (a === null || b === null) return false
  return a.id === b.id && a.group === b.group && a.side === b.side && a.district === b.district && a.phase === b.phase && a.term?.asAt === b.term?.asAt && a.term?.from === b.term?.from
}

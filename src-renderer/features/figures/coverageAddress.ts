import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { civilDate, schoolGroup, type SchoolGroup } from '../../../src-main/api/base.ts'
import { figureId, type FigureId } from '../../../src-main/api/figures.ts'

/** Which side of a figure: the records counted, those not counted, or all it was counted from. */
export const sides = ['numerator', 'rest', 'denominator'] as const
export type Side = (typeof sides)[number]

/** In the address: the records without a district. */
export const NO_DISTRICT = 'not-recorded'

/** One number of the page, to look behind. */
export interface ChosenNumber {
  id: FigureId
  group: SchoolGroup
  side: Side
  /** One district only; null for the records without one, absent for all. */
  district?: string | null
}

/** What the page is about: the dates of the question, and the number that is looked behind. Absent dates are the core's own. */
export interface CoverageAddress {
  asAt?: string
  from?: string
  chosen: ChosenNumber | null
}

export function readCoverage(query: LocationQuery): CoverageAddress {
  const asAt = civilDate.safeParse(query['asAt'])
  const from = civilDate.safeParse(query['from'])
  return { ...(asAt.success && { asAt: asAt.data }), ...(from.success && { from: from.data }), chosen: readChosen(query) }
}

export function writeCoverage({ asAt, from, chosen }: CoverageAddress): LocationQueryRaw {
  return {
    ...(asAt && { asAt }),
    ...(from && { from }),
    ...(chosen && { figure: chosen.id, group: chosen.group, side: chosen.side }),
    ...(chosen?.district !== undefined && { district: chosen.district ?? NO_DISTRICT }),
  }
}

function readChosen(query: LocationQuery): ChosenNumber | null {
  const id = figureId.safeParse(query['figure'])
  const group = schoolGroup.safeParse(query['group'])
  const side = sides.find((one) => one === query['side'])
  if (!id.success || !group.success || side === undefined) return null
  const district = query['district']
  return {
    id: id.data,
    group: group.data,
    side,
    ...(typeof district === 'string' && { district: district === NO_DISTRICT ? null : district }),
  }
}

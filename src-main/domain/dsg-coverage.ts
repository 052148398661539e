import type { FigureFacts, FigureQuestion } from './figure-facts.ts'
import { predecessors } from './school-line.ts'
import { meetingKey, meetingsHeld, type Standing } from './standings.ts'

/** What one open record, or many, add to DSG coverage: so many of so many, schools or places by the method. */
export interface DsgShare {
  reached: number
  of: number
}

/**
 * What each open record adds to DSG coverage by the method that the settings choose: a school reached, of one school;
 * of mean attendance the places it took, of those it had. Whatever counts coverage adds these up, so that parts agree
 * with the whole.
 */
export function dsgShares(facts: FigureFacts, question: FigureQuestion): (standing: Standing) => DsgShare {
  const method = question.settings.dsgMethod ?? 'attended'
  if (method === 'attended') return ({ attended }) => ({ reached: Number(attended), of: 1 })
  const reachOf = dsgReach(facts, question)
  return (standing) => {
    const { districtMet, attended, places } = reachOf(standing)
    return method === 'districtMet' ? { reached: Number(districtMet), of: 1 } : { reached: attended, of: places }
  }
}

/** The shares of many records as one. */
export function addShares(shares: readonly DsgShare[]): DsgShare {
  return shares.reduce((sum, { reached, of }) => ({ reached: sum.reached + reached, of: sum.of + of }), { reached: 0, of: 0 })
}

/** How far District Strategy Groups reached one record, for the methods beside "attended at least one". */
interface DsgReach {
  /** The group of its district has met in the window. */
  districtMet: boolean
  /** Meetings that it attended, along the line. */
  attended: number
  /** Meetings at which it had a place: those of its district's group, and whichever else it attended. */
  places: number
}

/**
 * The other methods of DSG coverage (DOMAIN.md, "DSG coverage"): schools in a district whose DSG has met, and mean
 * attendance a meeting, which is the share of places taken over all meetings held in the window.
 */
function dsgReach(facts: FigureFacts, question: FigureQuestion): (standing: Pick<Standing, 'urn' | 'district'>) => DsgReach {
  const held = meetingsHeld(facts, question)
  const before = question.settings.carryOver ? predecessors(facts.links) : () => []
  const ofDistrict = new Map<string, string[]>()
  for (const [key, { district }] of held) {
    if (district) ofDistrict.set(district, [...(ofDistrict.get(district) ?? []), key])
  }
  const ofRecord = new Map<string, string[]>()
  for (const row of facts.attendance) {
    const key = meetingKey(row)
    if (row.attended && held.has(key)) ofRecord.set(row.urn, [...(ofRecord.get(row.urn) ?? []), key])
  }
  return ({ urn, district }) => {
    const own = district === null ? [] : (ofDistrict.get(district) ?? [])
    const attended = new Set([urn, ...before(urn)].flatMap((one) => ofRecord.get(one) ?? []))
    return { districtMet: own.length > 0, attended: attended.size, places: new Set([...own, ...attended]).size }
  }
}

import type { FigureFacts, FigureQuestion } from './figure-facts.ts'
import { predecessors } from './school-line.ts'
import { meetingKey, meetingsHeld, type Standing } from './standings.ts'

/** How far District Strategy Groups reached one record, for the methods beside "attended at least one". */
export interface DsgReach {
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
export function dsgReach(facts: FigureFacts, question: FigureQuestion): (standing: Pick<Standing, 'urn' | 'district'>) => DsgReach {
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

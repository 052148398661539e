import type { FigureFacts, FigureQuestion, MembershipFact } from './figure-facts.ts'
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

const NONE: readonly MembershipFact[] = []

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
  /** Meetings at which it had a place: those of the group that it was a member of on the day, and whichever else it attended. */
  places: number
}

/**
 * The other methods of DSG coverage (DOMAIN.md, "DSG coverage"): schools in a district whose DSG has met, and mean
 * attendance a meeting, which is the share of places taken over all meetings held in the window. A school is a member of
 * its district's group, unless an officer took it out on the day of the meeting, and of a group that it was put into.
 * What was said of a school before its conversion is said of its successor, as far as nothing is said of that itself; of
 * several schools that became one, one that was a member is enough.
 */
function dsgReach(facts: FigureFacts, question: FigureQuestion): (standing: Pick<Standing, 'urn' | 'district'>) => DsgReach {
  const held = meetingsHeld(facts, question)
  const before = question.settings.carryOver ? predecessors(facts.links) : () => []
  const ofDistrict = new Map<string, string[]>()
  for (const [key, { district }] of held) {
    if (district) ofDistrict.set(district, [...(ofDistrict.get(district) ?? []), key])
  }
  const said = Map.groupBy(facts.memberships ?? [], ({ urn }) => urn)
  const ofRecord = new Map<string, string[]>()
  for (const row of facts.attendance) {
    const key = meetingKey(row)
    if (row.attended && held.has(key)) ofRecord.set(row.urn, [...(ofRecord.get(row.urn) ?? []), key])
  }

  /** The meetings at which a school had a place: those of its district's group, less and more as officers said of it and of those before it in line. */
  function memberAt(own: readonly string[], words: readonly MembershipFact[], before: readonly MembershipFact[]): readonly string[] {
    if (words.length === 0 && before.length === 0) return own
    const byDistrict = new Set(own)
    return [...held].flatMap(([key, { groupKey, date }]) => {
      const inForce = (one: MembershipFact) => one.groupKey === groupKey && one.validFrom <= date && (one.validTo === null || date <= one.validTo)
      const earlier = before.filter(inForce)
      const member = words.find(inForce)?.member ?? (earlier.length > 0 ? earlier.some((one) => one.member) : byDistrict.has(key))
      return member ? [key] : []
    })
  }

  return ({ urn, district }) => {
    const own = district === null ? [] : (ofDistrict.get(district) ?? [])
    const line = [urn, ...before(urn)]
    const attended = new Set(line.flatMap((one) => ofRecord.get(one) ?? []))
    const places = memberAt(own, said.get(urn) ?? NONE, line.slice(1).flatMap((one) => said.get(one) ?? NONE))
    return { districtMet: own.length > 0, attended: attended.size, places: new Set([...places, ...attended]).size }
  }
}

import type { z } from 'zod'
import type { districtsEntry } from '../../api/schools.ts'
import type { ReadHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { refuse } from '../../domain/refusal.ts'
import { districtSpeller, townOfCouncil } from '../../imports/district-name.ts'
import { readSettings } from '../settings/queries.ts'
import { factsOf, findRecord, knownDistricts } from './queries.ts'

/** A school that will be in another district. */
export interface DistrictMove {
  id: string
  name: string
  /** Its district on the day; null where none is known. */
  before: string | null
}

/**
 * Which of the schools are in another district on the day, or in none. The district is spelled as the workspace spells
 * it. Refuses where a school is not in the register: a selection that is half done would be worse than none.
 */
export function districtMoves(db: ReadHandle, { urns, district: typed, from }: z.infer<typeof districtsEntry>): { district: string; moves: DistrictMove[]; unchanged: number } {
  const district = districtSpeller(knownDistricts(db), townOfCouncil(readSettings(db).council)).spelled(cleanText(typed).trim())
  const asked = [...new Set(urns)]
  const moves = asked.flatMap((urn) => {
    const school = findRecord(db, urn) ?? refuse('no-such-school', `There is no school with URN ${urn} in the register. Nothing was changed. Import the register, or take it out of the selection.`)
    const before = valueOn(factsOf(db, school.id).filter(({ fact }) => fact === 'district'), from)
    return before === district ? [] : [{ id: school.id, name: school.name, before }]
  })
  return { district, moves, unchanged: asked.length - moves.length }
}

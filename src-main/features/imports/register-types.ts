import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import { sameSpelling } from '../../imports/register-plan.ts'
import type { RegisterRow } from '../../imports/register-rows.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { giveTypeGroup, insertType } from './register-queries.ts'

/**
 * Compares the types of a file's rows with the workspace's table: spells them as the table does, and answers what is to
 * be written there. A type that the table does not have is added, with the group that the rule gives it; one that first
 * came without a type group gets the group as soon as a file says it. Notes tell both.
 */
export function typeReader(db: ReadHandle, notes: string[]): (row: RegisterRow) => ((to: WriteHandle) => void) | null {
  const stored = establishmentTypes(db)
  const types = sameSpelling(stored.map(({ name }) => name))
  const withoutGroup = new Set(stored.filter(({ typeGroup }) => typeGroup === '').map(({ name }) => name))
  return (row) => {
    if (row.type === null) return null
    const type = types.spelled(row.type)
    const { typeGroup } = row
    row.type = type
    if (types.isNew(type)) {
      if (typeGroup === '') withoutGroup.add(type)
      notes.push(`"${type}" is a new type of establishment and will be added to the table of types.`)
      return (to) => insertType(to, type, typeGroup)
    }
    if (typeGroup === '' || !withoutGroup.delete(type)) return null
    notes.push(`"${type}" stood in the table of types without a type group. It is of the type group ${typeGroup}, and the table will say so.`)
    return (to) => giveTypeGroup(to, type, typeGroup)
  }
}

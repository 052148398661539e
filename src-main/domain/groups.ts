import type { SchoolGroup } from '../api/base.ts'
import { foldWords } from './fold-words.ts'

/** Where a record stands in the statistics, by its type of establishment (DOMAIN.md, "Group"). */
export type Group = SchoolGroup | 'neither'

/** A row of the workspace's table of types. Officers edit it, because the register adds types. */
export interface EstablishmentType {
  /** As the register writes it: "Academy sponsor led". */
  name: string
  /** As the register writes it: "Academies". */
  typeGroup: string
  group: Group
}

const MAINTAINED = new Set(
  [
    'Community school',
    'Foundation school',
    'Voluntary aided school',
    'Voluntary controlled school',
    'Local authority nursery school',
    'Pupil referral unit',
    'Community special school',
    'Foundation special school',
  ].map(foldWords),
)
const ACADEMY_TYPE_GROUPS = new Set(['Academies', 'Free Schools'].map(foldWords))

/**
 * The group of a type that the table does not have: eight types are maintained, every type of two type groups is an
 * academy, all others are in neither (DOMAIN.md, "Group").
 */
export function deriveGroup(typeName: string, typeGroup: string): Group {
  if (MAINTAINED.has(foldWords(typeName))) return 'maintained'
  return ACADEMY_TYPE_GROUPS.has(foldWords(typeGroup)) ? 'academy' : 'neither'
}

/**
 * Answers a type's group from the workspace's table, by the rule where the table has no such type. Case and spacing
 * do not matter: older files write "Academy Sponsor Led".
 */
export function groupFinder(table: readonly EstablishmentType[]): (typeName: string) => Group {
  const byName = new Map(table.map((type) => [foldWords(type.name), type.group]))
  const answers = new Map<string, Group>()
  return (typeName) => {
    const known = answers.get(typeName)
    if (known !== undefined) return known
    const group = byName.get(foldWords(typeName)) ?? deriveGroup(typeName, '')
    answers.set(typeName, group)
    return group
  }
}

import { expect, test } from 'vitest'
import { seedEstablishmentTypes } from './establishment-types.ts'
import { foldWords } from './fold-words.ts'
import { deriveGroup, groupFinder } from './groups.ts'

const find = groupFinder(seedEstablishmentTypes)

test.each([
  ['Community school', 'maintained'],
  ['Foundation school', 'maintained'],
  ['Voluntary aided school', 'maintained'],
  ['Voluntary controlled school', 'maintained'],
  ['Local authority nursery school', 'maintained'],
  ['Pupil referral unit', 'maintained'],
  ['Community special school', 'maintained'],
  ['Foundation special school', 'maintained'],
  ['LA Nursery School', 'maintained'],
  ['Academy sponsor led', 'academy'],
  ['Academy Sponsor Led', 'academy'],
  ['Academy Converter', 'academy'],
  ['Academy special converter', 'academy'],
  ['Academy secure 16 to 19', 'academy'],
  ['Free Schools', 'academy'],
  ['Free Schools Special', 'academy'],
  ['Free Schools - Alternative Provision', 'academy'],
  ['University Technical College', 'academy'],
  ['Studio Schools', 'academy'],
  ['  COMMUNITY \u00a0 School ', 'maintained'],
  ['City technology college', 'neither'],
  ['Non-maintained special school', 'neither'],
  ['Other independent special school', 'neither'],
  ['Further education', 'neither'],
  ["Children's centre", 'neither'],
  ['', 'neither'],
])('%j is %s', (type, group) => {
  expect(find(type)).toBe(group)
})

test.each([
  ['Academy of a new sort', 'Academies', 'academy'],
  ['Free schools of a new sort', 'Free schools', 'academy'],
  ['Free schools of a new sort', ' FREE  SCHOOLS ', 'academy'],
  ['Pupil Referral Unit', 'LA maintained schools', 'maintained'],
  ['Another maintained school', 'Local authority maintained schools', 'neither'],
  ['Academy of a new sort', '', 'neither'],
])('a type the table has not, %j of %j, is %s', (type, typeGroup, group) => {
  expect(deriveGroup(type, typeGroup)).toBe(group)
})

test('the workspace’s table is stronger than the rule', () => {
  const edited = groupFinder([{ name: 'City technology college', typeGroup: 'Independent schools', group: 'academy' }])
  expect(edited('City Technology College')).toBe('academy')
  expect(edited('Community school')).toBe('maintained')
})

test('the seed has the 39 types of the national register, seven older names, and no type twice', () => {
  const names = seedEstablishmentTypes.map((type) => foldWords(type.name))
  expect(new Set(names).size).toBe(names.length)
  expect(seedEstablishmentTypes.filter((type) => type.group === 'maintained')).toHaveLength(8 + 1)
  expect(names).toHaveLength(39 + 7)
  expect(seedEstablishmentTypes.filter((type) => type.group === 'academy')).toHaveLength(9 + 6 + 6)
  expect(seedEstablishmentTypes.every((type) => type.typeGroup !== '')).toBe(true)
})

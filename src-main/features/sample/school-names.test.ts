import { expect, it } from 'vitest'
import { nameBeforeConversion, nameMaker, namesBeforeAmalgamation } from './school-names.ts'
import { sampleSeed } from './seed.ts'

it('never uses a stem twice, nor one that a real school has', () => {
  const nameFor = nameMaker(sampleSeed)
  const names = Array.from({ length: 500 }, () => nameFor('nursery'))
  const stems = names.map((name) => name.replace(/ Nursery( School)?$/, ''))
  expect(new Set(stems).size).toBe(500)
  expect(stems.filter((stem) => sampleSeed.names.avoid.includes(stem))).toEqual([])
})

it('names the form of the school', () => {
  expect(nameMaker(sampleSeed)('catholicPrimary')).toMatch(/^St .+’s Catholic Primary School$/)
  expect(nameMaker(sampleSeed)('technical')).toMatch(/^.+ University Technical College$/)
})

it('says where it has run out of words', () => {
  const nameFor = nameMaker({ ...sampleSeed, names: { ...sampleSeed.names, saints: ['Osyth'] } })
  nameFor('catholicPrimary')
  expect(() => nameFor('catholicPrimary')).toThrow('too few words')
})

it('knows what schools were called before', () => {
  expect(nameBeforeConversion('Kiln Wood Primary Academy')).toBe('Kiln Wood Primary School')
  expect(nameBeforeConversion('Kiln Wood High School')).toBe('Kiln Wood High School')
  expect(namesBeforeAmalgamation('Kiln Wood Primary School')).toEqual(['Kiln Wood Infant School', 'Kiln Wood Junior School'])
})

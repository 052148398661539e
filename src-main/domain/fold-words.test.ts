import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, joinedName } from './fold-words.ts'
import { schoolMatcher } from './match-schools.ts'
import { textSearch } from './search-words.ts'

const WAYS = [
  ['St. Mary’s C.E. Primary', "Saint Mary's CE Primary", 'ST MARYS CE  PRIMARY', 'St Maryʼs CE Primary'],
  ['Échelle & Bank', 'Echelle and Bank', 'ECHELLE & BANK'],
] as const

describe('a name, however it is written', () => {
  it('is one name in lists, in what looks odd and in lists from elsewhere', () => {
    for (const [first, ...others] of WAYS) {
      for (const other of others) {
        expect(foldName(other)).toBe(foldName(first))
        expect(joinedName(other.replace(' Bank', 'Bank'))).toBe(joinedName(first))
        expect(schoolMatcher([{ urn: '100001', name: first, open: true }])(other).school?.urn).toBe('100001')
      }
    }
    expect(foldName('Stechford')).not.toBe(foldName('Saintechford'))
  })

  it('stays as it is once it is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
      }),
    )
  })

  it('is searched without regard to accents, apostrophes and case', () => {
    expect(textSearch('marys echelle')?.('Échelle St Mary’s')).toBe(true)
    expect(textSearch('marys saint')?.('St Mary’s')).toBe(false)
  })
})

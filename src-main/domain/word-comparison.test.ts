import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { compareWords } from './word-comparison.ts'

const told = (older: string, newer: string) => compareWords(older, newer).map(({ kind, text }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${text}`)

test.each([
  ['The provider came.', 'The provider came.', ['=The provider came.']],
  ['at 14:00, Council House', 'at 14:30, Town Hall', ['=at ', '-14:00', '+14:30', '=, ', '-Council House', '+Town Hall']],
  ['Its stocktake.', 'A new stocktake.', ['-Its', '+A new', '= stocktake.']],
  ['', 'New words', ['+New words']],
  ['Old words', '', ['-Old words']],
  ['', '', []],
])('“%s” against “%s”', (older, newer, pieces) => expect(told(older, newer)).toEqual(pieces))

it('gives back both texts, whatever stands in them', () => {
  const text = fc.string({ unit: fc.constantFrom('visit', 'visits', ' ', '  ', '\n', '.', '14:30', '’s', 'é', '👩‍🏫', '-') })
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const pieces = compareWords(older, newer)
      expect(pieces.filter(({ kind }) => kind !== 'added').map((piece) => piece.text).join('')).toBe(older)
      expect(pieces.filter(({ kind }) => kind !== 'removed').map((piece) => piece.text).join('')).toBe(newer)
    }),
  )
})

import { describe, expect, it } from 'vitest'
import { isList, pastedLines } from './pastedLines.ts'

describe('lines from Excel', () => {
  it.each<[string, string, string[][]]>([
    ['URN, purpose and note', '900001\tFirst visit\tReading\r\n900002\tReview\t', [['900001', 'First visit', 'Reading'], ['900002', 'Review', '']]],
    ['names alone', 'Ashfold Primary\nBarlow Academy\n\n', [['Ashfold Primary', '', ''], ['Barlow Academy', '', '']]],
    ['a heading line', 'School\tPurpose\nAshfold Primary\tFirst visit', [['Ashfold Primary', 'First visit', '']]],
    ['a name beside its URN', '900001\tAshfold Primary\tFirst visit\tReading', [['900001', 'First visit', 'Reading']]],
    ['a cell of several lines in quotes', '900001\tFirst visit\t"Two, ""lines""\nof note"\n900002\t\t', [['900001', 'First visit', 'Two, "lines"\nof note'], ['900002', '', '']]],
    ['quotes within a cell', 'The "Oak" School\tReview', [['The "Oak" School', 'Review', '']]],
  ])('%s', (_what, text, lines) => {
    expect(pastedLines(text).map(({ school, purpose, note }) => [school, purpose, note])).toEqual(lines)
  })

  it('are told from a word for one box', () => {
    expect(['Ashfold', 'Ashfold\n', '900001\t', 'a\tb', 'a\nb'].map(isList)).toEqual([false, false, false, true, true])
  })
})

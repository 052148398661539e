import { describe, expect, it } from 'vitest'
import type { ExplainedFigure } from '../../src-main/api/figures.ts'
import { figureChoices, figureWords } from './figureText.ts'

const visited: ExplainedFigure = {
  id: 'visited', group: 'maintained', numerator: 1_252, denominator: 1_290, percent: 97, text: '97%', asAt: '2016-06-21', from: '2015-09-01',
  settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] }, numeratorUrns: [], denominatorUrns: [],
  title: 'Maintained schools visited', howCounted: '',
}
const rounds: ExplainedFigure = { ...visited, id: 'dsgRounds', group: null, numerator: 3, denominator: null, percent: null, title: 'Rounds' }

describe('figureWords', () => {
  it.each([
    [visited, 'percent', '97%'],
    [visited, 'number', '1,252'],
    [visited, 'outOf', '1,290'],
    [{ ...visited, numerator: 0, denominator: 0, percent: null }, 'percent', 'not applicable'],
    [rounds, 'words', 'three'],
    [{ ...rounds, numerator: 13 }, 'words', '13'],
    [rounds, 'percent', 'not a share'],
  ] as const)('%#', (figure, show, words) => expect(figureWords(figure, show)).toBe(words))
})

describe('figureChoices', () => {
  it('offers no percentage of a plain count, and finds by title and by value', () => {
    expect(figureChoices([visited, rounds], '').map((choice) => choice.words)).toEqual(['97%', '1,252', '1,290', 'three', '3'])
    expect(figureChoices([visited, rounds], 'ROUNDS').map((choice) => choice.words)).toEqual(['three', '3'])
    expect(figureChoices([visited, rounds], '97').map((choice) => choice.attributes.show)).toEqual(['percent'])
  })
})

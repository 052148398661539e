import { describe, expect, it } from 'vitest'
import type { ExplainedFigure } from '../../../src-main/api/figures.ts'
import type { FigureAttributes, RichText } from '../../../src-main/api/richtext.ts'
import { notApplicable } from './gapsInWords.ts'

const figure = (group: 'maintained' | 'academy', denominator: number): ExplainedFigure => ({
  id: 'visited',
  group,
  numerator: 0,
  denominator,
  percent: denominator === 0 ? null : 0,
  text: '',
  asAt: '2016-06-21',
  from: '2015-09-01',
  settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] },
  numeratorUrns: [],
  denominatorUrns: [],
  title: group === 'academy' ? 'Academies visited' : 'Maintained schools visited',
  howCounted: '',
})

function inList(...chips: FigureAttributes[]): RichText {
  const content = chips.map((attrs) => ({ type: 'figure' as const, attrs }))
  return { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content }] }] }] }
}

describe('a share of nothing', () => {
  const chips = inList({ figure: 'visited', group: 'academy', show: 'percent' }, { figure: 'visited', group: 'maintained', show: 'percent' }, { figure: 'visited', group: 'academy', show: 'number' })

  it('is said for the chip that prints it, and for no other', () => {
    expect(notApplicable([{ number: '2', document: chips }], [figure('maintained', 290), figure('academy', 0)])).toEqual([
      'No academy was open on 21 June 2016, so “Academies visited” in section 2 prints “not applicable”: reword its sentence.',
    ])
  })

  it('is not said where there is something to share', () => {
    expect(notApplicable([{ number: '2', document: chips }], [figure('maintained', 290), figure('academy', 157)])).toEqual([])
  })
})

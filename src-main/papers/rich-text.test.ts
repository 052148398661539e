import { describe, expect, it } from 'vitest'
import type { FigureAttributes, RichText } from '../api/richtext.ts'
import { emptyRichText } from '../api/richtext.ts'
import { Refusal } from '../domain/refusal.ts'
import { figureTextOf } from './figure-text.ts'
import { plainParagraph } from './model.ts'
import { narrative } from './rich-text.ts'
import { sampleFigure, sampleFigures } from './testing/sample-content.ts'

const figureText = figureTextOf(sampleFigures)
const doc = (...content: RichText['content']): RichText => ({ type: 'doc', content })
const chip = (figure: FigureAttributes['figure'], group: FigureAttributes['group'], show: FigureAttributes['show']) => ({ type: 'figure' as const, attrs: { figure, group, show } })

describe('narrative', () => {
  it('prints a live figure as its text, with a capital where it begins a sentence', () => {
    const document = doc({
      type: 'paragraph',
      content: [chip('dsgRounds', null, 'words'), { type: 'text', text: ' rounds reached ' }, chip('dsgCoverage', 'maintained', 'percent'), { type: 'text', text: ' of ' }, chip('visited', 'maintained', 'outOf')],
    })
    const [block] = narrative(document, figureText)
    expect(block).toMatchObject({ runs: [{ text: 'Three' }, { text: ' rounds reached ' }, { text: '82%' }, { text: ' of ' }, { text: '290' }] })
  })

  it('keeps bold, italic and line breaks', () => {
    const document = doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'italic' }] }, { type: 'hardBreak' }, { type: 'text', text: 'b' }] })
    expect(narrative(document, figureText)).toEqual([
      { kind: 'paragraph', runs: [{ kind: 'text', text: 'a', bold: true, italic: true }, { kind: 'lineBreak' }, { kind: 'text', text: 'b', bold: false, italic: false }] },
    ])
  })

  it('keeps lists, nested as they are, with the first number of an ordered one', () => {
    const document = doc({
      type: 'orderedList',
      attrs: { start: 4 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'four' }] }, { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'dot' }] }] }] }] }],
    })
    expect(narrative(document, figureText)).toEqual([
      { kind: 'list', ordered: true, start: 4, items: [{ children: [plainParagraph('four'), { kind: 'list', ordered: false, start: 1, items: [{ children: [plainParagraph('dot')] }] }] }] },
    ])
  })

  it('leaves out what says nothing, and says so where nothing is left', () => {
    const blank = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: ' \u{ffff}\u0007' }, { type: 'hardBreak' as const }] }
    expect(narrative(emptyRichText, figureText)).toEqual([plainParagraph('Not recorded.')])
    expect(narrative(doc(blank, { type: 'bulletList', content: [{ type: 'listItem', content: [blank] }] }), figureText)).toEqual([plainParagraph('Not recorded.')])
    expect(narrative(doc(blank, { type: 'paragraph', content: [{ type: 'text', text: 'said' }] }), figureText)).toEqual([plainParagraph('said')])
  })
})

describe('a live figure', () => {
  const text = (attributes: FigureAttributes, figures = sampleFigures) => figureTextOf(figures)(attributes)

  it('shows its percentage, number, total or words', () => {
    const shows = ['percent', 'number', 'outOf', 'words'] as const
    const many = [sampleFigure('visited', 'maintained', 3, 1_290)]
    expect(shows.map((show) => text({ figure: 'visited', group: 'maintained', show }))).toEqual(['87%', '252', '290', '252'])
    expect(shows.map((show) => text({ figure: 'visited', group: 'maintained', show }, many))).toEqual(['0%', '3', '1,290', 'three'])
  })

  it('says "not applicable" where nothing can be divided', () => {
    const none = [sampleFigure('visited', 'academy', 0, 0)]
    expect(text({ figure: 'visited', group: 'academy', show: 'percent' }, none)).toBe('not applicable')
  })

  it('is refused with a sentence where the paper does not have it', () => {
    const ask = () => text({ figure: 'packagesRequired', group: 'academy', show: 'number' }, [])
    expect(ask).toThrow(Refusal)
    expect(ask).toThrow(/does not have \(packagesRequired, academy\)\. Take it out/)
  })

  it('is refused where a share is asked of a plain count', () => {
    expect(() => text({ figure: 'dsgRounds', group: null, show: 'percent' })).toThrow(/“Rounds of District Strategy Groups held” is a plain count.*its percentage/)
    expect(() => text({ figure: 'dsgRounds', group: null, show: 'outOf' })).toThrow(/what it is out of/)
  })
})

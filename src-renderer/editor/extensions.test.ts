import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richText, type Block, type FigureAttributes, type InlineNode, type ListItem, type RichText } from '../../src-main/api/richtext.ts'
import { richTextExtensions } from './extensions.ts'
import { richTextOf } from './richTextOf.ts'

const schema = getSchema(richTextExtensions({}, () => {}))

const text = fc.string({ minLength: 1, unit: 'grapheme' })
const attributes: fc.Arbitrary<FigureAttributes> = fc.record({
  figure: fc.constantFrom('visited', 'dsgCoverage', 'dsgRounds', 'dsgMeetings', 'packagesRequired'),
  group: fc.constantFrom('maintained', 'academy', null),
  show: fc.constantFrom('percent', 'number', 'outOf', 'words'),
})
const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, marks: fc.subarray([{ type: 'bold' as const }, { type: 'italic' as const }], { minLength: 1 }) }),
  fc.record({ type: fc.constant('text' as const), text }),
  fc.constant<InlineNode>({ type: 'hardBreak' }),
  fc.record({ type: fc.constant('figure' as const), attrs: attributes }),
)
const paragraph = fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { minLength: 1, maxLength: 5 }) })
const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => ({
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paragraph, fc.record({ type: fc.constantFrom('bulletList' as const, 'orderedList' as const), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) })),
  item: fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([first, more]): ListItem => ({ type: 'listItem', content: [first, ...more] })),
}))
const document = fc.array(block, { minLength: 1, maxLength: 4 }).map((content): RichText => ({ type: 'doc', content }))

describe('the schema of the editor', () => {
  it('knows exactly what the contract knows', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(['bulletList', 'doc', 'figure', 'hardBreak', 'listItem', 'orderedList', 'paragraph', 'text'])
    expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic'])
  })

  it('takes every document of the contract and gives one back that the contract takes', () => {
    fc.assert(
      fc.property(document, (given) => {
        const node = schema.nodeFromJSON(given)
        node.check()
        const back: unknown = node.toJSON()
        expect(richText.safeParse(back).success).toBe(true)
        expect(schema.nodeFromJSON(richTextOf(back)).eq(node)).toBe(true)
      }),
    )
  })

  it('gives the empty document as the contract has it', () => {
    expect(richTextOf(schema.topNodeType.createAndFill()?.toJSON())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })
})

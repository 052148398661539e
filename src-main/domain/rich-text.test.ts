import { expect, test } from 'vitest'
import { emptyRichText, richText } from '../api/richtext.ts'
import type { InlineNode, RichText } from '../api/richtext.ts'
import { cleanRichText, isBlank, plainText } from './rich-text.ts'

const doc = (...content: RichText['content']): RichText => ({ type: 'doc', content })
const p = (...content: InlineNode[]) => ({ type: 'paragraph' as const, content })
const text = (words: string) => ({ type: 'text' as const, text: words })
const figure = { type: 'figure' as const, attrs: { figure: 'visited' as const, group: 'maintained' as const, show: 'percent' as const } }

test('plain text is the words, a line a paragraph', () => {
  const minutes = doc(
    p(text('Visited '), figure, text(' of schools.')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('one'), { type: 'hardBreak' }, text('two'))] }, { type: 'listItem', content: [p(text('three'))] }] },
    { type: 'paragraph' },
    p({ type: 'text', text: 'bold', marks: [{ type: 'bold' }] }),
  )
  expect(plainText(minutes)).toBe('Visited  of schools.\none\ntwo\nthree\n\nbold')
})

test.each<[string, RichText, boolean]>([
  ['the empty document', emptyRichText, true],
  ['spaces and breaks', doc(p(text(' \u00a0')), p({ type: 'hardBreak' })), true],
  ['an empty list', doc({ type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }), true],
  ['a word', doc({ type: 'paragraph' }, p(text('a'))), false],
  ['a word in a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [p(text('a'))] }] }), false],
  ['a figure alone', doc(p(figure)), false],
])('blank: %s', (_, document, blank) => {
  expect(isBlank(document)).toBe(blank)
})

test('a document is cleaned to its depth, keeps its marks, and stays a document', () => {
  const dirty = doc(
    p({ type: 'text', text: 'a\u0000b', marks: [{ type: 'italic' }] }, text('\u202E'), figure),
    p(text('\uFFFF')),
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [p(text('c\uD800')), { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('d\u0007'))] }] }] }] },
  )
  const document = cleanRichText(dirty)
  expect(document).toEqual(
    doc(
      p({ type: 'text', text: 'ab', marks: [{ type: 'italic' }] }, figure),
      { type: 'paragraph' },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [p(text('c\uFFFD')), { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('d'))] }] }] }] },
    ),
  )
  expect(richText.safeParse(document).success).toBe(true)
  expect(cleanRichText(document)).toEqual(document)
})

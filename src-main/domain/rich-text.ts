import type { Block, FigureAttributes, InlineNode, ListItem, Paragraph, RichText } from '../api/richtext.ts'
import { cleanText } from './clean-text.ts'

/** The words of a document, a line a paragraph, for search. Figures print as nothing: their value is not text of the officer. */
export function plainText(doc: RichText): string {
  return doc.content.flatMap(linesOf).join('\n')
}

/** Whether a document says nothing: no word and no figure, whatever its empty paragraphs and lists. */
export function isBlank(doc: RichText): boolean {
  return doc.content.every(isBlankBlock)
}

/** The live figures that a document shows, in reading order. */
export function figuresShown(doc: RichText): FigureAttributes[] {
  const inBlock = (block: Block): FigureAttributes[] =>
    block.type === 'paragraph'
      ? (block.content ?? []).flatMap((node) => (node.type === 'figure' ? [node.attrs] : []))
      : block.content.flatMap((item) => item.content.flatMap(inBlock))
  return doc.content.flatMap(inBlock)
}

/** A document with every text cleaned as `cleanText` does; text nodes that were nothing else are gone. */
export function cleanRichText(doc: RichText): RichText {
  return { type: 'doc', content: doc.content.map(cleanBlock) }
}

function linesOf(block: Block): string[] {
  if (block.type === 'paragraph') return [(block.content ?? []).map(textOf).join('')]
  return block.content.flatMap((item) => item.content.flatMap(linesOf))
}

function textOf(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'hardBreak':
      return '\n'
    case 'figure':
      return ''
  }
}

function isBlankBlock(block: Block): boolean {
  if (block.type !== 'paragraph') return block.content.every((item) => item.content.every(isBlankBlock))
  return (block.content ?? []).every((node) => node.type !== 'figure' && textOf(node).trim() === '')
}

function cleanBlock(block: Block): Block {
  if (block.type === 'paragraph') return cleanParagraph(block)
  const content = block.content.map((item): ListItem => ({ ...item, content: item.content.map(cleanBlock) }))
  return { ...block, content }
}

function cleanParagraph({ type, content }: Paragraph): Paragraph {
  if (!content) return { type }
  const nodes = content.flatMap((node): InlineNode[] => {
    if (node.type !== 'text') return [node]
    const text = cleanText(node.text)
    return text === '' ? [] : [{ ...node, text }]
  })
  return nodes.length > 0 ? { type, content: nodes } : { type }
}

import type { Block, InlineNode, Paragraph, RichText } from '../api/richtext.ts'
import type { FigureText } from './figure-text.ts'
import type { ListChild, PaperListItem, PaperParagraph, Run } from './model.ts'
import { plainParagraph } from './model.ts'
import { beginsSentence, capitalised } from './sentence.ts'
import { tidy } from './text.ts'

/** What an empty section prints: a paper never has a heading with nothing beneath it. */
export const NOT_RECORDED = 'Not recorded.'

/**
 * Narrative as blocks of a paper. Figures become their text; paragraphs without text are left out, because white space
 * in a paper comes from its styles; a narrative without any text says "Not recorded."
 *
 * @param figureText reads a live figure; its refusal passes through
 */
export function narrative(document: RichText, figureText: FigureText): ListChild[] {
  const blocks = childrenOf(document.content, figureText)
  return blocks.length > 0 ? blocks : [plainParagraph(NOT_RECORDED)]
}

function childrenOf(content: readonly Block[], figureText: FigureText): ListChild[] {
  return content.flatMap((node): ListChild[] => {
    if (node.type === 'paragraph') {
      const paragraph = paragraphOf(node, figureText)
      return paragraph ? [paragraph] : []
    }
    const items = node.content
      .map((item): PaperListItem => ({ children: childrenOf(item.content, figureText) }))
      .filter((item) => item.children.length > 0)
    return items.length > 0 ? [{ kind: 'list', ordered: node.type === 'orderedList', start: node.attrs?.start ?? 1, items }] : []
  })
}

function paragraphOf(node: Paragraph, figureText: FigureText): PaperParagraph | null {
  const runs: Run[] = []
  let before = ''
  for (const inline of node.content ?? []) {
    const run = runOf(inline, before, figureText)
    runs.push(run)
    before += run.kind === 'text' ? run.text : '\n'
  }
  return before.trim() === '' ? null : { kind: 'paragraph', runs }
}

function runOf(node: InlineNode, before: string, figureText: FigureText): Run {
  switch (node.type) {
    case 'text': {
      const marks = new Set((node.marks ?? []).map((mark) => mark.type))
      return { kind: 'text', text: tidy(node.text), bold: marks.has('bold'), italic: marks.has('italic') }
    }
    case 'hardBreak':
      return { kind: 'lineBreak' }
    case 'figure': {
      const text = figureText(node.attrs)
      return { kind: 'text', text: beginsSentence(before) ? capitalised(text) : text, bold: false, italic: false }
    }
  }
}

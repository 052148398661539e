import type { Block, RichText } from '../../../src-main/api/richtext.ts'

/** The words of a document; a live figure counts as one. */
export function wordCount(document: RichText): number {
  return document.content.reduce((count, block) => count + wordsOf(block), 0)
}

function wordsOf(block: Block): number {
  if (block.type !== 'paragraph') return block.content.flatMap((item) => item.content).reduce((count, inner) => count + wordsOf(inner), 0)
  const text = (block.content ?? []).map((node) => (node.type === 'text' ? node.text : node.type === 'figure' ? '0' : ' ')).join('')
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

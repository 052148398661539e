import type { Block, InlineNode, ListItem, Paragraph, RichText } from '../api/richtext.ts'
import { emptyRichText } from '../api/richtext.ts'
import type { WordParagraph, WordRun } from './word-text.ts'

/** Paragraphs of a Word file as Quartet's rich text: bold, italic and lists stay, everything else was layout. */
export function richTextOf(paragraphs: readonly WordParagraph[]): RichText {
  const content = blocksAt(paragraphs, 0)
  return content.length === 0 ? emptyRichText : { type: 'doc', content }
}

/** Paragraphs from one list level on; deeper ones become lists within the item before them. */
function blocksAt(paragraphs: readonly WordParagraph[], level: number): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < paragraphs.length) {
    const first = paragraphs[at]
    if (!first) break
    if (first.list === null) {
      blocks.push(paragraphNode(first.runs))
      at += 1
      continue
    }
    const ordered = first.list.ordered
    const end = paragraphs.findIndex((each, i) => i > at && (each.list === null || (each.list.level <= level && each.list.ordered !== ordered)))
    const run = paragraphs.slice(at, end === -1 ? undefined : end)
    blocks.push({ type: ordered ? 'orderedList' : 'bulletList', content: itemsAt(run, level) })
    at += run.length
  }
  return blocks
}

function itemsAt(run: readonly WordParagraph[], level: number): ListItem[] {
  const starts = run.flatMap(({ list }, i) => (i === 0 || (list?.level ?? 0) <= level ? [i] : []))
  return starts.map((from, i): ListItem => {
    const [own, ...deeper] = run.slice(from, starts[i + 1])
    return { type: 'listItem', content: [paragraphNode(own?.runs ?? []), ...(deeper.length === 0 ? [] : blocksAt(deeper, Math.min(...deeper.map(({ list }) => list?.level ?? 0))))] }
  })
}

function paragraphNode(runs: readonly WordRun[]): Paragraph {
  const content = runs.flatMap(inlineNodes)
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

function inlineNodes({ text, bold, italic }: WordRun): InlineNode[] {
  const marks = [...(bold ? [{ type: 'bold' as const }] : []), ...(italic ? [{ type: 'italic' as const }] : [])]
  return text.split('\n').flatMap((line, i): InlineNode[] => [
    ...(i === 0 ? [] : [{ type: 'hardBreak' as const }]),
    ...(line === '' ? [] : [{ type: 'text' as const, text: line, ...(marks.length > 0 && { marks }) }]),
  ])
}

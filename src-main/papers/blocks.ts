import type { FileChild, NumberingDefinition, ParagraphChild } from 'docx'
import { HeadingLevel, Paragraph, TextRun as WordRun } from 'docx'
import type { ListChild, PaperBlock, PaperHeading, PaperList, Run } from './model.ts'
import { bullets, DEEPEST_LEVEL, LIST_STEP, numbersFrom } from './numbering.ts'
import { styleIds } from './styles.ts'
import { BLANK_CELL, captionedTable } from './tables.ts'
import { tidy, tidyLine } from './text.ts'

const HEADINGS: Record<PaperHeading['level'], (typeof HeadingLevel)[keyof typeof HeadingLevel]> = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
}

/** Counts through one paper: captions, and lists that each begin anew. */
interface Counts {
  tables: number
  orderedLists: number
}

/** The blocks of a paper as parts of a Word document, captions and lists numbered in reading order. */
export function wordBlocks(blocks: readonly PaperBlock[]): FileChild[] {
  const counts: Counts = { tables: 0, orderedLists: 0 }
  return blocks.flatMap((block, index): FileChild[] => {
    switch (block.kind) {
      case 'title':
        return [new Paragraph({ heading: HeadingLevel.TITLE, children: [new WordRun(tidyLine(block.text, BLANK_CELL))] })]
      case 'heading':
        return [new Paragraph({ heading: HEADINGS[block.level], pageBreakBefore: block.newPage, children: [new WordRun(tidyLine(block.text, BLANK_CELL))] })]
      case 'paragraph': {
        const children = wordRuns(block.runs)
        const style = blocks[index - 1]?.kind === 'table' ? styleIds.afterTable : styleIds.body
        // A sentence that leads into a list or a table stays on its page.
        const leadsIn = ['list', 'table'].includes(blocks[index + 1]?.kind ?? '')
        return children.length > 0 ? [new Paragraph({ style, keepNext: leadsIn || undefined, children })] : []
      }
      case 'list':
        return wordList(block, counts)
      case 'table':
        counts.tables += 1
        return captionedTable(block, counts.tables)
    }
  })
}

/** One paragraph of a list on its way into Word. */
interface ListLine {
  readonly children: ParagraphChild[]
  readonly level: number
  /** How Word numbers it; null for a further paragraph of the same item, which only stands in. */
  readonly numbering: { reference: string | NumberingDefinition; level: number; instance?: number } | null
}

/** A list as Word's own numbered paragraphs, with more space after the last of them. */
function wordList(list: PaperList, counts: Counts): Paragraph[] {
  const lines = listLines(list, 0, counts)
  return lines.map(({ children, level, numbering }, index) => {
    const isLast = index === lines.length - 1
    if (numbering) return new Paragraph({ style: isLast ? styleIds.listEnd : styleIds.list, numbering, children })
    return new Paragraph({ style: isLast ? styleIds.listContinueEnd : styleIds.listContinue, indent: { left: LIST_STEP * (level + 1) }, children })
  })
}

/** The lines of a list, nested ones in their places. Deeper than Word can number, they stay at its deepest level. */
function listLines(list: PaperList, depth: number, counts: Counts): ListLine[] {
  const level = Math.min(depth, DEEPEST_LEVEL)
  if (list.ordered) counts.orderedLists += 1
  // Bullets are all of one list; numbers are a list each, or the second would go on counting from the first.
  const numbering = list.ordered ? { reference: numbersFrom(firstNumber(list), level), level, instance: counts.orderedLists } : { reference: bullets.reference, level }
  return list.items.flatMap((item) => {
    let numbered = false
    return item.children.flatMap((child: ListChild): ListLine[] => {
      if (child.kind === 'list') return listLines(child, depth + 1, counts)
      const children = wordRuns(child.runs)
      if (children.length === 0) return []
      const line = { children, level, numbering: numbered ? null : numbering }
      numbered = true
      return [line]
    })
  })
}

/** Word counts from 0 to 32,767. */
function firstNumber({ start }: PaperList): number {
  return Math.min(Math.max(start, 0), 32_767)
}

/** Runs with single spaces throughout and no breaks at either end; none at all where there is no text. */
function wordRuns(runs: readonly Run[]): ParagraphChild[] {
  const last = runs.findLastIndex((run) => run.kind === 'text' && tidy(run.text).trim() !== '')
  const children: ParagraphChild[] = []
  // A space at the beginning of a line, or after another, would be layout by hand.
  let spaced = true
  for (const [index, run] of runs.slice(0, last + 1).entries()) {
    if (run.kind === 'lineBreak') {
      if (children.length > 0) children.push(new WordRun({ break: 1 }))
      spaced = true
      continue
    }
    const whole = tidy(run.text)
    const began: string = spaced ? whole.trimStart() : whole
    const text: string = index === last ? began.trimEnd() : began
    if (text === '') continue
    children.push(new WordRun({ text, bold: run.bold || undefined, italics: run.italic || undefined }))
    spaced = text.endsWith(' ')
  }
  return children
}

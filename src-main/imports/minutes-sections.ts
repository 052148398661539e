import type { WordBlock, WordParagraph } from './word-text.ts'

/** An item of minutes as it stands in a file: its heading and what follows, up to the next. */
export interface Section {
  readonly title: string
  /** As typed before the title; null where it had none that can be seen. */
  readonly number: number | null
  readonly heading: WordParagraph
  readonly blocks: readonly WordBlock[]
}

interface Start {
  readonly at: number
  readonly title: string
  readonly number: number | null
}

const NUMBERED = /^(?:(?:agenda )?item\s+)?(\d{1,2})(?:\.0)?[.):]?\s+(?=\D)(\S.*)$/isu
const LONGEST_TITLE = 160

/**
 * Parts a document at its items. What an item's heading looks like differs from office to office: headings of Word, typed
 * numbers that count up, numbered lines in bold, or lines in bold. The first of these that a document has is taken.
 */
export function sectionsOf(blocks: readonly WordBlock[]): { front: WordBlock[]; sections: Section[] } {
  const starts = [headings, countedLines, boldListLines, boldLines].map((find) => find(blocks)).find((found) => found.length > 0) ?? []
  const first = starts[0]?.at ?? blocks.length
  const sections = starts.flatMap(({ at, title, number }, i): Section[] => {
    const heading = blocks[at]
    return heading?.kind === 'paragraph' ? [{ title, number, heading, blocks: blocks.slice(at + 1, starts[i + 1]?.at) }] : []
  })
  return { front: blocks.slice(0, first), sections }
}

/** Headings of the highest level that is used more than once; a single one above the rest is the document's title. */
function headings(blocks: readonly WordBlock[]): Start[] {
  const found = blocks.flatMap((block, at) => (block.kind === 'paragraph' && (block.heading ?? 0) > 0 ? [{ at, block }] : []))
  const levels = [...new Set(found.map(({ block }) => block.heading ?? 0))].sort((a, b) => a - b)
  const [highest = 0, next] = levels
  const atTop = found.filter(({ block }) => block.heading === highest)
  const isTitle = next !== undefined && atTop.length === 1 && atTop[0]?.at === found[0]?.at
  return found.filter(({ block }) => block.heading === (isTitle ? next : highest)).map(({ at, block }) => startOf(at, block.text))
}

function startOf(at: number, text: string): Start {
  const [, number, title = text] = NUMBERED.exec(text) ?? []
  return { at, title: title.trim(), number: number === undefined ? null : Number(number) }
}

/** Short lines that begin with 1, 2, 3 … in turn; numbers like 1.1 are of paragraphs within. */
function countedLines(blocks: readonly WordBlock[]): Start[] {
  let expected = 1
  return blocks.flatMap((block, at): Start[] => {
    if (block.kind !== 'paragraph' || block.text.length > LONGEST_TITLE) return []
    const start = startOf(at, block.text)
    if (start.number !== expected) return []
    expected += 1
    return [start]
  })
}

/** Lines that Word numbers itself, in bold: the number is not in their text. */
function boldListLines(blocks: readonly WordBlock[]): Start[] {
  const found = blocks.flatMap((block, at) => (block.kind === 'paragraph' && block.list?.ordered === true && block.list.level === 0 && isBold(block) ? [{ at, title: block.text }] : []))
  return found.map((start, i) => ({ ...start, number: i + 1 }))
}

function boldLines(blocks: readonly WordBlock[]): Start[] {
  return blocks.flatMap((block, at): Start[] => (at > 0 && block.kind === 'paragraph' && block.list === null && isBold(block) ? [{ at, title: block.text.replace(/:$/u, ''), number: null }] : []))
}

function isBold({ text, runs }: WordParagraph): boolean {
  return text.length <= LONGEST_TITLE && runs.every((run) => run.bold || run.text.trim() === '')
}

import mammoth from 'mammoth'
import { z } from 'zod'
import { cleanText } from '../domain/clean-text.ts'
import { refuse } from '../domain/refusal.ts'
import { ZipFault, zipEntries } from './zip-entries.ts'

/** Text of one look; a line break is `\n`. */
export interface WordRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface WordParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly runs: readonly WordRun[]
  /** 1 to 9 of a heading's style, 0 of the title's, null of any other. */
  readonly heading: number | null
  readonly caption: boolean
  readonly list: { readonly ordered: boolean; readonly level: number } | null
}

/** A table by the paragraphs of its cells. */
export interface WordTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly (readonly WordParagraph[])[])[]
}

export type WordBlock = WordParagraph | WordTable

export interface WordText {
  readonly blocks: readonly WordBlock[]
  readonly trackedChanges: boolean
  readonly comments: boolean
  readonly pictures: boolean
}

/** Minutes are text: a file larger than this holds something else. */
export const MOST_BYTES = 30_000_000
const MOST_TEXT = 20_000_000
const MOST_UNPACKED = 80_000_000
const MOST_BLOCKS = 4_000

const DAMAGED = 'This file begins as a Word document does, but is damaged or cut short, or was not made by a word processor. Nothing was changed. Open it in Word, save it again as .docx, and choose that.'
const OLD_WORD = 'This is a document of an older Word (.doc), or one with a password. Nothing was changed. Open it in Word, save it as a Word document (.docx) without a password, and choose that.'

/**
 * The text of a `.docx` as plain data. Macros, fields, linked and embedded parts are never opened or run; tracked changes
 * are read as if accepted, and whether there are any is told. Refuses, in words, what is no Word document, what is damaged,
 * and what unpacks to more than minutes ever do.
 */
export async function readWordText(bytes: Buffer): Promise<WordText> {
  if (bytes.length > MOST_BYTES) refuse('file-too-large', `This file is larger than ${MOST_BYTES / 1_000_000} MB, which minutes are not. Nothing was changed. Take the pictures out of a copy, and choose that.`)
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') refuse('old-word', OLD_WORD)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') refuse('not-a-word-file', 'This is not a Word document, whatever its name says. Nothing was changed. Choose the minutes as a .docx file; a PDF has to be saved as one first.')
  const parts = checkedParts(bytes)
  const blocks = (await bodyOf(bytes)).flatMap(blockOf)
  if (blocks.length > MOST_BLOCKS) refuse('file-too-large', `This document has more than ${MOST_BLOCKS} paragraphs, which no minutes have. Nothing was changed. Copy the part that is the minutes into a new document, and choose that.`)
  return {
    blocks,
    trackedChanges: /<w:(?:ins|del|moveFrom|moveTo)\b/u.test(parts.document),
    comments: parts.comments,
    pictures: /<(?:w:drawing|w:pict|w:object)\b/u.test(parts.document),
  }
}

/** Every part that is text is unpacked once, within bounds: what a zip says of its sizes is not believed. */
function checkedParts(bytes: Buffer): { document: string; comments: boolean } {
  let left = MOST_UNPACKED
  let document: string | undefined
  let comments = false
  try {
    for (const { name, read } of zipEntries(bytes)) {
      if (!/\.(?:xml|rels)$/iu.test(name)) continue
      const content = read(Math.min(left, MOST_TEXT))
      left -= content.length
      if (name === 'word/document.xml') document = content.toString('utf8')
      if (name === 'word/comments.xml') comments = content.includes('<w:comment ')
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    if (error.kind === 'damaged') refuse('damaged-word-file', DAMAGED)
    refuse('file-too-large', 'This document unpacks to far more text than minutes hold. Nothing was changed. Copy its text into a new document, and choose that.')
  }
  return { document: document ?? refuse('not-a-word-file', 'This file is an Excel or PowerPoint file, or another zip file, not a Word document, whatever its name says. Nothing was changed. Choose the minutes as a .docx file.'), comments }
}

interface Element {
  readonly type: string
  readonly value?: string | undefined
  readonly children?: readonly Element[] | undefined
  readonly styleId?: string | null | undefined
  readonly styleName?: string | null | undefined
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string | number } | null | undefined
  readonly isBold?: boolean | undefined
  readonly isItalic?: boolean | undefined
}

const element: z.ZodType<Element> = z.object({
  type: z.string(),
  value: z.string().optional(),
  get children() {
    return z.array(element).optional()
  },
  styleId: z.string().nullish(),
  styleName: z.string().nullish(),
  numbering: z.object({ isOrdered: z.boolean(), level: z.union([z.string(), z.number()]) }).nullish(),
  isBold: z.boolean().optional(),
  isItalic: z.boolean().optional(),
})

/** mammoth's own tree, taken before it makes HTML of it; anything that it throws at says that the file is damaged. */
async function bodyOf(bytes: Buffer): Promise<readonly Element[]> {
  let tree: unknown
  const take = (document: object): object => {
    tree = document
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml({ buffer: bytes }, { transformDocument: take, externalFileAccess: false, includeEmbeddedStyleMap: false })
    return element.parse(tree).children ?? []
  } catch {
    return refuse('damaged-word-file', DAMAGED)
  }
}

function blockOf(found: Element): WordBlock[] {
  if (found.type === 'paragraph') {
    const paragraph = paragraphOf(found)
    return paragraph.text === '' ? [] : [paragraph]
  }
  if (found.type !== 'table') return (found.children ?? []).flatMap(blockOf)
  const rows = (found.children ?? []).map((row) => (row.children ?? []).map((cell) => paragraphsIn(cell)))
  return [{ kind: 'table', rows: rows.filter((cells) => cells.some((paragraphs) => paragraphs.length > 0)) }]
}

/** The paragraphs of a cell; a table within it gives its own, one after another. */
function paragraphsIn(cell: Element): WordParagraph[] {
  return (cell.children ?? []).flatMap(blockOf).flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flat(2)))
}

function paragraphOf(found: Element): WordParagraph {
  const runs = joined(runsOf(found, false, false))
  const style = (found.styleName ?? found.styleId ?? '').toLowerCase().replaceAll(' ', '')
  const heading = style === 'title' ? 0 : /^heading([1-9])$/u.exec(style)?.[1]
  return {
    kind: 'paragraph',
    text: runs.map(({ text }) => text).join(''),
    runs,
    heading: heading === undefined ? null : Number(heading),
    caption: style === 'caption',
    list: found.numbering ? { ordered: found.numbering.isOrdered, level: Number(found.numbering.level) } : null,
  }
}

function runsOf(found: Element, bold: boolean, italic: boolean): WordRun[] {
  const [isBold, isItalic] = [bold || found.isBold === true, italic || found.isItalic === true]
  if (found.type === 'text') return [{ text: cleanText(found.value ?? ''), bold: isBold, italic: isItalic }]
  if (found.type === 'tab') return [{ text: ' ', bold: isBold, italic: isItalic }]
  if (found.type === 'break') return [{ text: '\n', bold: isBold, italic: isItalic }]
  return (found.children ?? []).flatMap((child) => runsOf(child, isBold, isItalic))
}

/** Runs of one look become one; spaces are single, and none at either end. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const merged: WordRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic) merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  const single = merged.map((run) => ({ ...run, text: run.text.replace(/[^\S\n]+/gu, ' ') }))
  return trimmed(single)
}

/** The same runs without white space at either end of the whole. */
export function trimmed(runs: readonly WordRun[]): WordRun[] {
  const from = runs.findIndex(({ text }) => text.trim() !== '')
  if (from === -1) return []
  const to = runs.findLastIndex(({ text }) => text.trim() !== '')
  return runs.slice(from, to + 1).map((run, at) => {
    const began = at === 0 ? run.text.trimStart() : run.text
    return { ...run, text: at === to - from ? began.trimEnd() : began }
  })
}

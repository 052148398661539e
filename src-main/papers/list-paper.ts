import type { CivilDate } from '../api/base.ts'
import { formatDate } from '../domain/date-words.ts'
import { countText } from '../domain/number-words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { LANDSCAPE_TEXT_WIDTH, plainParagraph, PORTRAIT_TEXT_WIDTH, type PaperBlock, type PaperDocument, type TableColumn } from './model.ts'
import { keptAbbreviations } from './wording.ts'

/** A list that becomes a Word table: what it is, and its cells as they read. */
export interface ListContent {
  readonly title: string
  /** As at which date and how it was filtered, a line each. */
  readonly note: readonly string[]
  readonly columns: readonly { readonly heading: string; readonly align: TableColumn['align'] }[]
  readonly rows: readonly (readonly string[])[]
  /** It says on every page, and first of all, that it is not for publication. */
  readonly exempt: { readonly sentence: string } | null
  readonly council: string
  readonly createdOn: CivilDate
}

/** More columns than this stand better on a page on its side. */
const MOST_UPRIGHT = 5
/** Characters of the longest column that count for its width; longer texts take more lines. */
const LONGEST_COUNTED = 44
const SHORTEST_COUNTED = 7

/**
 * A list as a paper: what it is under a first heading, the table under a second, captioned, on a page that lies as the
 * columns need it. An empty list says "None" in words instead of a table without rows.
 */
export function listPaper(list: ListContent): PaperDocument {
  const natural = list.columns.map(({ heading }, at) => naturalWidth(heading, list.rows, at))
  const upright = list.columns.length <= MOST_UPRIGHT && natural.reduce((sum, width) => sum + width, 0) <= 84
  const widths = shared(natural, upright ? PORTRAIT_TEXT_WIDTH : LANDSCAPE_TEXT_WIDTH)
  const blocks: PaperBlock[] = [
    { kind: 'heading', level: 1, text: 'About this list' },
    ...(list.exempt ? [plainParagraph(list.exempt.sentence)] : []),
    ...list.note.map(plainParagraph),
    plainParagraph(`Written on ${formatDate(list.createdOn)}. ${countText(list.rows.length)} ${list.rows.length === 1 ? 'row' : 'rows'}.`),
    { kind: 'heading', level: 1, text: 'The list' },
    ...(list.rows.length === 0 ? [plainParagraph('None.')] : [tableOf(list, widths)]),
  ]
  return {
    title: list.title,
    author: list.council,
    subject: `A list written on ${formatDate(list.createdOn)}`,
    classification: list.exempt ? 'NOT FOR PUBLICATION' : 'WORKING LIST',
    page: upright ? 'portrait' : 'landscape',
    createdOn: list.createdOn,
    blocks: [{ kind: 'title', text: list.title }, ...expandAbbreviations(blocks, keptAbbreviations())],
  }
}

function tableOf({ title, columns, rows }: ListContent, widths: readonly number[]): PaperBlock {
  return {
    kind: 'table',
    caption: title,
    description: `One row for each line of the list: ${columns.map(({ heading }) => heading).join(', ')}.`,
    keepTogether: rows.length <= 12,
    columns: columns.map(({ heading, align }, at) => ({ header: heading, align, width: widths[at] ?? 0 })),
    rows,
  }
}

/** In characters: the longest word of the heading must fit, and nine in ten of the cells should stand on one line. */
function naturalWidth(heading: string, rows: ListContent['rows'], at: number): number {
  const lengths = rows.map((row) => (row[at] ?? '').length).sort((a, b) => a - b)
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const longestWord = Math.max(0, ...heading.split(/\s+/u).map((word) => word.length + 2))
  return Math.min(Math.max(usual, longestWord, SHORTEST_COUNTED), LONGEST_COUNTED)
}

/** The page shared out by what each column needs; whole twips that add up to it. */
function shared(natural: readonly number[], page: number): number[] {
  const all = natural.reduce((sum, width) => sum + width, 0)
  const widths = natural.map((width) => Math.floor((width * page) / all))
  const left = page - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === 0 ? width + left : width))
}

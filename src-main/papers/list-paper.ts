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
/** A character of the table's text, and the padding of a cell, in twips. */
const CHARACTER = 125
const PADDING = 230
/** Longer texts take more lines, and longer words are broken. */
const LONGEST_TEXT = 44
const LONGEST_WORD = 16

/**
 * A list as a paper: what it is under a first heading, the table under a second, captioned, on a page that lies as the
 * columns need it. An empty list says "None" in words instead of a table without rows.
 */
export function listPaper(list: ListContent): PaperDocument {
  const needs = list.columns.map(({ heading }, at) => widthNeeded(heading, list.rows, at))
  const upright = list.columns.length <= MOST_UPRIGHT && sumOf(needs.map(({ wished }) => wished)) <= PORTRAIT_TEXT_WIDTH
  const widths = shared(needs, upright ? PORTRAIT_TEXT_WIDTH : LANDSCAPE_TEXT_WIDTH)
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

interface Need {
  /** So that no word is broken. */
  least: number
  /** So that nine cells in ten stand on one line. */
  wished: number
}

function widthNeeded(heading: string, rows: ListContent['rows'], at: number): Need {
  const cells = rows.map((row) => row[at] ?? '')
  const word = longest([heading, ...cells.slice(0, 1_000)].flatMap((text) => text.split(/\s+/u)))
  const lengths = cells.map((text) => text.length).sort((a, b) => a - b)
  const usual = Math.max(lengths[Math.floor(lengths.length * 0.9)] ?? 0, word)
  return { least: Math.min(word, LONGEST_WORD) * CHARACTER + PADDING, wished: Math.min(usual, LONGEST_TEXT) * CHARACTER + PADDING }
}

function longest(words: readonly string[]): number {
  return words.reduce((most, word) => Math.max(most, word.length), 0)
}

/** The page shared out: first what each column needs, then the rest by what it wishes; whole twips that add up to it. */
function shared(needs: readonly Need[], page: number): number[] {
  const least = sumOf(needs.map((need) => need.least))
  const more = sumOf(needs.map(({ least: own, wished }) => wished - own))
  const share = (need: Need) => {
    if (least > page || more === 0) return (need.least * page) / least
    return need.least + ((need.wished - need.least) * (page - least)) / more
  }
  const widths = needs.map((need) => Math.floor(share(need)))
  const left = page - sumOf(widths)
  return widths.map((width, at) => (at === 0 ? width + left : width))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

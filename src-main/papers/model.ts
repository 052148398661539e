import type { CivilDate } from '../api/base.ts'
import type { Classification, PaperBlock, PaperParagraph } from '../api/paper-blocks.ts'

export type { Classification, ListChild, PaperBlock, PaperHeading, PaperList, PaperListItem, PaperParagraph, PaperTable, PaperTitle, Run, TableColumn, TextRun } from '../api/paper-blocks.ts'

/**
 * A paper as plain data: what it says, in which order, and nothing about Word. Every paper that Quartet writes is first
 * built as this, so that its words can be asserted without opening a file, and one renderer draws them all.
 */

export interface PaperDocument {
  readonly title: string
  /** Who the paper is from, as Word's properties name it: a council, never a person by default. */
  readonly author: string
  readonly subject: string
  readonly classification: Classification
  /** What else every page says of it: that it is a draft. */
  readonly marking?: string
  /** Which way the pages lie; portrait unless a wide table needs the other. */
  readonly page?: 'portrait' | 'landscape'
  /** Word's created and modified date: given, so that the same paper is the same bytes on any day. */
  readonly createdOn: CivilDate
  readonly blocks: readonly PaperBlock[]
}

/** Width of the text on portrait A4 between margins of 2.54 cm, in twips. */
export const PORTRAIT_TEXT_WIDTH = 9_026
/** The same of landscape A4. */
export const LANDSCAPE_TEXT_WIDTH = 13_958

/** A paragraph of plain text. */
export function plainParagraph(text: string): PaperParagraph {
  return { kind: 'paragraph', runs: [{ kind: 'text', text, bold: false, italic: false }] }
}

import type { CivilDate } from '../api/base.ts'

/**
 * A paper as plain data: what it says, in which order, and nothing about Word. Every paper that Quartet writes is first
 * built as this, so that its words can be asserted without opening a file, and one renderer draws them all.
 */

/** How a paper may be seen. It stands in words on every page. */
export type Classification = 'PUBLIC'

/** Text of one look within a paragraph. */
export interface TextRun {
  readonly kind: 'text'
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

/** A new line within a paragraph. */
export interface LineBreak {
  readonly kind: 'lineBreak'
}

export type Run = TextRun | LineBreak

/** The paper's own name, once, before its first heading. */
export interface PaperTitle {
  readonly kind: 'title'
  readonly text: string
}

/** A numbered heading; Word numbers it (1, 1.1, 1.1.1), the text holds no number. */
export interface PaperHeading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface PaperParagraph {
  readonly kind: 'paragraph'
  readonly runs: readonly Run[]
}

export type ListChild = PaperParagraph | PaperList

export interface PaperListItem {
  readonly children: readonly ListChild[]
}

/** A list that Word numbers. `start` is the first number of an ordered list; bullets ignore it. */
export interface PaperList {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly items: readonly PaperListItem[]
}

export interface TableColumn {
  readonly header: string
  /** In twips (1,440 an inch); the columns of a portrait page share {@link PORTRAIT_TEXT_WIDTH}. */
  readonly width: number
  /** Numbers stand right, under one another. */
  readonly align: 'left' | 'right'
}

/**
 * A table with its caption above it. Word numbers captions in order ("Table 1: …"). Every row has a text for every
 * column; a text that is blank prints "Not recorded".
 */
export interface PaperTable {
  readonly kind: 'table'
  readonly caption: string
  /** What the table shows, for a reader who cannot see it. */
  readonly description: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  /** A short table moves to the next page rather than break; a long one breaks between rows. */
  readonly keepTogether: boolean
}

export type PaperBlock = PaperTitle | PaperHeading | PaperParagraph | PaperList | PaperTable

export interface PaperDocument {
  readonly title: string
  /** Who the paper is from, as Word's properties name it: a council, never a person by default. */
  readonly author: string
  readonly subject: string
  readonly classification: Classification
  /** Word's created and modified date: given, so that the same paper is the same bytes on any day. */
  readonly createdOn: CivilDate
  readonly blocks: readonly PaperBlock[]
}

/** Width of the text on portrait A4 between margins of 2.54 cm, in twips. */
export const PORTRAIT_TEXT_WIDTH = 9_026

/** A paragraph of plain text. */
export function plainParagraph(text: string): PaperParagraph {
  return { kind: 'paragraph', runs: [{ kind: 'text', text, bold: false, italic: false }] }
}

import { z } from 'zod'

/**
 * What a paper says, block by block, and nothing about Word: the one content from which Word's file and the preview on
 * screen are both drawn, so that they cannot differ.
 */

/** How a paper may be seen. It stands in words on every page. */
export const classification = z.literal(['PUBLIC', 'WORKING LIST', 'NOT FOR PUBLICATION'])
export type Classification = z.infer<typeof classification>

/** Text of one look within a paragraph. */
const textRun = z.object({ kind: z.literal('text'), text: z.string(), bold: z.boolean(), italic: z.boolean() }).readonly()
/** A new line within a paragraph. */
const lineBreak = z.object({ kind: z.literal('lineBreak') }).readonly()
const run = z.union([textRun, lineBreak])
export type TextRun = z.infer<typeof textRun>
export type Run = z.infer<typeof run>

/** The paper's own name, once, before its first heading. */
const title = z.object({ kind: z.literal('title'), text: z.string() }).readonly()
export type PaperTitle = z.infer<typeof title>

/** A numbered heading (1, 1.1, 1.1.1); its text holds no number. `newPage`: it begins a page. */
const heading = z.object({ kind: z.literal('heading'), level: z.literal([1, 2, 3]), text: z.string(), newPage: z.literal(true).optional() }).readonly()
export type PaperHeading = z.infer<typeof heading>

const paragraph = z.object({ kind: z.literal('paragraph'), runs: z.array(run).readonly() }).readonly()
export type PaperParagraph = z.infer<typeof paragraph>

export type ListChild = PaperParagraph | PaperList
export interface PaperListItem {
  readonly children: readonly ListChild[]
}

/** A numbered or bulleted list. `start` is the first number of an ordered list; bullets ignore it. */
export interface PaperList {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly items: readonly PaperListItem[]
}

const list: z.ZodType<PaperList> = z.object({
  kind: z.literal('list'),
  ordered: z.boolean(),
  start: z.number().int(),
  get items() {
    return z.array(z.object({ children: z.array(z.union([paragraph, list])) }))
  },
})

const column = z
  .object({
    header: z.string(),
    /** In twips (1,440 an inch): the columns of a portrait page share 9,026. */
    width: z.number(),
    /** Numbers stand right, under one another. */
    align: z.enum(['left', 'right']),
  })
  .readonly()
export type TableColumn = z.infer<typeof column>

/**
 * A table with its caption above it, numbered in order ("Table 1: …"). Every row has a text for every column; a text
 * that is blank prints "Not recorded".
 */
const table = z
  .object({
    kind: z.literal('table'),
    caption: z.string(),
    /** What the table shows, for a reader who cannot see it. */
    description: z.string(),
    columns: z.array(column).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    /** A short table moves to the next page rather than break; a long one breaks between rows. */
    keepTogether: z.boolean(),
  })
  .readonly()
export type PaperTable = z.infer<typeof table>

export const paperBlock = z.union([title, heading, paragraph, list, table])
export type PaperBlock = z.infer<typeof paperBlock>

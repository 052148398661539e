import { z } from 'zod'
import { schoolGroup } from './base.ts'

/**
 * The one small schema of rich text: minutes and narrative are kept as this JSON, never as HTML. It is the shape that
 * the editor's own documents have, so nothing is translated on the way.
 */
export const mark = z.object({ type: z.enum(['bold', 'italic']) })

/** How a live figure shows itself in a sentence. */
export const figureAttributes = z.object({
  figure: z.enum(['visited', 'dsgCoverage', 'dsgRounds', 'dsgMeetings', 'packagesRequired']),
  group: schoolGroup.nullable(),
  /** `percent` 87%, `number` 252, `outOf` 290, `words` three. */
  show: z.enum(['percent', 'number', 'outOf', 'words']),
})
export type FigureAttributes = z.infer<typeof figureAttributes>

export const inlineNode = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({ type: z.literal('figure'), attrs: figureAttributes }),
])
export type InlineNode = z.infer<typeof inlineNode>

export const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(inlineNode).optional() })
export type Paragraph = z.infer<typeof paragraph>

export type Block = Paragraph | List
export interface ListItem { type: 'listItem'; content: Block[] }
export interface List { type: 'bulletList' | 'orderedList'; content: ListItem[]; attrs?: { start?: number | undefined; type?: string | null | undefined } | undefined }

export const listItem: z.ZodType<ListItem> = z.object({
  type: z.literal('listItem'),
  get content() {
    return z.array(block).min(1)
  },
})

export const list: z.ZodType<List> = z.object({
  type: z.enum(['bulletList', 'orderedList']),
  attrs: z.object({ start: z.number().int().optional(), type: z.string().nullish() }).optional(),
  content: z.array(listItem).min(1),
})

export const block: z.ZodType<Block> = z.union([paragraph, list])

/** A whole document. An empty one is `{ type: 'doc', content: [{ type: 'paragraph' }] }`. */
export const richText = z.object({ type: z.literal('doc'), content: z.array(block).min(1).max(5_000) })
export type RichText = z.infer<typeof richText>

export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }

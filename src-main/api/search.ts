import { z } from 'zod'
import { civilDate, procedure } from './base.ts'

export const searchHit = z.object({
  kind: z.enum(['school', 'minute', 'action', 'paper']),
  /** What to open: a URN, a meeting, an action or a paper. */
  target: z.string(),
  title: z.string(),
  /** The passage, in pieces, so that a screen can mark the found words without any markup in text. */
  passage: z.array(z.object({ text: z.string(), found: z.boolean() })),
  date: civilDate.nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

export const search = {
  find: procedure.input(z.object({ words: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) })).output(z.array(searchHit)),
}

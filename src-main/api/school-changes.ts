import { z } from 'zod'
import { procedure, rowId, urn } from './base.ts'

/** One thing that a change wrote, in words: no column, key or code of the workspace. */
export const changedThing = z.object({
  key: z.string(),
  /** "Visit on 12 May 2016 changed" */
  what: z.string(),
  /** It tells of a concern that is exempt information by default. */
  exempt: z.boolean(),
  /** The visit, where it still stands. */
  visitId: rowId.nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type ChangedThing = z.infer<typeof changedThing>

/** One change that touched a school: who, when, and all that it wrote about the school. */
export const schoolChange = z.object({
  transactionId: rowId,
  at: z.string(),
  officer: z.string(),
  summary: z.string(),
  undone: z.boolean(),
  import: z.object({ id: rowId, fileName: z.string() }).nullable(),
  things: z.array(changedThing),
})
export type SchoolChange = z.infer<typeof schoolChange>

/** The whole history of one record, the newest first: `rows` from `offset`, with how many changes there are. */
export const changes = procedure
  .input(z.object({ urn, offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(100).default(20) }))
  .output(z.object({ total: z.number().int(), rows: z.array(schoolChange) }))

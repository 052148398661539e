import { z } from 'zod'
import { civilDate, procedure, rowId, urn } from './base.ts'
import { minutesState } from './meetings.ts'

/** A passage in pieces, so that a screen can mark the found words without any markup in text. */
const passage = z.array(z.object({ text: z.string(), found: z.boolean() }))
export type Passage = z.infer<typeof passage>

export const searchHit = z.object({
  kind: z.enum(['school', 'minute', 'action', 'paper']),
  /** What to open: a URN, a meeting, an action or a paper. */
  target: z.string(),
  title: z.string(),
  passage,
  date: civilDate.nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

/**
 * What is searched of the committees' work: titles of agenda items; what was said; what was decided, with reasons; what was
 * agreed to be done, with what became of it; and words of circulated versions that a later version no longer has.
 */
export const saidKind = z.enum(['item', 'minute', 'decision', 'action', 'version'])
export type SaidKind = z.infer<typeof saidKind>

export const saidHit = z.object({
  kind: saidKind,
  /** One hit of a kind; the same for the same thing, however often it is found. */
  id: z.string(),
  title: z.string(),
  bodyName: z.string(),
  date: civilDate,
  meetingId: rowId,
  itemId: rowId.nullable(),
  actionId: rowId.nullable(),
  passage,
  /** The item is exempt: what is shown here is not for publication. */
  exempt: z.boolean(),
  /** How the minutes of the meeting stand; what is agreed is the record. */
  minutes: minutesState,
})
export type SaidHit = z.infer<typeof saidHit>

export const saidQuestion = z.object({
  /** May be empty where a school is given. */
  words: z.string().max(200).default(''),
  bodyId: rowId.optional(),
  /** Of the meeting's date, both days included. */
  from: civilDate.optional(),
  to: civilDate.optional(),
  /** A school that is linked or named. */
  urn: urn.optional(),
  kinds: z.array(saidKind).optional(),
  sort: z.enum(['relevance', 'date']).default('relevance'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(100).default(50),
})

export const search = {
  find: procedure.input(z.object({ words: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) })).output(z.array(searchHit)),
  /** Everything said, decided and agreed that has all the words; `counts` are of every kind, whichever are asked for. */
  said: procedure.input(saidQuestion).output(z.object({ total: z.number().int(), counts: z.record(saidKind, z.number().int()), hits: z.array(saidHit) })),
}

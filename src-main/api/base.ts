import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

/** A civil date, `YYYY-MM-DD`: no time, no zone. Years before 1000 are fillers (0001), never a date that somebody meant. */
export const civilDate = z.iso.date().refine((date) => date >= '1000-01-01', 'A date before the year 1000 is a filler, not a date')
export type CivilDate = z.infer<typeof civilDate>

/** A UUIDv7, so that rows may one day meet rows from another laptop. */
export const rowId = z.uuid()

/** Six digits as text: the register's own key of an establishment. */
export const urn = z.string().regex(/^\d{6}$/)

/** A line that says something: at least one character that can be seen, however many that cannot stand beside it. */
export function words(most: number, missing = 'Write something here') {
  return z.string().trim().max(most).regex(/[\p{L}\p{N}\p{P}\p{S}]/u, missing)
}

/** The two groups every statistic is split by; other establishments are in neither. */
export const schoolGroup = z.enum(['maintained', 'academy'])
export type SchoolGroup = z.infer<typeof schoolGroup>

/**
 * Every procedure starts here. The one expected error is a refusal: `message` is the sentence for the officer, `code`
 * the stable name for the program.
 */
export const procedure = oc.errors({
  REFUSED: { status: 422, data: z.object({ code: z.string() }) },
})

/** What every change answers: enough to say "Visit deleted. Undo". */
export const change = z.object({ transactionId: rowId, sentence: z.string() })
export type Change = z.infer<typeof change>

/** A change that made or touched one row. */
export const rowChange = change.extend({ id: rowId })

/** A file that crosses the api: bytes with a suggested name. */
export const outgoingFile = z.file()

/** Steps of long work: zero or more of `progress`, then exactly one `done`. */
export function progressOf<T extends z.ZodType>(result: T) {
  return eventIterator(
    z.discriminatedUnion('step', [
      z.object({ step: z.literal('progress'), words: z.string(), done: z.number().int(), total: z.number().int().nullable() }),
      z.object({ step: z.literal('done'), result }),
    ]),
  )
}

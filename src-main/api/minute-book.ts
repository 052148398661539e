import { z } from 'zod'
import { civilDate, outgoingFile, procedure, rowId } from './base.ts'

/** A calendar year, as it stands in the numbers of a body's decisions. */
const year = z.number().int().min(1900).max(2999)
const bookOf = z.object({ bodyId: rowId, year })

export const bookMeeting = z.object({
  id: rowId,
  date: civilDate,
  /** Whether its minutes are in the book: they are agreed and signed. */
  signed: z.boolean(),
  /** How its minutes stand, as the end of a sentence about the meeting: "its minutes are agreed, but not signed". */
  standing: z.string(),
})
export type BookMeeting = z.infer<typeof bookMeeting>

export const minuteBook = z.object({
  bodyName: z.string(),
  /** The years in which the body has met or is to meet, the latest first. */
  years: z.array(year),
  meetings: z.array(bookMeeting),
  /** Whether anything in it is exempt, so that the public book is another one. */
  exempt: z.boolean(),
})
export type MinuteBook = z.infer<typeof minuteBook>

/** The minute book of a body and a year: a part of `minutes`. */
export const book = {
  /** What would be in the book, and what is missing from it. */
  bookContents: procedure.input(bookOf).output(minuteBook),
  /** The book as one Word document. Refuses (`no-signed-minutes`) where nothing of that year is signed. */
  book: procedure.input(bookOf.extend({ audience: z.enum(['full', 'public']).default('full') })).output(outgoingFile),
}

import { z } from 'zod'
import { outgoingFile, procedure, rowId } from './base.ts'

/** For whom a document is made: the public one has the exempt items withheld and listed as withheld. */
export const audience = z.enum(['full', 'public'])
export type Audience = z.infer<typeof audience>

export const agendas = {
  /** The agenda as Word: items with presenter, time and papers, the minutes to be agreed, and the open actions under "Matters arising". */
  word: procedure.input(z.object({ meetingId: rowId, audience: audience.default('full') })).output(outgoingFile),
}

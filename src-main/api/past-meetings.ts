import { z } from 'zod'
import { civilDate, outgoingFile, procedure, rowChange, rowId, words } from './base.ts'
import { exemptParagraph, itemOutcome, presence } from './meetings.ts'
import { richText } from './richtext.ts'

const clockTime = z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 14:00')

export const proposedAction = z.object({
  text: z.string(),
  owner: z.string(),
  /** Null where the file gives none that can be read: an officer says it, nobody guesses. */
  due: civilDate.nullable(),
  /** What the file says instead of a date: "end of term". */
  dueWords: z.string(),
})
export type ProposedAction = z.infer<typeof proposedAction>

export const proposedItem = z.object({
  title: z.string(),
  document: richText,
  outcome: itemOutcome.nullable(),
  paragraph: exemptParagraph.nullable(),
  publicInterest: z.string(),
  decisions: z.array(z.object({ text: z.string(), reasons: z.string() })),
  actions: z.array(proposedAction),
})
export type ProposedItem = z.infer<typeof proposedItem>

const proposedAttendee = z.object({ role: z.string(), organisation: z.string(), presence: presence.nullable(), standsInFor: z.string(), arrivedAt: z.string(), leftAt: z.string() })
export type ProposedAttendee = z.infer<typeof proposedAttendee>

/** What a Word file of minutes was understood to say. Nothing is kept of it before an officer has looked at it. */
export const minutesProposal = z.object({
  bodyId: rowId.nullable(),
  date: civilDate.nullable(),
  time: z.string(),
  endedAt: z.string(),
  place: z.string(),
  attendance: z.array(proposedAttendee),
  items: z.array(proposedItem),
  /** Of a table of actions, those that belong to no item. */
  otherActions: z.array(proposedAction),
  /** What an officer must know of how the file was read, a sentence each. */
  notes: z.array(z.string()),
})
export type MinutesProposal = z.infer<typeof minutesProposal>

/** A file with bytes; a large one is refused in words. */
const file = z.file()
const confirmedAction = z.object({ text: words(2_000, 'Write what is to be done'), owner: words(120, 'Say who owns the action'), due: civilDate })

/** A meeting as an officer confirmed it. */
export const confirmedMinutes = z.object({
  /** An existing meeting without minutes; null: a new one of the body, on the date. */
  meetingId: rowId.nullable(),
  bodyId: rowId,
  date: civilDate,
  time: clockTime,
  endedAt: clockTime,
  place: z.string().trim().max(200),
  attendance: z.array(proposedAttendee.extend({ role: words(120, 'Say who, by role'), organisation: z.string().trim().max(120), arrivedAt: clockTime, leftAt: clockTime })).max(200),
  items: z
    .array(
      proposedItem.extend({
        title: words(300, 'Write the title of the item'),
        publicInterest: z.string().trim().max(2_000),
        decisions: z.array(z.object({ text: words(2_000, 'Write the decision'), reasons: z.string().trim().max(2_000) })).max(100),
        actions: z.array(confirmedAction).max(200),
      }),
    )
    .min(1, 'Take at least one item')
    .max(200),
  otherActions: z.array(confirmedAction).max(500),
})
export type ConfirmedMinutes = z.infer<typeof confirmedMinutes>

export const pastMeetings = {
  /** Reads a Word file of minutes and proposes what it says. Changes nothing. */
  read: procedure.input(z.object({ file })).output(minutesProposal),
  /** Meetings without minutes into which the file may be read: of one body, the nearest to its date first. */
  places: procedure.input(z.object({ bodyId: rowId, date: civilDate.nullable() })).output(z.array(z.object({ id: rowId, date: civilDate, time: z.string() }))),
  /** The meeting with its items, minutes, decisions and actions as confirmed, in one change; the file is kept with its hash. */
  enter: procedure.input(z.object({ file, minutes: confirmedMinutes })).output(rowChange),
  /** The file from which a meeting's minutes were read, if they were. */
  source: procedure.input(z.object({ meetingId: rowId })).output(z.object({ name: z.string(), sha256: z.string(), size: z.number().int() }).nullable()),
  sourceFile: procedure.input(z.object({ meetingId: rowId })).output(outgoingFile),
}

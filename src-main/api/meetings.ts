import { z } from 'zod'
import { change, civilDate, procedure, rowChange, rowId, urn, words } from './base.ts'
import { richText } from './richtext.ts'

export const bodyKind = z.enum([
  'quartet',
  'contractManagement',
  'districtStrategyGroup',
  'crossCutting',
  'educationImprovement',
  'auditCommittee',
  'lasiWorkshop',
  'other',
])
export type BodyKind = z.infer<typeof bodyKind>

export const body = z.object({
  id: rowId,
  name: z.string(),
  /** Stands in numbers: `IQ`, `CMG`, `LASI`, `DSG-YAR`. */
  code: z.string(),
  kind: bodyKind,
  district: z.string().nullable(),
  statutory: z.boolean(),
  aliases: z.array(z.string()),
  members: z.array(z.object({ id: rowId, role: z.string(), organisation: z.string(), chair: z.boolean() })),
})
export type Body = z.infer<typeof body>

export const bodies = {
  list: procedure.output(z.array(body)),
}

export const meetingState = z.enum(['planned', 'agendaIssued', 'held', 'cancelled', 'inquorate', 'adjourned'])
export type MeetingState = z.infer<typeof meetingState>

export const minutesState = z.enum(['drafting', 'circulated', 'agreed', 'agreedWithCorrections', 'signed'])
export type MinutesState = z.infer<typeof minutesState>

export const presence = z.enum(['present', 'inAttendance', 'apologies', 'absent'])
export type Presence = z.infer<typeof presence>

export const attendee = z.object({ id: rowId, role: z.string(), organisation: z.string(), presence: presence.nullable() })

export const itemPurpose = z.enum(['decision', 'discussion', 'information'])

/** What became of an item for decision in which nothing was decided. */
export const itemOutcome = z.enum(['noted', 'deferred', 'withdrawn'])
export type ItemOutcome = z.infer<typeof itemOutcome>

/** One of the seven of Schedule 12A of the Local Government Act 1972. */
export const exemptParagraph = z.number().int().min(1).max(7)

/** An item that fills itself: the minutes to be agreed, or the body's open actions. */
export const itemRole = z.enum(['lastMinutes', 'mattersArising'])
export type ItemRole = z.infer<typeof itemRole>

/** Decisions are numbered by body and year of the meeting: `IQ 2016/14`. */
export const decision = z.object({ id: rowId, number: z.string(), itemId: rowId, text: z.string(), reasons: z.string() })

export const actionState = z.enum(['open', 'inProgress', 'done', 'confirmed', 'superseded', 'cancelled'])
export type ActionState = z.infer<typeof actionState>

/** `overdue` is derived for the day asked about, never stored: due before it and not done on it. */
export const action = z.object({
  id: rowId,
  number: z.string(),
  text: z.string(),
  owner: z.string(),
  due: civilDate,
  /** As it was given at its meeting. */
  originalOwner: z.string(),
  originalDue: civilDate,
  notBefore: civilDate.nullable(),
  state: actionState,
  overdue: z.boolean(),
  /** Whole days from the day asked about to the due date; negative when past. */
  daysLeft: z.number().int(),
  doneOn: civilDate.nullable(),
  bodyCode: z.string(),
  bodyName: z.string(),
  meetingId: rowId,
  meetingDate: civilDate,
  itemId: rowId.nullable(),
})
export type Action = z.infer<typeof action>

export const agendaItem = z.object({
  id: rowId,
  number: z.number().int(),
  title: z.string(),
  presenter: z.string(),
  purpose: itemPurpose,
  /** Time set aside for it, in minutes. */
  minutes: z.number().int().positive().nullable(),
  /** Of Schedule 12A, where the item is exempt. */
  paragraph: exemptParagraph.nullable(),
  publicInterest: z.string(),
  role: itemRole.nullable(),
  outcome: itemOutcome.nullable(),
  document: richText,
  savedAt: z.string().nullable(),
})
export type AgendaItem = z.infer<typeof agendaItem>

export const meetingRow = z.object({
  id: rowId,
  bodyId: rowId,
  bodyName: z.string(),
  bodyKind,
  bodyCode: z.string(),
  date: civilDate,
  time: z.string(),
  place: z.string(),
  state: meetingState,
  minutes: minutesState,
  items: z.number().int(),
  minuted: z.number().int(),
  decisions: z.number().int(),
  actions: z.number().int(),
  attendedSchools: z.number().int(),
})
export type MeetingRow = z.infer<typeof meetingRow>

export const meeting = meetingRow.extend({
  attendance: z.array(attendee),
  agenda: z.array(agendaItem),
  decisionList: z.array(decision),
  actionList: z.array(action),
  /** Open actions of the body from earlier meetings, by due date: what "Matters arising" brings back. */
  mattersArising: z.array(action),
  /** The earlier meeting whose minutes this one takes, if any. */
  previous: z.object({ id: rowId, date: civilDate }).nullable(),
  /** For a District Strategy Group: the schools of its district, and whether they attended. */
  schools: z.array(z.object({ urn, name: z.string(), group: z.string(), attended: z.boolean() })),
})
export type Meeting = z.infer<typeof meeting>

const meetingEntry = z.object({
  bodyId: rowId,
  date: civilDate,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 14:00').or(z.literal('')),
  place: z.string().trim().max(200),
})

const itemEntry = z.object({
  title: words(200, 'Give the item a title'),
  presenter: z.string().trim().max(120),
  purpose: itemPurpose,
  minutes: z.number().int().min(1, 'Write the time as whole minutes').max(600).nullable(),
  paragraph: exemptParagraph.nullable(),
  publicInterest: z.string().trim().max(2_000),
})

export const meetings = {
  list: procedure
    .input(z.object({ bodyId: rowId.optional(), kind: bodyKind.optional() }).default({}))
    .output(z.array(meetingRow)),
  get: procedure.input(z.object({ id: rowId })).output(meeting),
  /** Makes the meeting with the body's standing items and its members as expected attendees. */
  create: procedure.input(meetingEntry).output(rowChange),
  edit: procedure.input(meetingEntry.omit({ bodyId: true }).extend({ id: rowId })).output(rowChange),
  /** Illegal moves are refused with a sentence that says what to do instead. */
  move: procedure.input(z.object({ id: rowId, to: meetingState })).output(rowChange),
  delete: procedure.input(z.object({ id: rowId })).output(change),
  setPresence: procedure.input(z.object({ attendeeId: rowId, presence: presence.nullable() })).output(change),
  addAttendee: procedure
    .input(z.object({ meetingId: rowId, role: words(120, 'Say who it is, by role'), organisation: z.string().trim().max(120), presence }))
    .output(rowChange),
  removeAttendee: procedure.input(z.object({ attendeeId: rowId })).output(change),
  /** Exempt items have a paragraph and the public-interest reason. */
  addItem: procedure
    .input(
      itemEntry.extend({
        meetingId: rowId,
        presenter: itemEntry.shape.presenter.default(''),
        purpose: itemPurpose.default('discussion'),
        minutes: itemEntry.shape.minutes.default(null),
        paragraph: itemEntry.shape.paragraph.default(null),
        publicInterest: itemEntry.shape.publicInterest.default(''),
      }),
    )
    .output(rowChange),
  editItem: procedure.input(itemEntry.extend({ itemId: rowId })).output(rowChange),
  /** What became of an item for decision in which nothing was decided; null takes it away. */
  setOutcome: procedure.input(z.object({ itemId: rowId, outcome: itemOutcome.nullable() })).output(rowChange),
  /** `to` is the new number, from 1. The others close up. */
  moveItem: procedure.input(z.object({ itemId: rowId, to: z.number().int().min(1) })).output(change),
  removeItem: procedure.input(z.object({ itemId: rowId })).output(change),
  /** Ticks schools on the checklist of a District Strategy Group meeting. */
  setSchoolAttendance: procedure
    .input(z.object({ meetingId: rowId, attendance: z.array(z.object({ urn, attended: z.boolean() })).min(1).max(2_000) }))
    .output(change),
}

export const actionEventKind = z.enum(['opened', 'started', 'progress', 'extended', 'transferred', 'done', 'confirmed', 'superseded', 'cancelled', 'reopened'])
export type ActionEventKind = z.infer<typeof actionEventKind>

export const actionEvent = z.object({
  id: rowId,
  kind: actionEventKind,
  date: civilDate,
  owner: z.string().nullable(),
  due: civilDate.nullable(),
  note: z.string(),
  officer: z.string(),
})

const actionText = words(2_000, 'Write what is to be done')
const owner = words(120, 'Name one owner, by role')

/** One move of the lifecycle. `extended` needs `due` and a reason, `transferred` an owner, `cancelled` and `superseded` a reason. */
const actionMove = z.object({
  kind: actionEventKind.exclude(['opened']),
  date: civilDate,
  note: z.string().trim().max(2_000).default(''),
  due: civilDate.optional(),
  owner: owner.optional(),
})
const manyMoves = actionMove.extend({ ids: z.array(rowId).min(1).max(60_000) })

export const actions = {
  list: procedure
    .input(
      z
        .object({
          asAt: civilDate.optional(),
          /** Done: recorded as done from `from` (default: the contract's start) to the as-at date. */
          view: z.enum(['all', 'live', 'overdue', 'dueSoon', 'done', 'closed']).default('live'),
          from: civilDate.optional(),
          bodyId: rowId.optional(),
          owner: z.string().optional(),
          search: z.string().max(200).optional(),
        })
        .default({ view: 'live' }),
    )
    .output(
      z.object({
        asAt: civilDate,
        from: civilDate,
        counts: z.object({ all: z.number().int(), live: z.number().int(), overdue: z.number().int(), dueSoon: z.number().int(), done: z.number().int(), closed: z.number().int() }),
        rows: z.array(action),
      }),
    ),
  get: procedure.input(z.object({ id: rowId })).output(action.extend({ events: z.array(actionEvent), itemTitle: z.string() })),
  owners: procedure.output(z.array(z.string())),
  record: procedure
    .input(z.object({ meetingId: rowId, itemId: rowId.nullable(), text: actionText, owner, due: civilDate, notBefore: civilDate.nullable().default(null) }))
    .output(rowChange.extend({ number: z.string() })),
  edit: procedure.input(z.object({ id: rowId, text: actionText })).output(rowChange),
  move: procedure.input(actionMove.extend({ id: rowId })).output(rowChange),
  /** Which of some actions could make a move, and for each other one why it cannot. Changes nothing. */
  checkMoves: procedure
    .input(manyMoves)
    .output(z.object({ possible: z.array(rowId), refused: z.array(z.object({ id: rowId, number: z.string(), reason: z.string() })) })),
  /** The same move of many actions: all of them or none. */
  moveMany: procedure.input(manyMoves).output(change),
  delete: procedure.input(z.object({ id: rowId })).output(change),
}

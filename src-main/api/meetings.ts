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

export const presence = z.enum(['present', 'inAttendance', 'apologies', 'absent'])
export type Presence = z.infer<typeof presence>

export const attendee = z.object({ id: rowId, role: z.string(), organisation: z.string(), presence: presence.nullable() })

export const itemPurpose = z.enum(['decision', 'discussion', 'information'])

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
  addItem: procedure
    .input(z.object({ meetingId: rowId, title: words(200, 'Give the item a title'), presenter: z.string().trim().max(120).default(''), purpose: itemPurpose.default('discussion') }))
    .output(rowChange),
  editItem: procedure
    .input(z.object({ itemId: rowId, title: words(200, 'Give the item a title'), presenter: z.string().trim().max(120), purpose: itemPurpose }))
    .output(rowChange),
  /** `to` is the new number, from 1. The others close up. */
  moveItem: procedure.input(z.object({ itemId: rowId, to: z.number().int().min(1) })).output(change),
  removeItem: procedure.input(z.object({ itemId: rowId })).output(change),
  /** Ticks schools on the checklist of a District Strategy Group meeting. */
  setSchoolAttendance: procedure
    .input(z.object({ meetingId: rowId, attendance: z.array(z.object({ urn, attended: z.boolean() })).min(1).max(2_000) }))
    .output(change),
}

export const minutes = {
  /** Called at every pause in typing. `text` is derived by the core. Answers when it was kept. */
  save: procedure.input(z.object({ itemId: rowId, document: richText })).output(z.object({ savedAt: z.string(), transactionId: rowId })),
  recordDecision: procedure
    .input(z.object({ itemId: rowId, text: words(2_000, 'Write the decision'), reasons: z.string().trim().max(2_000).default('') }))
    .output(rowChange.extend({ number: z.string() })),
  editDecision: procedure
    .input(z.object({ id: rowId, text: words(2_000, 'Write the decision'), reasons: z.string().trim().max(2_000) }))
    .output(rowChange),
  deleteDecision: procedure.input(z.object({ id: rowId })).output(change),
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

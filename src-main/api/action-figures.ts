import { z } from 'zod'
import { civilDate, procedure, rowId } from './base.ts'

/** The figures on actions that are sets of actions (DOMAIN.md, "Statistics"); the mean days to done are of those done. */
export const actionSet = z.enum(['open', 'overdue', 'done'])
export type ActionSet = z.infer<typeof actionSet>

/** How many actions were open and overdue on the as-at date, and how many done in the period. Days are whole days, rounded half up; null where none was done. */
export const actionCounts = z.object({
  open: z.number().int(),
  overdue: z.number().int(),
  done: z.number().int(),
  daysToDone: z.number().int().nullable(),
})
export type ActionCounts = z.infer<typeof actionCounts>

/** Actions of one body. */
export const bodyActions = actionCounts.extend({ bodyId: rowId, body: z.string() })
export type BodyActions = z.infer<typeof bodyActions>

/** Actions of a term: open and overdue at its end (or on the as-at date while it runs), done in it. */
export const termActions = actionCounts.extend({ key: z.string(), title: z.string(), from: civilDate, asAt: civilDate, running: z.boolean() })
export type TermActions = z.infer<typeof termActions>

/** Why an action moved in a figure: what happened to it, or what was done to the records. */
export const actionMoveReason = z.enum(['opened', 'reopened', 'fellDue', 'extended', 'done', 'superseded', 'cancelled', 'recordedLate', 'corrected', 'settings', 'otherwise'])
export type ActionMoveReason = z.infer<typeof actionMoveReason>

/** One action's step into a figure or out of it, why, and on which day it came about. */
export const actionMove = z.object({
  id: rowId,
  number: z.string(),
  text: z.string(),
  body: z.string(),
  from: z.enum(['out', 'counted']),
  to: z.enum(['out', 'counted']),
  why: actionMoveReason,
  because: z.string(),
  on: civilDate.nullable(),
})
export type ActionMove = z.infer<typeof actionMove>

/**
 * The figures on actions on two dates. As with figures of schools, the moves in `moved` turn the first date's actions into
 * the second's; `known` is the first date as it was known that day (null before Quartet held any action), and `restated`
 * turns it into `before`.
 */
export const actionComparison = z.object({
  before: actionCounts,
  after: actionCounts,
  known: actionCounts.nullable(),
  sets: z.array(z.object({ set: actionSet, moved: z.array(actionMove), restated: z.array(actionMove) })),
})
export type ActionComparison = z.infer<typeof actionComparison>

const question = z.object({ asAt: civilDate.optional(), from: civilDate.optional() }).default({})

export const actionFigures = {
  /** Over all bodies, and by body: those that have had an action by the as-at date, by name. */
  byBody: procedure.input(question).output(z.object({ asAt: civilDate, from: civilDate, total: actionCounts, bodies: z.array(bodyActions) })),
  /** By term, from the first term of the window to the one of the as-at date. Refuses more than 60 terms. */
  byTerm: procedure.input(question).output(z.array(termActions)),
  /** As at two dates, with why each moved. Refuses a first date after the second. */
  compare: procedure
    .input(z.object({ fromAsAt: civilDate, asAt: civilDate.optional(), from: civilDate.optional() }))
    .output(actionComparison.extend({ fromAsAt: civilDate, asAt: civilDate, from: civilDate })),
}

import { z } from 'zod'
import { change, civilDate, procedure, rowChange, rowId, schoolGroup, urn, words } from './base.ts'

/** DOMAIN.md, "Lifecycles": need identified → diagnosed → agreed → active → completed | paused | stopped | escalated. */
export const packageState = z.enum(['needIdentified', 'diagnosed', 'agreed', 'active', 'paused', 'escalated', 'completed', 'stopped'])
export type PackageState = z.infer<typeof packageState>

export const packageEventKind = z.enum([
  'identified',
  'diagnosed',
  'agreed',
  'started',
  'reviewed',
  'paused',
  'resumed',
  'escalated',
  'carriedOn',
  'completed',
  'stopped',
])
export type PackageEventKind = z.infer<typeof packageEventKind>

export const rag = z.enum(['red', 'amber', 'green'])
export type Rag = z.infer<typeof rag>

/** Education and Inspections Act 2006: section 60, and section 60A for teachers' pay and conditions. */
export const statute = z.enum(['section60', 'section60A'])
export type Statute = z.infer<typeof statute>

/** Days of work, in halves. */
export const days = z.number().min(0.5).max(400).multipleOf(0.5)
/** Money in pence. */
export const pence = z.number().int().min(1).max(100_000_000)

/** What has to be decided because the package's school closed in mid-package. */
export const closing = z.object({
  /** The last open day. */
  closedOn: civilDate,
  /** Where the package could be carried on; none for a school that closed without a successor. */
  successors: z.array(z.object({ urn, name: z.string(), group: schoolGroup.nullable(), openDate: civilDate.nullable() })),
})
export type Closing = z.infer<typeof closing>

/** A package as it stood on the day asked about; its state is folded from dated events. */
export const supportPackage = z.object({
  id: rowId,
  title: z.string(),
  /** The record it belongs to on the day: the successor, where it was carried on there. */
  urn,
  schoolName: z.string(),
  district: z.string().nullable(),
  group: schoolGroup.nullable(),
  state: packageState,
  lead: z.string(),
  provider: z.string(),
  plannedStart: civilDate.nullable(),
  plannedEnd: civilDate.nullable(),
  identifiedOn: civilDate,
  startedOn: civilDate.nullable(),
  endedOn: civilDate.nullable(),
  plannedDays: z.number().nullable(),
  /** Days worked up to the day. */
  actualDays: z.number(),
  /** Pence; what the package is expected to cost. */
  cost: z.number().int().nullable(),
  /** Of the latest review. */
  rag: rag.nullable(),
  reviewedOn: civilDate.nullable(),
  /** The last day of the term in which it has to be reviewed; null where none is due. */
  reviewDue: civilDate.nullable(),
  reviewOverdue: z.boolean(),
  closing: closing.nullable(),
})
export type SupportPackage = z.infer<typeof supportPackage>

const rating = z.object({ objectiveId: rowId, rag, note: z.string() })

export const packageDetail = supportPackage.extend({
  judgement: z.object({ id: rowId, decidedOn: civilDate, reason: z.string() }).nullable(),
  agreedWith: z.string(),
  funding: z.string(),
  /** The warning notice in force on the day. */
  notice: z.object({ date: civilDate, statute, guidance: z.string() }).nullable(),
  objectives: z.array(
    z.object({ id: rowId, text: z.string(), success: z.string(), from: civilDate, to: civilDate.nullable(), rag: rag.nullable(), note: z.string() }),
  ),
  days: z.array(z.object({ id: rowId, date: civilDate, days: z.number(), note: z.string() })),
  events: z.array(
    z.object({
      id: rowId,
      kind: packageEventKind,
      date: civilDate,
      note: z.string(),
      agreedWith: z.string().nullable(),
      funding: z.string().nullable(),
      rag: rag.nullable(),
      statute: statute.nullable(),
      guidance: z.string().nullable(),
      /** The school that it was carried on at. */
      school: z.string().nullable(),
      ratings: z.array(rating.extend({ objective: z.string() })),
      officer: z.string(),
    }),
  ),
  /** Dates out of their usual order, as sentences: said, never forbidden. */
  warnings: z.array(z.string()),
})
export type PackageDetail = z.infer<typeof packageDetail>

const note = z.string().trim().max(4_000).default('')

/** What is planned of a package. */
export const packagePlan = z.object({
  title: words(160, 'Give the package a title'),
  lead: words(120, 'Name the lead, by role'),
  provider: z.string().trim().max(160).default(''),
  plannedStart: civilDate.nullable().default(null),
  plannedEnd: civilDate.nullable().default(null),
  plannedDays: days.nullable().default(null),
  cost: pence.nullable().default(null),
})

export const newPackage = packagePlan.extend({
  urn,
  /** The need judgement it answers; the latest one that requires a package where it is left out. */
  judgementId: rowId.optional(),
  identifiedOn: civilDate,
})
export type NewPackage = z.infer<typeof newPackage>

export const packageMove = z.object({
  id: rowId,
  kind: packageEventKind.exclude(['identified', 'reviewed']),
  date: civilDate,
  note,
  /** With `agreed`: who agreed it at the school, by role, and who pays. */
  agreedWith: words(160).optional(),
  funding: words(300).optional(),
  /** With `escalated`. */
  statute: statute.optional(),
  guidance: words(200).optional(),
  /** With `carriedOn`: the successor. */
  urn: urn.optional(),
})
export type PackageMove = z.infer<typeof packageMove>

export const packageReview = z.object({
  id: rowId,
  date: civilDate,
  rag,
  narrative: words(4_000, 'Say in a sentence how the package goes'),
  ratings: z.array(z.object({ objectiveId: rowId, rag, note: z.string().trim().max(1_000).default('') })).max(50),
})
export type PackageReview = z.infer<typeof packageReview>

const objective = z.object({ text: words(500, 'Write the objective'), success: z.string().trim().max(500).default('') })

const question = z.object({
  asAt: civilDate.optional(),
  /** A package counts for the record it belongs to, and for that record's successors as the settings say. */
  urn: urn.optional(),
  district: z.string().nullable().optional(),
  lead: z.string().optional(),
  rag: rag.or(z.literal('none')).optional(),
  search: z.string().max(200).optional(),
})

export const packageCounts = z.record(packageState, z.number().int())
export type PackageCounts = z.infer<typeof packageCounts>

export const support = {
  /** Packages as at a day (default: today), with the figure "packages by state" over what the question narrows to. */
  list: procedure.input(question.default({})).output(
    z.object({
      asAt: civilDate,
      counts: packageCounts,
      rows: z.array(supportPackage),
      leads: z.array(z.string()),
      districts: z.array(z.string()),
    }),
  ),
  /** As at today with its whole story, or as it stood on a day with what was dated by then. */
  get: procedure.input(z.object({ id: rowId, asAt: civilDate.optional() })).output(packageDetail),
  /** Versions of the statutory guidance by the day from which each is followed, the earliest first. */
  guidance: procedure.output(z.array(z.object({ name: z.string(), from: civilDate, source: z.string() }))),
  start: procedure.input(newPackage).output(rowChange),
  edit: procedure.input(packagePlan.extend({ id: rowId })).output(rowChange),
  /** Illegal moves are refused with a sentence that says what to do instead. */
  move: procedure.input(packageMove).output(rowChange),
  review: procedure.input(packageReview).output(rowChange),
  /** Takes a move or a review away again; refused where a later move rests on it. */
  withdraw: procedure.input(z.object({ eventId: rowId })).output(change),
  addObjective: procedure.input(objective.extend({ packageId: rowId, from: civilDate })).output(rowChange),
  editObjective: procedure.input(objective.extend({ id: rowId })).output(rowChange),
  /** From the day after `on` the objective is no longer one of the package; its reviews stay. */
  dropObjective: procedure.input(z.object({ id: rowId, on: civilDate })).output(change),
  recordDays: procedure.input(z.object({ id: rowId, date: civilDate, days, note: z.string().trim().max(500).default('') })).output(rowChange),
  removeDays: procedure.input(z.object({ id: rowId })).output(change),
  delete: procedure.input(z.object({ id: rowId })).output(change),
}

import { z } from 'zod'
import { civilDate, procedure, schoolGroup, urn } from './base.ts'
import { figureSettings } from './settings.ts'

export const figureId = z.enum(['visited', 'dsgCoverage', 'dsgRounds', 'dsgMeetings', 'packagesRequired'])
export type FigureId = z.infer<typeof figureId>

/**
 * A number in a paper with everything that proves it (DOMAIN.md, "Statistics"). `percent` is null where the
 * denominator is 0 or where the figure has none; `text` is what a sentence prints.
 */
export const figure = z.object({
  id: figureId,
  group: schoolGroup.nullable(),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  percent: z.number().int().nullable(),
  text: z.string(),
  asAt: civilDate,
  from: civilDate,
  settings: figureSettings,
  numeratorUrns: z.array(urn),
  denominatorUrns: z.array(urn),
})
export type Figure = z.infer<typeof figure>

/** A figure as a reader meets it: its name and how it was counted, in words. */
export const explainedFigure = figure.extend({ title: z.string(), howCounted: z.string() })
export type ExplainedFigure = z.infer<typeof explainedFigure>

const question = z.object({ asAt: civilDate.optional(), from: civilDate.optional() })

/** Counts of one group in one part of the register: a district, a phase, a term. */
const partCounts = z.object({
  group: schoolGroup,
  open: z.number().int(),
  visited: z.number().int(),
  /** DSG coverage by the chosen method, out of `reachedOf`: schools, or of mean attendance places. */
  reached: z.number().int(),
  reachedOf: z.number().int(),
  requirePackage: z.number().int(),
})

/** A term: how things stood at its end (or on the as-at date while it runs), and what was done in it. */
export const termFigures = z.object({
  key: z.string(),
  title: z.string(),
  from: civilDate,
  asAt: civilDate,
  running: z.boolean(),
  groups: z.array(partCounts.extend({ visitedInTerm: z.number().int(), reachedInTerm: z.number().int(), reachedInTermOf: z.number().int() })),
  visits: z.number().int(),
  dsgMeetings: z.number().int(),
})
export type TermFigures = z.infer<typeof termFigures>

/** Why a record moved in a figure (DOMAIN.md, "Papers": joined or left the group, visited since, recorded late, corrected). */
export const moveReason = z.enum(['opened', 'converted', 'changedType', 'closed', 'visited', 'attended', 'districtMet', 'judged', 'recordedLate', 'corrected', 'settings', 'otherwise'])
export type MoveReason = z.infer<typeof moveReason>

/** Outside the figure's group, in it without counting, or counted. */
const place = z.enum(['out', 'rest', 'counted'])

/** One record's step from one place in a figure to another, why, and on which day it came about. */
export const move = z.object({ urn, from: place, to: place, why: moveReason, on: civilDate.nullable() })
export type Move = z.infer<typeof move>

const namedMove = move.extend({ name: z.string(), district: z.string().nullable(), because: z.string() })
const count = figure.pick({ numerator: true, denominator: true, percent: true, text: true })

/**
 * One figure on two dates. `before` and `after` are counted from the records as they are now, and the moves in `moved`
 * turn the one's records into the other's. `known` is the first date as it was known that day, or null where Quartet
 * held no schools then; the moves in `restated` turn it into `before`, in their order.
 */
export const comparison = z.object({
  id: figureId,
  group: schoolGroup.nullable(),
  title: z.string(),
  howCounted: z.string(),
  /** What the counts are of where they are not of schools, so that they can move though no record does; else null. */
  note: z.string().nullable(),
  before: count,
  after: count,
  moved: z.array(namedMove),
  known: count.nullable(),
  restated: z.array(namedMove),
  /** What meetings were held after the first date, for the figures that count meetings. */
  meetings: z.array(z.object({ name: z.string(), date: civilDate })),
})
export type Comparison = z.infer<typeof comparison>

export const figures = {
  /** All figures as at a date (default: today) from the contract's start (or `from`). */
  list: procedure.input(question.default({})).output(z.array(explainedFigure)),
  /** The records behind one figure, in or out of its numerator, by name. */
  records: procedure
    .input(question.extend({ id: figureId, group: schoolGroup.nullable(), which: z.enum(['numerator', 'rest', 'denominator']) }))
    .output(z.array(z.object({ urn, name: z.string(), type: z.string(), phase: z.string().nullable(), district: z.string().nullable() }))),
  /** Figures by district, for the coverage page: one row a district, then the records without one. */
  byDistrict: procedure.input(question.default({})).output(z.array(partCounts.extend({ district: z.string().nullable() }))),
  /** The same by phase of education, the records without one last. */
  byPhase: procedure.input(question.default({})).output(z.array(partCounts.extend({ phase: z.string().nullable() }))),
  /** The same by term, from the first term of the window to the one of the as-at date. Refuses more than 60 terms. */
  byTerm: procedure.input(question.default({})).output(z.array(termFigures)),
  /** Every figure as at two dates, side by side, with why each moved. Refuses a first date after the second. */
  compare: procedure
    .input(question.extend({ fromAsAt: civilDate }))
    .output(z.object({ fromAsAt: civilDate, asAt: civilDate, from: civilDate, figures: z.array(comparison) })),
}

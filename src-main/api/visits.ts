import { z } from 'zod'
import { change, civilDate, procedure, rowChange, rowId, schoolGroup, urn, words } from './base.ts'
import { contactKind, termSpan } from './settings.ts'

export const visitStatus = z.enum(['planned', 'completed', 'cancelled'])
export type VisitStatus = z.infer<typeof visitStatus>

/** What the school said of the record of a visit. */
export const visitResponse = z.enum(['accurate', 'notAccurate'])
export type VisitResponse = z.infer<typeof visitResponse>

export const visitEntry = z.object({
  urn,
  /** Of a planned or cancelled visit the day it was planned for, of a completed one the day it was made. */
  date: civilDate,
  visitor: words(120, 'Say who visited'),
  kind: contactKind,
  status: visitStatus,
  counts: z.boolean(),
  purpose: z.string().trim().max(500),
  note: z.string().max(20_000),
  /** What the visit is evidenced by: minutes, a report, work seen. */
  evidence: z.string().trim().max(2_000).default(''),
  /** Kept of a cancelled visit only. */
  cancelledBecause: z.string().trim().max(500).default(''),
  /** Kept of a completed visit only, as are its day and words. */
  response: visitResponse.nullable().default(null),
  respondedOn: civilDate.nullable().default(null),
  responseNote: z.string().trim().max(2_000).default(''),
})
export type VisitEntry = z.infer<typeof visitEntry>

const cancelledSaysWhy = {
  check: (entry: Pick<VisitEntry, 'status' | 'cancelledBecause'>) => entry.status !== 'cancelled' || entry.cancelledBecause !== '',
  said: { path: ['cancelledBecause'], message: 'Say why it was cancelled' },
}

/** A visit as an officer records it: a cancelled one says why. Files of former years need not. */
export const recordedVisit = visitEntry.refine(cancelledSaysWhy.check, cancelledSaysWhy.said)

export const visit = visitEntry.extend({
  id: rowId,
  schoolName: z.string(),
  /** The day for which a completed visit had been planned; null where it was not planned beforehand. */
  plannedFor: civilDate.nullable(),
})
export type Visit = z.infer<typeof visit>

/** Values inside one filter are alternatives; the filters together narrow. `null` stands for "not recorded". */
export const visitFilter = z.object({
  search: z.string().max(200).optional(),
  status: z.array(visitStatus).optional(),
  /** Planned for a day that has passed. */
  datePassed: z.boolean().optional(),
  visitor: z.array(z.string()).optional(),
  kind: z.array(contactKind).optional(),
  /** The school's district as it stands today. */
  district: z.array(z.string().nullable()).optional(),
  /** `2015-autumn`: the school year's first calendar year and the term's name. */
  term: z.string().max(20).optional(),
  /** With `term`: the visits planned for it, whatever became of them, instead of those dated in it. */
  plannedForTerm: z.boolean().optional(),
})
export type VisitFilter = z.infer<typeof visitFilter>

export const visitSort = z.enum(['date', 'school', 'visitor'])
export type VisitSort = z.infer<typeof visitSort>

export const visitRow = visit
  .pick({ id: true, urn: true, schoolName: true, date: true, visitor: true, kind: true, status: true, counts: true, purpose: true, plannedFor: true, response: true })
  .extend({
    district: z.string().nullable(),
    /** Planned for a day that has passed: it wants to be completed, cancelled or planned anew. */
    datePassed: z.boolean(),
  })
export type VisitRow = z.infer<typeof visitRow>

const counted = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.number().int() }))

const termCounts = z.object({
  /** Planned for a day in the term, whatever became of them. */
  planned: z.number().int(),
  /** Completed on a day in the term, planned beforehand or not. */
  done: z.number().int(),
  /** Planned for the term and called off. */
  cancelled: z.number().int(),
})
export type TermCounts = z.infer<typeof termCounts>

/** An open school without a visit that counts in the window. */
export const notVisitedRow = z.object({
  urn,
  name: z.string(),
  group: schoolGroup,
  district: z.string().nullable(),
  /** The latest visit that would count but was made before the window, along the school line; null where there is none. */
  lastVisit: civilDate.nullable(),
  /** Whole days since then; null where there has been no visit. */
  days: z.number().int().nullable(),
  /** The next visit that is planned. */
  planned: z.object({ id: rowId, date: civilDate }).nullable(),
})
export type NotVisitedRow = z.infer<typeof notVisitedRow>

/** A visit of a school that is the same as one to be recorded. */
export const alikeVisit = z.object({ id: rowId, urn, schoolName: z.string(), status: visitStatus })
export type AlikeVisit = z.infer<typeof alikeVisit>

export const visits = {
  list: procedure
    .input(z.object({ urn: urn.optional(), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.array(visit)),
  get: procedure.input(z.object({ id: rowId })).output(visit),
  /** Visitors already named in the workspace, for the form's suggestions. */
  visitors: procedure.output(z.array(z.string())),
  /** Asked before visits are recorded: those of the same schools, day, kind and visitor that are there already. It refuses nothing. */
  alike: procedure
    .input(z.object({ urns: z.array(urn).max(60_000), date: civilDate, kind: contactKind, visitor: z.string().max(200), except: rowId.optional() }))
    .output(z.array(alikeVisit)),
  record: procedure.input(recordedVisit).output(change.extend({ id: rowId })),
  edit: procedure.input(visitEntry.extend({ id: rowId }).refine(cancelledSaysWhy.check, cancelledSaysWhy.said)).output(change.extend({ id: rowId })),
  delete: procedure.input(z.object({ id: rowId })).output(change),
  /** A planned visit was made: on `date`, else on the day it was planned for. A day that is still to come is refused. */
  complete: procedure.input(z.object({ id: rowId, date: civilDate.optional() })).output(rowChange),
  cancel: procedure.input(z.object({ id: rowId, because: words(500, 'Say why it was cancelled') })).output(rowChange),

  /** One window of all visits, the newest first unless asked otherwise: `rows` from `offset`, with the whole filtered count. */
  page: procedure
    .input(
      z.object({
        filter: visitFilter.default({}),
        sort: visitSort.default('date'),
        descending: z.boolean().default(true),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(visitRow) })),
  /** What the filters offer, with counts over all visits. */
  facets: procedure.output(
    z.object({
      total: z.number().int(),
      datePassed: z.number().int(),
      statuses: counted(visitStatus),
      visitors: counted(z.string()),
      kinds: counted(contactKind),
      districts: counted(z.string().nullable()),
      terms: z.array(termSpan),
    }),
  ),
  /** Planned, done and cancelled in the terms of one school year, a row a district or visitor, by name. */
  byTerm: procedure
    .input(z.object({ by: z.enum(['district', 'visitor']), year: z.number().int().min(1900).max(2200).optional() }))
    .output(
      z.object({
        year: z.number().int(),
        /** School years that have visits, and this one. */
        years: z.array(z.number().int()),
        terms: z.array(termSpan),
        /** In the order of `terms`. `name` is null for schools without a recorded district. */
        rows: z.array(z.object({ name: z.string().nullable(), terms: z.array(termCounts) })),
        total: z.array(termCounts),
        /** Dated in the school year but in none of its terms. */
        between: termCounts,
      }),
    ),
  /** Open schools without a visit that counts, the longest without first. Agrees with the figure `visited`. */
  notVisited: procedure
    .input(z.object({ asAt: civilDate.optional(), from: civilDate.optional() }).default({}))
    .output(z.object({ asAt: civilDate, from: civilDate, rows: z.array(notVisitedRow) })),
  /** The visits of one day, all or none: one change, one undo. */
  recordDay: procedure
    .input(
      z.object({
        date: civilDate,
        visitor: words(120, 'Say who visited'),
        kind: contactKind,
        status: visitStatus.exclude(['cancelled']),
        counts: z.boolean(),
        rows: z
          .array(z.object({ urn, purpose: z.string().trim().max(500), note: z.string().max(20_000) }))
          .min(1, 'Name at least one school')
          .max(60_000),
      }),
    )
    .output(change.extend({ ids: z.array(rowId) })),
  /** The schools that pasted or typed words mean: a URN, or a name. More than one may fit; then the officer chooses. */
  matchSchools: procedure
    .input(z.object({ texts: z.array(z.string().max(300)).max(500), on: civilDate.optional() }))
    .output(z.array(z.object({ text: z.string(), school: z.object({ urn, name: z.string() }).nullable(), others: z.array(z.object({ urn, name: z.string() })) }))),
}

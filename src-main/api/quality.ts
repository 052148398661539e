import { z } from 'zod'
import { change, civilDate, procedure, rowId, urn, words } from './base.ts'

/** What is looked for. The words for each are in the answer. */
export const qualityRule = z.enum([
  'openWithoutDistrict',
  'duplicateName',
  'closedWithoutDate',
  'datesReversed',
  'statusAgainstDates',
  'linkMissing',
  'unknownType',
  'closedWithAction',
  'closedWithNeed',
  'visitBeforeOpening',
  'visitAfterClosing',
  'visitAhead',
  'plannedVisitPast',
  'sameVisitTwice',
  'visitsLeftBehind',
  'judgementWhileNotOpen',
  'meetingWithoutAttendance',
  'attendanceOtherDistrict',
  'attendanceWhileNotOpen',
])
export type QualityRule = z.infer<typeof qualityRule>

/** How a finding is put right: a form over the list, or another page. */
export const qualityFix = z.object({
  kind: z.enum(['district', 'visit', 'judgement', 'page']),
  label: z.string(),
  /** The page; null where a form is opened. */
  to: z.string().nullable(),
  /** The visit that a form is about. */
  id: rowId.nullable(),
})
export type QualityFix = z.infer<typeof qualityFix>

/** Something odd in the records, in one sentence. */
export const qualityFinding = z.object({
  /** The same from day to day: the rule, and what it is about. */
  key: z.string(),
  rule: qualityRule,
  /** Null where it is no one school's. */
  urn: urn.nullable(),
  name: z.string(),
  message: z.string(),
  fix: qualityFix,
  accepted: z.object({ id: rowId, reason: z.string(), on: civilDate, by: z.string() }).nullable(),
  /** It was accepted once, and the facts have changed since. */
  acceptedBefore: z.object({ reason: z.string(), on: civilDate, by: z.string() }).nullable(),
})
export type QualityFinding = z.infer<typeof qualityFinding>

export const qualityCount = z.object({ rule: qualityRule, title: z.string(), open: z.number().int(), accepted: z.number().int() })
export type QualityCount = z.infer<typeof qualityCount>

export const quality = {
  /** One window of what is odd, by rule and name; `counts` are of all, rules without any left out. */
  list: procedure
    .input(
      z.object({
        rules: z.array(qualityRule).default([]),
        /** The accepted ones instead of those that are open. */
        accepted: z.boolean().default(false),
        search: z.string().max(200).default(''),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(qualityFinding) })),
  counts: procedure.output(z.object({ open: z.number().int(), accepted: z.number().int(), rules: z.array(qualityCount) })),
  /** Everything at once, the open ones first: for programs. */
  all: procedure.output(z.array(qualityFinding)),
  /** Keeps findings aside for one reason, as long as the facts behind them stay as they are. */
  accept: procedure.input(z.object({ keys: z.array(z.string().max(500)).min(1).max(500), reason: words(500, 'Say why this is in order') })).output(change),
  withdraw: procedure.input(z.object({ id: rowId })).output(change),
}

import { z } from 'zod'
import { change, civilDate, procedure, rowId, schoolGroup, urn, words } from './base.ts'
import { changes } from './school-changes.ts'
import { schoolFilter, schoolList, schoolRow } from './school-list.ts'
import { visitStatus } from './visits.ts'

export { schoolFilter, schoolMore, schoolRow, schoolSort } from './school-list.ts'
export type { SchoolFilter, SchoolMore, SchoolOrder, SchoolRow, SchoolSort } from './school-list.ts'

/** A record as the list has it on a day, with its dates; without what is exempt by default. */
export const recordAsAt = schoolRow.omit({ concern: true }).extend({ openDate: civilDate.nullable(), closeDate: civilDate.nullable() })
export type RecordAsAt = z.infer<typeof recordAsAt>

/** The facts of one record that change over time. A blank trust is none; an outcome stands from its inspection on. */
export const datedFact = z.object({
  fact: z.enum(['type', 'status', 'district', 'trust', 'outcome']),
  value: z.string(),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
})

export const storyEvent = z.object({
  date: civilDate,
  kind: z.enum(['opened', 'closed', 'visit', 'attendance', 'need', 'fact', 'inspection', 'contract', 'package', 'concern']),
  title: z.string(),
  detail: z.string(),
  /** Set where the row can be opened and edited. */
  id: rowId.nullable(),
  /** The event belongs to a predecessor record of the same school line. */
  predecessorUrn: urn.nullable(),
  /** Of a visit: whether it is still to be made, was made, or was called off. */
  visitStatus: visitStatus.optional(),
})
export type StoryEvent = z.infer<typeof storyEvent>

export const school = z.object({
  id: rowId,
  urn,
  dfeNumber: z.string(),
  name: z.string(),
  type: z.string(),
  group: schoolGroup.nullable(),
  phase: z.string(),
  status: z.string(),
  openDate: civilDate.nullable(),
  closeDate: civilDate.nullable(),
  reasonOpened: z.string(),
  reasonClosed: z.string(),
  district: z.string().nullable(),
  ward: z.string(),
  address: z.string(),
  postcode: z.string(),
  website: z.string(),
  telephone: z.string(),
  ages: z.string(),
  capacity: z.number().int().nullable(),
  pupils: z.number().int().nullable(),
  trust: z.string(),
  sponsor: z.string(),
  ofstedRating: z.string(),
  ofstedDate: civilDate.nullable(),
  gender: z.string(),
  religiousCharacter: z.string(),
  ukprn: z.string(),
  localAuthority: z.string(),
  headRole: z.string(),
  /** Blank where the council does not keep names. */
  headName: z.string(),
  /** Everything else that the register says, as it says it. */
  rest: z.array(z.object({ group: z.string(), entries: z.array(z.object({ label: z.string(), value: z.string() })) })),
  registerDate: civilDate.nullable(),
  facts: z.array(datedFact),
  /** A record next to this one; one that the register does not hold has no name and no page. */
  line: z.array(z.object({ urn, name: z.string().nullable(), relation: z.enum(['predecessor', 'successor']), date: civilDate.nullable() })),
  story: z.array(storyEvent),
  lastVisit: civilDate.nullable(),
  requiresPackage: z.boolean().nullable(),
})
export type School = z.infer<typeof school>

/** Schools that are in a district from a day on. */
export const districtsEntry = z.object({ urns: z.array(urn).min(1).max(100_000), district: words(80), from: civilDate })

export const schools = {
  ...schoolList,
  get: procedure.input(z.object({ urn, asAt: civilDate.optional() })).output(school),
  changes,
  /** The whole list by name, counted from the facts in force on a day: today where none is given. */
  asAt: procedure.input(z.object({ asAt: civilDate.optional(), filter: schoolFilter.default({}) })).output(z.array(recordAsAt)),
  /** For a combobox: open records first, then by name. */
  find: procedure
    .input(z.object({ search: z.string().max(200), limit: z.number().int().min(1).max(50).default(12) }))
    .output(z.array(z.object({ urn, name: z.string(), type: z.string(), district: z.string().nullable(), status: z.string() }))),
  setDistrict: procedure.input(z.object({ urn, district: words(80), from: civilDate })).output(change),
  /** What `setDistricts` would do: from which districts how many schools would move. */
  previewDistricts: procedure.input(districtsEntry).output(
    z.object({
      /** As the workspace spells it. */
      district: z.string(),
      changes: z.array(z.object({ district: z.string().nullable(), count: z.number().int() })),
      unchanged: z.number().int(),
    }),
  ),
  /** The same for many schools at once, as one change. */
  setDistricts: procedure.input(districtsEntry).output(change),
}

export const needEntry = z.object({
  urn,
  decidedOn: civilDate,
  requiresPackage: z.boolean(),
  reason: z.string().trim().max(2_000),
})
export type NeedEntry = z.infer<typeof needEntry>

export const packages = {
  /** Dated need judgements of one record, newest first. */
  needs: procedure.input(z.object({ urn })).output(z.array(needEntry.extend({ id: rowId }))),
  judge: procedure.input(needEntry).output(change.extend({ id: rowId })),
  withdrawJudgement: procedure.input(z.object({ id: rowId })).output(change),
}

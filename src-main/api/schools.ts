import { z } from 'zod'
import { change, civilDate, procedure, rowId, schoolGroup, urn, words } from './base.ts'
import { contactKind } from './settings.ts'

export const schoolSort = z.enum(['name', 'urn', 'type', 'phase', 'district', 'lastVisit'])
export type SchoolSort = z.infer<typeof schoolSort>

/** Values inside one filter are alternatives; the filters together narrow. `null` stands for "not recorded". */
export const schoolFilter = z.object({
  search: z.string().max(200).optional(),
  group: z.array(z.enum(['maintained', 'academy', 'neither'])).optional(),
  phase: z.array(z.string()).optional(),
  district: z.array(z.string().nullable()).optional(),
  status: z.array(z.string()).optional(),
  /** Open on the day by its dates and status (DOMAIN.md, "Open on t"). */
  open: z.boolean().optional(),
  visited: z.boolean().optional(),
  requiresPackage: z.boolean().optional(),
})
export type SchoolFilter = z.infer<typeof schoolFilter>

export const schoolRow = z.object({
  urn,
  name: z.string(),
  type: z.string(),
  group: schoolGroup.nullable(),
  phase: z.string(),
  district: z.string().nullable(),
  status: z.string(),
  lastVisit: civilDate.nullable(),
  requiresPackage: z.boolean(),
})
export type SchoolRow = z.infer<typeof schoolRow>

/** The facts of one record that change over time. A blank trust is none; an outcome stands from its inspection on. */
export const datedFact = z.object({
  fact: z.enum(['type', 'status', 'district', 'trust', 'outcome']),
  value: z.string(),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
})

export const storyEvent = z.object({
  date: civilDate,
  kind: z.enum(['opened', 'closed', 'visit', 'attendance', 'need', 'fact', 'inspection', 'contract']),
  title: z.string(),
  detail: z.string(),
  /** Set where the row can be opened and edited. */
  id: rowId.nullable(),
  /** The event belongs to a predecessor record of the same school line. */
  predecessorUrn: urn.nullable(),
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
  history: z.array(z.object({ at: z.string(), officer: z.string(), summary: z.string() })),
})
export type School = z.infer<typeof school>

export const schools = {
  /** One window of the list: `rows` from `offset`, with the whole filtered count. */
  list: procedure
    .input(
      z.object({
        filter: schoolFilter.default({}),
        sort: schoolSort.default('name'),
        descending: z.boolean().default(false),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(schoolRow) })),
  /** What the filter chips offer, with counts over the whole register, and the line under the title. */
  facets: procedure.output(
    z.object({
      total: z.number().int(),
      open: z.number().int(),
      maintained: z.number().int(),
      academies: z.number().int(),
      /** Open records in neither group. */
      others: z.number().int(),
      phases: z.array(z.object({ value: z.string(), count: z.number().int() })),
      districts: z.array(z.object({ value: z.string().nullable(), count: z.number().int() })),
      statuses: z.array(z.object({ value: z.string(), count: z.number().int() })),
    }),
  ),
  get: procedure.input(z.object({ urn })).output(school),
  /** For a combobox: open records first, then by name. */
  find: procedure
    .input(z.object({ search: z.string().max(200), limit: z.number().int().min(1).max(50).default(12) }))
    .output(z.array(z.object({ urn, name: z.string(), type: z.string(), district: z.string().nullable(), status: z.string() }))),
  setDistrict: procedure.input(z.object({ urn, district: words(80), from: civilDate })).output(change),
}

export const visitStatus = z.enum(['planned', 'completed', 'cancelled'])

export const visitEntry = z.object({
  urn,
  date: civilDate,
  visitor: words(120, 'Say who visited'),
  kind: contactKind,
  status: visitStatus,
  counts: z.boolean(),
  purpose: z.string().trim().max(500),
  note: z.string().max(20_000),
})
export type VisitEntry = z.infer<typeof visitEntry>

export const visit = visitEntry.extend({ id: rowId, schoolName: z.string() })
export type Visit = z.infer<typeof visit>

export const visits = {
  list: procedure
    .input(z.object({ urn: urn.optional(), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.array(visit)),
  get: procedure.input(z.object({ id: rowId })).output(visit),
  /** Visitors already named in the workspace, for the form's suggestions. */
  visitors: procedure.output(z.array(z.string())),
  record: procedure.input(visitEntry).output(change.extend({ id: rowId })),
  edit: procedure.input(visitEntry.extend({ id: rowId })).output(change.extend({ id: rowId })),
  delete: procedure.input(z.object({ id: rowId })).output(change),
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

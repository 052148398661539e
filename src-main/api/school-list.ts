import { z } from 'zod'
import { civilDate, procedure, schoolGroup, urn } from './base.ts'

/** Columns that every row answers: enough to name a school and say how it stands. */
const always = z.object({
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

/** Columns that are answered when they are asked for. Empty text and null stand for "not recorded". */
const onDemand = z.object({
  dfeNumber: z.string(),
  openDate: civilDate.nullable(),
  closeDate: civilDate.nullable(),
  ward: z.string(),
  trust: z.string(),
  postcode: z.string(),
  pupils: z.number().int().nullable(),
  capacity: z.number().int().nullable(),
  /** Visits that count, from the contract's start to the day. */
  visits: z.number().int(),
  /** District Strategy Group meetings attended, from the contract's start to the day, and the latest of them. */
  dsgMeetings: z.number().int(),
  lastDsg: civilDate.nullable(),
  /** The first of the judgements that have said without a break, up to the day, that a package is required. */
  requiredSince: civilDate.nullable(),
  ofstedRating: z.string(),
  ofstedDate: civilDate.nullable(),
})

export const schoolMore = onDemand.keyof()
export type SchoolMore = z.infer<typeof schoolMore>
export type SchoolColumns = z.infer<typeof onDemand>

export const schoolSort = z.enum([...always.keyof().options, ...schoolMore.options])
export type SchoolSort = z.infer<typeof schoolSort>

/** Values inside one filter are alternatives; the filters together narrow. `null` and `''` stand for "not recorded". */
export const schoolFilter = z.object({
  search: z.string().max(200).optional(),
  group: z.array(z.enum(['maintained', 'academy', 'neither'])).optional(),
  phase: z.array(z.string()).optional(),
  type: z.array(z.string()).optional(),
  district: z.array(z.string().nullable()).optional(),
  status: z.array(z.string()).optional(),
  ward: z.array(z.string()).optional(),
  trust: z.array(z.string()).optional(),
  /** Open on the day by its dates and status (DOMAIN.md, "Open on t"). */
  open: z.boolean().optional(),
  visited: z.boolean().optional(),
  requiresPackage: z.boolean().optional(),
  /** Only these records, and all but these: what an officer selected. */
  urn: z.array(urn).optional(),
  notUrn: z.array(urn).optional(),
})
export type SchoolFilter = z.infer<typeof schoolFilter>

export const schoolRow = always.extend({
  ...onDemand.partial().shape,
  /** The name before this one, where words were searched for: they may stand in it. */
  formerly: z.string().optional(),
  /** In force on the day, of the record itself; exempt by default, so it is shown with its mark and left out of exports. */
  concern: z.object({ category: z.string(), exempt: z.boolean() }).nullable(),
})
export type SchoolRow = z.infer<typeof schoolRow>

const orderBy = z.object({ sort: schoolSort.default('name'), descending: z.boolean().default(false) })
export type SchoolOrder = z.infer<typeof orderBy>

const question = orderBy.extend({
  filter: schoolFilter.default({}),
  /** Puts in order what the first sort holds equal. After it, names decide. */
  then: orderBy.optional(),
})

const facet = z.object({ value: z.string(), count: z.number().int() })

export const schoolList = {
  /** One window of the list: `rows` from `offset`, with the whole filtered count, and the `columns` beside those that every row has. */
  list: procedure
    .input(
      question.extend({
        columns: z.array(schoolMore).default([]),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(2_000).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(schoolRow) })),
  /** The records of a list in its order, by URN: what is meant by "all of these". */
  urns: procedure
    .input(question.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1_000_000).default(1_000_000) }))
    .output(z.array(urn)),
  /**
   * The line under the title, and what the filters offer. Each choice is counted over the records that the other filters
   * leave; of wards and trusts the most numerous are offered.
   */
  facets: procedure.input(z.object({ filter: schoolFilter.default({}) }).default({ filter: {} })).output(
    z.object({
      total: z.number().int(),
      open: z.number().int(),
      maintained: z.number().int(),
      academies: z.number().int(),
      /** Open records in neither group. */
      others: z.number().int(),
      groups: z.array(facet),
      phases: z.array(facet),
      types: z.array(facet),
      districts: z.array(facet.extend({ value: z.string().nullable() })),
      statuses: z.array(facet),
      wards: z.array(facet),
      trusts: z.array(facet),
    }),
  ),
}

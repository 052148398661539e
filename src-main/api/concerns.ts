import { z } from 'zod'
import { change, civilDate, procedure, rowChange, rowId, urn, words } from './base.ts'

export const categoryEntry = z.object({
  name: words(120, 'Name the category'),
  /** Set by law, not by the council. */
  statutory: z.boolean(),
  from: civilDate,
  /** The last day on which a decision may use it; null while it is open. */
  to: civilDate.nullable(),
  source: words(300, 'Say where the category comes from'),
})
export type CategoryEntry = z.infer<typeof categoryEntry>

export const concernCategory = categoryEntry.extend({ id: rowId, concerns: z.number().int() })
export type ConcernCategory = z.infer<typeof concernCategory>

/** Of Schedule 12A to the Local Government Act 1972. */
export const exemptParagraph = z.number().int().min(1).max(7)

export const concernEntry = z.object({
  urn,
  categoryId: rowId,
  decidedOn: civilDate,
  from: civilDate,
  to: civilDate.nullable().default(null),
  /** The version of the guidance that the decision follows. */
  guidance: words(200, 'Name the version of the guidance'),
  source: words(300, 'Say where the decision is recorded'),
  /** By role. */
  decidedBy: words(160, 'Say who decided, by role'),
  /** Exempt by default; an officer may decide otherwise. */
  exempt: z.boolean().default(true),
  paragraph: exemptParagraph.nullable().default(3),
})
export type ConcernEntry = z.infer<typeof concernEntry>

export const concern = concernEntry.extend({
  id: rowId,
  category: z.string(),
  statutory: z.boolean(),
  /** In force on the day asked about. */
  current: z.boolean(),
})
export type Concern = z.infer<typeof concern>

export const concerns = {
  categories: procedure.output(z.array(concernCategory)),
  addCategory: procedure.input(categoryEntry).output(rowChange),
  changeCategory: procedure.input(categoryEntry.extend({ id: rowId })).output(rowChange),
  deleteCategory: procedure.input(z.object({ id: rowId })).output(change),
  /** Adds the categories of the guidance of 2015 and 2016 that are not there by name yet. */
  addUsualCategories: procedure.output(change),
  /** The concerns of a record and of the records before it, the latest first. */
  list: procedure.input(z.object({ urn, asAt: civilDate.optional() })).output(z.array(concern)),
  /** Refused where the category did not exist on the day of the decision. */
  record: procedure.input(concernEntry).output(rowChange),
  edit: procedure.input(concernEntry.extend({ id: rowId })).output(rowChange),
  end: procedure.input(z.object({ id: rowId, on: civilDate })).output(rowChange),
  delete: procedure.input(z.object({ id: rowId })).output(change),
}

import { z } from 'zod'
import { change, procedure, rowChange, rowId, words } from './base.ts'

/** The lists that can be kept as views. */
export const viewList = z.enum(['schools', 'actions', 'meetings', 'support', 'visits'])
export type ViewList = z.infer<typeof viewList>

/** What a view holds: the list's filters and order as they stand in its address, and its columns (null: whichever are shown). */
export const viewState = z.object({
  query: z.record(z.string().max(40), z.union([z.string().max(200), z.array(z.string().max(200)).max(500)])),
  columns: z.array(z.object({ key: z.string().max(40), width: z.number().min(1).max(2_000).optional() })).max(60).nullable(),
})
export type ViewState = z.infer<typeof viewState>

export const savedView = z.object({ id: rowId, name: z.string(), state: viewState })
export type SavedView = z.infer<typeof savedView>

const name = words(60, 'Give the view a name')

export const views = {
  /** The views of a list that officers have saved, by name. */
  list: procedure.input(z.object({ list: viewList })).output(z.array(savedView)),
  /** Keeps a view under a name that no other view of the list has. */
  save: procedure.input(z.object({ list: viewList, name, state: viewState })).output(rowChange),
  change: procedure.input(z.object({ id: rowId, state: viewState })).output(rowChange),
  rename: procedure.input(z.object({ id: rowId, name })).output(rowChange),
  delete: procedure.input(z.object({ id: rowId })).output(change),
}

import { viewState, type SavedView, type ViewList, type ViewState } from '../../api/views.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'

/** Views of a list, by name. One whose state this Quartet cannot read is left out. */
export function listViews(db: ReadHandle, list: ViewList): SavedView[] {
  const rows = all(db, build.selectFrom('saved_views').select(['id', 'name', 'state']).where('list', '=', list).orderBy('name'))
  return rows.flatMap(({ state, ...view }) => {
    const read = viewState.safeParse(JSON.parse(state))
    return read.success ? [{ ...view, state: read.data }] : []
  })
}

export function findView(db: ReadHandle, id: string): { id: string; list: string; name: string } | undefined {
  return first(db, build.selectFrom('saved_views').select(['id', 'list', 'name']).where('id', '=', id))
}

/** The view of a list that has a name, capitals or not. */
export function viewNamed(db: ReadHandle, list: string, name: string): { id: string } | undefined {
  return first(db, build.selectFrom('saved_views').select('id').where('list', '=', list).where('name', '=', name))
}

export function insertView(db: WriteHandle, list: ViewList, name: string, state: ViewState): string {
  const id = db.newId()
  run(db, build.insertInto('saved_views').values({ id, list, name, state: JSON.stringify(state) }))
  return id
}

export function updateView(db: WriteHandle, id: string, change: { name?: string; state?: string }): void {
  run(db, build.updateTable('saved_views').set(change).where('id', '=', id))
}

export function deleteView(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('saved_views').where('id', '=', id))
}

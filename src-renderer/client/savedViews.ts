import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { ViewList, ViewState } from '../../src-main/api/views.ts'
import { api } from './api.ts'
import { useChange } from './query.ts'

/** A view that Quartet brings along: it is there in every workspace, and cannot be renamed or deleted. */
export interface GivenView {
  id: string
  name: string
  query: ViewState['query']
}

/**
 * The saved views of a list. The one that is shown stands in the list's address as `view`; without one it is the view that
 * the list happens to be, else the first.
 *
 * @param options.given the first is how the list opens
 * @param options.current how the list stands: filters and order without the words that are looked for
 * @param options.show goes to a view
 */
export function useSavedViews(options: {
  list: ViewList
  given: readonly GivenView[]
  chosen: () => string | null
  current: () => { query: ViewState['query']; columns: NonNullable<ViewState['columns']> }
  show: (id: string, state: ViewState) => void
}) {
  const { list, given, chosen, current, show } = options
  const { data } = useQuery({ queryKey: ['views', list], queryFn: () => api.views.list({ list }) })
  const saving = useChange(api.views.save)
  const changing = useChange(api.views.change)
  const renaming = useChange(api.views.rename)
  const removing = useChange((id: string) => api.views.delete({ id }))

  const all = computed(() => [
    ...given.map(({ id, name, query }) => ({ id, name, given: true, state: { query, columns: null } satisfies ViewState })),
    ...(data.value ?? []).map((view) => ({ ...view, given: false })),
  ])
  const active = computed(() => all.value.find(({ id }) => id === chosen()) ?? all.value.find(({ state }) => isShown(state)) ?? all.value[0])
  const changed = computed(() => active.value !== undefined && !isShown(active.value.state))

  function isShown(state: ViewState): boolean {
    const now = current()
    return same(state.query, now.query) && (state.columns === null || JSON.stringify(state.columns) === JSON.stringify(now.columns))
  }

  function choose(id: string) {
    const view = all.value.find((one) => one.id === id)
    if (view) show(id, view.state)
  }

  /** @returns whether the core took it */
  async function saveAs(name: string): Promise<boolean> {
    const state = current()
    const saved = await saving.change({ list, name, state })
    if (saved) show(saved.id, state)
    return saved !== undefined
  }

  async function save() {
    if (active.value && !active.value.given) await changing.change({ id: active.value.id, state: current() })
  }

  async function rename(name: string): Promise<boolean> {
    return active.value !== undefined && (await renaming.change({ id: active.value.id, name })) !== undefined
  }

  async function remove() {
    const first = all.value[0]
    if (active.value && first && (await removing.change(active.value.id))) show(first.id, first.state)
  }

  return {
    views: computed(() => all.value.map(({ id, name, given: brought }) => ({ id, name, given: brought }))),
    active: computed(() => active.value?.id ?? ''),
    /** What the list is called as it stands. */
    name: computed(() => `${active.value?.name ?? ''}${changed.value ? ', changed' : ''}`),
    changed,
    busy: computed(() => saving.busy.value || renaming.busy.value),
    refusal: computed(() => saving.refusal.value ?? renaming.refusal.value ?? changing.refusal.value ?? removing.refusal.value),
    clear: () => [saving, renaming, changing, removing].forEach((one) => one.clear()),
    choose,
    saveAs,
    save,
    rename,
    remove,
  }
}

/** Two filters are the same whatever the order of their parts and of the choices in one. */
function same(one: ViewState['query'], other: ViewState['query']): boolean {
  return canonical(one) === canonical(other)
}

function canonical(query: ViewState['query']): string {
  const parts = Object.entries(query).map(([key, value]): [string, string[]] => [key, [value].flat().sort()])
  return JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

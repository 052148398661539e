import { ref, type Ref } from 'vue'
import { useSavedViews } from '../../client/savedViews.ts'
import { readSorts, writeSorts } from '../../ui/sortAddress.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'
import { givenViews } from './actionViews.ts'
import { ANY, views, type View } from './useActionLog.ts'

/** The saved views of the action log: which of its tabs, body and owner, order and columns. */
export function useActionViews(log: { view: Ref<View>; bodyId: Ref<string>; owner: Ref<string> }, list: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined> }, layout: Ref<UiColumnLayout>) {
  const chosen = ref<string | null>(null)
  return useSavedViews({
    list: 'actions',
    given: givenViews,
    chosen: () => chosen.value,
    current: () => ({
      query: {
        view: log.view.value,
        ...(log.bodyId.value !== ANY && { body: log.bodyId.value }),
        ...(log.owner.value !== ANY && { owner: log.owner.value }),
        ...writeSorts(list.sort.value, list.then.value),
      },
      columns: [...layout.value],
    }),
    show: (id, { query, columns }) => {
      chosen.value = id
      log.view.value = views.find((view) => view === query['view']) ?? 'live'
      log.bodyId.value = typeof query['body'] === 'string' ? query['body'] : ANY
      log.owner.value = typeof query['owner'] === 'string' ? query['owner'] : ANY
      ;[list.sort.value, list.then.value] = readSorts(query)
      if (columns) layout.value = columns
    },
  })
}

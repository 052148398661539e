import { ref, type Ref } from 'vue'
import { useSavedViews } from '../../client/savedViews.ts'
import { readSorts, writeSorts } from '../../ui/sortAddress.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'
import { givenViews } from './actionViews.ts'
import { ANY, views, type ActionAddress } from './actionAddress.ts'

/** The saved views of the action log: which of its tabs, body and owner, order and columns; of any day. */
export function useActionViews(log: { address: Ref<ActionAddress>; change: (part: Partial<ActionAddress>) => unknown }, list: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined> }, layout: Ref<UiColumnLayout>) {
  const chosen = ref<string | null>(null)
  return useSavedViews({
    list: 'actions',
    given: givenViews,
    chosen: () => chosen.value,
    current: () => ({
      query: {
        view: log.address.value.view,
        ...(log.address.value.bodyId !== ANY && { body: log.address.value.bodyId }),
        ...(log.address.value.owner !== ANY && { owner: log.address.value.owner }),
        ...writeSorts(list.sort.value, list.then.value),
      },
      columns: [...layout.value],
    }),
    show: (id, { query, columns }) => {
      chosen.value = id
      log.change({
        view: views.find((view) => view === query['view']) ?? 'live',
        bodyId: typeof query['body'] === 'string' ? query['body'] : ANY,
        owner: typeof query['owner'] === 'string' ? query['owner'] : ANY,
      })
      ;[list.sort.value, list.then.value] = readSorts(query)
      if (columns) layout.value = columns
    },
  })
}

import { ref, type Ref } from 'vue'
import { useSavedViews, type GivenView } from '../../client/savedViews.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'
import { readSorts, writeSorts } from '../../ui/sortAddress.ts'

/** The view that every workspace has: how the list opens. */
const given: readonly GivenView[] = [{ id: 'all', name: 'All meetings', query: {} }]

/** The saved views of the meetings: which kinds of body, order and columns. */
export function useMeetingViews(kinds: Ref<string[]>, sort: Ref<UiSort | undefined>, layout: Ref<UiColumnLayout>) {
  const chosen = ref<string | null>(null)
  return useSavedViews({
    list: 'meetings',
    given,
    chosen: () => chosen.value,
    current: () => ({ query: { ...(kinds.value.length > 0 && { kind: kinds.value }), ...writeSorts(sort.value, undefined) }, columns: [...layout.value] }),
    show: (id, { query, columns }) => {
      chosen.value = id
      kinds.value = [query['kind'] ?? []].flat()
      sort.value = readSorts(query)[0]
      if (columns) layout.value = columns
    },
  })
}

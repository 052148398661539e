import { ref, type Ref } from 'vue'
import type { ViewList, ViewState } from '../../src-main/api/views.ts'
import { useSavedViews, type GivenView } from '../client/savedViews.ts'
import type { UiColumnLayout, UiSort } from '../ui/shapes.ts'
import { readSorts, writeSorts } from '../ui/sortAddress.ts'

/**
 * The saved views of a list whose rows are all at hand: its filters, its order and its columns.
 *
 * @param filters how they stand, and a way to set them; the words that are looked for are not among them
 */
export function useRecordViews(
  list: ViewList,
  given: readonly GivenView[],
  filters: { read: () => ViewState['query']; show: (query: ViewState['query']) => void },
  record: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined>; layout: Ref<UiColumnLayout> },
) {
  const chosen = ref<string | null>(null)
  return useSavedViews({
    list,
    given,
    chosen: () => chosen.value,
    current: () => ({ query: { ...filters.read(), ...writeSorts(record.sort.value, record.then.value) }, columns: [...record.layout.value] }),
    show: (id, { query, columns }) => {
      chosen.value = id
      filters.show(query)
      ;[record.sort.value, record.then.value] = readSorts(query)
      if (columns) record.layout.value = columns
    },
  })
}

/** The only choice of a filter that was kept, or what stands for none. */
export function oneOf(query: ViewState['query'], key: string, none: string): string {
  const kept = query[key]
  return typeof kept === 'string' ? kept : none
}

import type { Ref } from 'vue'
import type { GivenView } from '../../client/savedViews.ts'
import { useRecordViews } from '../../lists/useRecordViews.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'

/** The view that every workspace has: how the list opens. */
const given: readonly GivenView[] = [{ id: 'all', name: 'All meetings', query: {} }]

/** The saved views of the meetings: which kinds of body, order and columns. */
export function useMeetingViews(kinds: Ref<string[]>, list: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined>; layout: Ref<UiColumnLayout> }) {
  return useRecordViews(
    'meetings',
    given,
    {
      read: () => ({ ...(kinds.value.length > 0 && { kind: kinds.value }) }),
      show: (query) => (kinds.value = [query['kind'] ?? []].flat()),
    },
    list,
  )
}

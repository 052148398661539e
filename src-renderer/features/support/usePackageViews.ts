import type { Ref } from 'vue'
import type { GivenView } from '../../client/savedViews.ts'
import { oneOf, useRecordViews } from '../../lists/useRecordViews.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'
import { ANY, type View } from './useSupport.ts'

/** The views that every workspace has; the first is how the list opens. */
const given: readonly GivenView[] = [
  { id: 'live', name: 'Live packages', query: { view: 'live' } },
  { id: 'reviews', name: 'By next review', query: { view: 'live', sort: 'reviewDue' } },
]

/** The saved views of the packages: which of its tabs, filters, order and columns. The day is not kept: a view shows the list as it stands. */
export function usePackageViews(
  support: { view: Ref<View>; show: (name: string) => void; district: Ref<string>; lead: Ref<string>; rag: Ref<string> },
  list: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined>; layout: Ref<UiColumnLayout> },
) {
  const filters = { district: support.district, lead: support.lead, rag: support.rag }
  return useRecordViews(
    'support',
    given,
    {
      read: () => ({ view: support.view.value, ...Object.fromEntries(Object.entries(filters).flatMap(([key, { value }]) => (value === ANY ? [] : [[key, value]]))) }),
      show: (query) => {
        support.show(oneOf(query, 'view', 'live'))
        for (const [key, filter] of Object.entries(filters)) filter.value = oneOf(query, key, ANY)
      },
    },
    list,
  )
}

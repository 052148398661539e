import { ref, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useSavedViews, type GivenView } from '../../../client/savedViews.ts'
import type { UiColumnLayout } from '../../../ui/shapes.ts'
import { viewQueryOf, type VisitsAddress } from './visitsAddress.ts'

/** The views that every workspace has; the first is how the list opens. */
const given: readonly GivenView[] = [
  { id: 'all', name: 'All visits', query: {} },
  { id: 'planned', name: 'Planned, the next first', query: { status: ['planned'], order: 'up' } },
]

/** The saved views of the list of visits. The words that are looked for stay when another view is chosen. */
export function useVisitViews(address: Ref<VisitsAddress>, layout: Ref<UiColumnLayout>) {
  const router = useRouter()
  const chosen = ref<string | null>(null)
  return useSavedViews({
    list: 'visits',
    given,
    chosen: () => chosen.value,
    current: () => ({ query: viewQueryOf(address.value), columns: [...layout.value] }),
    show: (id, { query, columns }) => {
      chosen.value = id
      if (columns) layout.value = columns
      const search = address.value.search.trim()
      void router.push({ name: 'visits', query: { ...query, ...(search && { search }) } })
    },
  })
}

import type { Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useSavedViews } from '../../client/savedViews.ts'
import type { UiColumnLayout } from '../../ui/shapes.ts'
import { viewQuery, type ListAddress } from './listAddress.ts'
import { givenViews } from './schoolViews.ts'

/** The saved views of the school list. The words that are looked for stay when another view is chosen. */
export function useSchoolViews(address: Ref<ListAddress>, layout: Ref<UiColumnLayout>) {
  const router = useRouter()
  return useSavedViews({
    list: 'schools',
    given: givenViews,
    chosen: () => address.value.view,
    current: () => ({ query: viewQuery(address.value), columns: [...layout.value] }),
    show: (view, { query, columns }) => {
      if (columns) layout.value = columns
      const search = address.value.search.trim()
      void router.push({ name: 'schools', query: { ...query, ...(search && { search }), view } })
    },
  })
}

import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api } from '../../client/api.ts'
import { useRowWindows } from '../../client/rowWindows.ts'
import { useWorkspace } from '../../client/workspace.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { filterOf, notOpenFilterOf, type ListAddress } from './listAddress.ts'
import { count } from './schoolWords.ts'

/** The list for an address, fetched in windows as it is scrolled. */
export function useSchools(address: Ref<ListAddress>) {
  const question = computed(() => ({
    filter: filterOf(address.value),
    sort: address.value.sort,
    descending: address.value.descending,
  }))
  return useRowWindows(
    () => ['schools', 'list', question.value],
    (offset, limit) => api.schools.list({ ...question.value, offset, limit }),
  )
}

/** How many schools that are not open a search would find too; 0 where it looks among all. */
export function useNotOpen(address: Ref<ListAddress>) {
  const filter = computed(() => notOpenFilterOf(address.value))
  const { data } = useQuery({
    queryKey: computed(() => ['schools', 'list', 'not open', filter.value]),
    queryFn: () => (filter.value ? api.schools.list({ filter: filter.value, limit: 1 }) : null),
  })
  return computed(() => data.value?.total ?? 0)
}

export type Facets = Awaited<ReturnType<typeof api.schools.facets>>

/** What the chips offer, and the line under the title. */
export function useFacets() {
  const facets = useQuery({ queryKey: ['schools', 'facets'], queryFn: () => api.schools.facets() })
  const { data: workspace } = useWorkspace()

  const summary = computed(() => {
    const known = facets.data.value
    if (!known || !workspace.value || known.total === 0) return undefined
    const { open, maintained, academies, others } = known
    return `${count(open)} open on ${writeDate(workspace.value.today)}: ${count(maintained)} maintained, ${count(academies)} academies${others === 0 ? '' : `, ${count(others)} in neither group`}`
  })

  return { facets: facets.data, error: facets.error, summary }
}

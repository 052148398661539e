import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import type { SchoolFilter, SchoolMore, SchoolRow } from '../../../src-main/api/schools.ts'
import { api } from '../../client/api.ts'
import { useRowWindows } from '../../client/rowWindows.ts'
import { useWorkspace } from '../../client/workspace.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { filterOf, notOpenFilterOf, orderOf, type ListAddress } from './listAddress.ts'
import { count } from './schoolWords.ts'

/** What is asked beside the list waits until the fingers rest, so that the list itself is answered first. */
const AFTER_THE_LIST = 150
/** As many rows as one question may ask for. */
const MOST = 2_000

/** The list for an address, fetched in windows as it is scrolled. */
export function useSchools(address: Ref<ListAddress>, columns: Ref<SchoolMore[]>) {
  const question = computed(() => ({ filter: filterOf(address.value), ...orderOf(address.value), columns: columns.value }))
  return useRowWindows(
    () => ['schools', 'list', question.value],
    (offset, limit, signal) => api.schools.list({ ...question.value, offset, limit }, { signal }),
  )
}

/** How many schools that are not open a search would find too; 0 where it looks among all. */
export function useNotOpen(address: Ref<ListAddress>) {
  const filter = refDebounced(computed(() => notOpenFilterOf(address.value)), AFTER_THE_LIST)
  const { data } = useQuery({
    queryKey: computed(() => ['schools', 'list', 'not open', filter.value]),
    queryFn: () => (filter.value ? api.schools.list({ filter: filter.value, limit: 1 }) : null),
  })
  return computed(() => (notOpenFilterOf(address.value) ? (data.value?.total ?? 0) : 0))
}

export type Facets = Awaited<ReturnType<typeof api.schools.facets>>

/** What the filters offer, each counted among the schools that the others leave. */
export function useFilterChoices(address: Ref<ListAddress>) {
  const filter = refDebounced(computed(() => filterOf(address.value)), AFTER_THE_LIST)
  const { data } = useQuery({
    queryKey: computed(() => ['schools', 'facets', filter.value]),
    queryFn: () => api.schools.facets({ filter: filter.value }),
    placeholderData: keepPreviousData,
  })
  return data
}

/** The whole register in numbers, and the line under the title. */
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

/** All rows of a list, whole, in its order. */
export async function wholeList(filter: SchoolFilter, address: ListAddress, columns: SchoolMore[]): Promise<SchoolRow[]> {
  const rows: SchoolRow[] = []
  for (;;) {
    const page = await api.schools.list({ filter, ...orderOf(address), columns, offset: rows.length, limit: MOST })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

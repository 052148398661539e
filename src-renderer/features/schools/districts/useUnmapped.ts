import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import type { SchoolFilter } from '../../../../src-main/api/schools.ts'
import { api } from '../../../client/api.ts'
import { useWorkspace } from '../../../client/workspace.ts'
import { writeDate } from '../../../ui/useDateText.ts'
import { count } from '../schoolWords.ts'

/** The unmapped schools: open, maintained or academy, without a district. */
const unmapped: SchoolFilter = { open: true, group: ['maintained', 'academy'], district: [null] }

/** As many as one page of the core's list; a search narrows them. */
const LISTED = 500

/** The unmapped schools that match some words, how many there are in all, and the districts they may be given. */
export function useUnmapped(search: Ref<string>) {
  const filter = computed(() => (search.value.trim() === '' ? unmapped : { ...unmapped, search: search.value.trim() }))
  const list = useQuery({
    queryKey: computed(() => ['schools', 'list', 'unmapped', filter.value]),
    queryFn: () => api.schools.list({ filter: filter.value, limit: LISTED }),
    placeholderData: keepPreviousData,
  })
  const all = useQuery({ queryKey: ['schools', 'list', 'unmapped', 'all'], queryFn: () => api.schools.list({ filter: unmapped, limit: 1 }) })
  const { data: facets } = useQuery({ queryKey: ['schools', 'facets'], queryFn: () => api.schools.facets() })
  const { data: workspace } = useWorkspace()

  const missing = computed(() => all.data.value?.total)
  const subtitle = computed(() => {
    if (!workspace.value || !missing.value) return undefined
    const schools = missing.value === 1 ? '1 maintained school or academy has' : `${count(missing.value)} maintained schools and academies have`
    return `${schools} no district on ${writeDate(workspace.value.today)}. None is guessed.`
  })
  return {
    schools: computed(() => list.data.value?.rows ?? []),
    total: computed(() => list.data.value?.total ?? 0),
    missing,
    districts: computed(() => (facets.value?.districts ?? []).flatMap(({ value }) => value ?? [])),
    error: computed(() => list.error.value ?? all.error.value),
    subtitle,
  }
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../../client/api.ts'
import { useRowWindows } from '../../../client/rowWindows.ts'
import { count } from '../schoolWords.ts'
import { readVisits, unfilteredVisits, visitFilterOf, writeVisits, type VisitsAddress } from './visitsAddress.ts'

/** What the page shows, read from the address and changed through it. */
export function useVisitsAddress() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => readVisits(route.query))
  const filtered = computed(() => JSON.stringify(address.value) !== JSON.stringify(unfilteredVisits(address.value)))

  /** A change of filter is not a step to go back over: it takes the place of the address before it. */
  function change(part: Partial<VisitsAddress>) {
    return router.replace({ name: 'visits', query: writeVisits({ ...address.value, ...part }) })
  }

  /** Goes to a visit, or with null back to the list. `follow` marks the steps of an arrow key. */
  function choose(visit: string | null, follow = false) {
    const to = { name: 'visits', query: writeVisits({ ...address.value, visit }) }
    return follow ? router.replace(to) : router.push(to)
  }

  return { address, filtered, change, choose, clear: () => change(unfilteredVisits(address.value)) }
}

/** The list for an address, fetched in windows as it is scrolled. */
export function useVisitList(address: Ref<VisitsAddress>) {
  const question = computed(() => ({ filter: visitFilterOf(address.value), sort: address.value.sort, descending: address.value.descending }))
  return useRowWindows(
    () => ['visits', 'page', question.value],
    (offset, limit) => api.visits.page({ ...question.value, offset, limit }),
  )
}

export type VisitFacets = Awaited<ReturnType<typeof api.visits.facets>>

/** What the filters offer, and the line under the title. */
export function useVisitFacets() {
  const { data: facets, error, refetch } = useQuery({ queryKey: ['visits', 'facets'], queryFn: () => api.visits.facets() })
  const summary = computed(() => {
    const known = facets.value
    if (!known || known.total === 0) return undefined
    const of = (status: string) => count(known.statuses.find(({ value }) => value === status)?.count ?? 0)
    return `${of('completed')} completed, ${of('planned')} planned, ${of('cancelled')} cancelled`
  })
  return { facets, error, again: () => refetch(), summary }
}

/** Planned, done and cancelled in the terms of a school year. */
export function useTermTable(address: Ref<VisitsAddress>) {
  const question = computed(() => ({ by: address.value.by, ...(address.value.year !== null && { year: address.value.year }) }))
  const { data, error, isPending } = useQuery({
    queryKey: computed(() => ['visits', 'byTerm', question.value]),
    queryFn: () => api.visits.byTerm(question.value),
    placeholderData: keepPreviousData,
  })
  return { table: data, error, waiting: isPending }
}

/** Open schools without a visit that counts, the longest without first; those that the address asks for. */
export function useNotVisited(address: Ref<VisitsAddress>) {
  const { data, error, isPending } = useQuery({ queryKey: ['visits', 'notVisited'], queryFn: () => api.visits.notVisited() })
  const rows = computed(() => {
    const { group, district, search } = address.value
    const words = search.trim().toLowerCase().split(/\s+/)
    return (data.value?.rows ?? []).filter(
      (row) =>
        (group.length === 0 || group.includes(row.group)) &&
        (district.length === 0 || district.includes(row.district ?? 'not-recorded')) &&
        words.every((word) => `${row.name} ${row.urn}`.toLowerCase().includes(word)),
    )
  })
  return { rows, all: computed(() => data.value?.rows ?? []), from: computed(() => data.value?.from), error, waiting: isPending }
}

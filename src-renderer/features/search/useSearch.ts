import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../client/api.ts'
import { ANY, kinds, readSearch, writeSearch, type SearchAddress } from './searchAddress.ts'

/** Hits that are shown at first, and with each "Show more". */
const PAGE = 50

/** Search over everything said, decided and agreed. All of it stands in the address; the core finds and counts. */
export function useSearch() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => readSearch(route.query))
  const words = ref(address.value.words)
  const settled = refDebounced(words, 120)
  const offset = ref(0)
  const schoolTyped = ref('')
  const schoolSettled = refDebounced(schoolTyped, 120)

  function change(part: Partial<SearchAddress>) {
    // Of every change but a new search the words are those that are being typed.
    return router.replace({ query: writeSearch({ ...address.value, words: words.value, ...part }) })
  }
  watch(settled, (now) => now.trim() !== address.value.words && route.name === 'search' && change({ words: now }))
  watch(() => address.value.words, (now) => now !== words.value.trim() && (words.value = now))

  const asked = computed(() => {
    const { bodyId, from, to, urn, kinds: chosen, sort } = address.value
    return {
      words: settled.value.trim(),
      sort,
      ...(bodyId !== ANY && { bodyId }),
      ...(from !== null && { from }),
      ...(to !== null && { to }),
      ...(urn !== null && { urn }),
      ...(chosen.length > 0 && { kinds: chosen }),
    }
  })
  watch(asked, (now, before) => JSON.stringify(now) !== JSON.stringify(before) && (offset.value = 0))
  const asking = computed(() => asked.value.words.length >= 2 || address.value.urn !== null)
  const found = useQuery({
    queryKey: computed(() => ['search', 'said', asked.value, offset.value]),
    queryFn: () => api.search.said({ ...asked.value, offset: offset.value, limit: PAGE }),
    enabled: asking,
    placeholderData: keepPreviousData,
  })
  const { data: bodies } = useQuery({ queryKey: ['bodies', 'list'], queryFn: () => api.bodies.list() })
  const schools = useQuery({ queryKey: computed(() => ['schools', 'find', schoolSettled.value]), queryFn: () => api.schools.find({ search: schoolSettled.value }) })
  const { data: school } = useQuery({
    queryKey: computed(() => ['schools', 'find', address.value.urn]),
    queryFn: () => api.schools.find({ search: address.value.urn ?? '' }),
    enabled: computed(() => address.value.urn !== null),
  })

  return {
    address,
    words,
    asking,
    found: computed(() => (asking.value ? found.data.value : undefined)),
    error: found.error,
    refetch: found.refetch,
    offset,
    page: PAGE,
    bodyId: computed({ get: () => address.value.bodyId, set: (bodyId) => void change({ bodyId }) }),
    from: computed({ get: () => address.value.from, set: (from) => void change({ from }) }),
    to: computed({ get: () => address.value.to, set: (to) => void change({ to }) }),
    urn: computed({ get: () => address.value.urn, set: (urn) => void change({ urn }) }),
    sort: computed({ get: (): string => address.value.sort, set: (sort) => void change({ sort: sort === 'date' ? 'date' : 'relevance' }) }),
    chosenKinds: computed({ get: (): string[] => address.value.kinds, set: (chosen: string[]) => void change({ kinds: kinds.filter((kind) => chosen.includes(kind)) }) }),
    bodyOptions: computed(() => [{ value: ANY, label: 'All bodies' }, ...(bodies.value ?? []).map(({ id, name }) => ({ value: id, label: name }))]),
    schoolOptions: computed(() => (schools.data.value ?? []).map((each) => ({ value: each.urn, label: each.name, hint: [each.urn, each.district].filter(Boolean).join(', ') }))),
    schoolName: computed(() => school.value?.find(({ urn }) => urn === address.value.urn)?.name ?? ''),
    searchingSchools: schools.isFetching,
    seekSchool: (text: string) => (schoolTyped.value = text),
    clear: () => void router.replace({ query: writeSearch({ ...readSearch({}), words: words.value }) }),
  }
}

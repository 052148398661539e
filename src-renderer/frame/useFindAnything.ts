import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { SearchHit } from '../../src-main/api/search.ts'
import { api } from '../client/api.ts'
import { places, searchPlace, settingsPlace } from './places.ts'

/** Something to go to: a page, or a record that the search found. */
export interface Destination {
  key: string
  label: string
  kind: string
  passage: SearchHit['passage']
  to: { name: string; params?: Record<string, string>; query?: Record<string, string> }
}

const kinds = { school: 'School', minute: 'Minute', action: 'Action', paper: 'Paper' }

/** Pages whose name has the words, then what the core finds in schools, minutes, actions and papers. */
export function useFindAnything(words: Ref<string>) {
  const router = useRouter()
  const settled = refDebounced(words, 120)

  const pages = computed(() =>
    [...places, searchPlace, settingsPlace]
      .filter((place) => router.hasRoute(place.name) && place.label.toLowerCase().includes(words.value.trim().toLowerCase()))
      .map((place): Destination => ({ key: place.name, label: place.label, kind: 'Page', passage: [], to: { name: place.name } })),
  )
  const asking = computed(() => settled.value.trim().length >= 2)
  const found = useQuery({
    queryKey: computed(() => ['search', 'find', settled.value.trim()]),
    queryFn: () => api.search.find({ words: settled.value.trim() }),
    enabled: asking,
    placeholderData: keepPreviousData,
  })
  const hits = computed(() => (asking.value ? (found.data.value ?? []) : []).map(destinationOf).filter((hit) => router.hasRoute(hit.to.name)))

  /** The same words over everything said, with its filters: the last line, so that Enter still goes to the best answer. */
  const further = computed((): Destination[] =>
    asking.value && router.hasRoute(searchPlace.name)
      ? [{ key: 'further', label: `All that was said of “${settled.value.trim()}”`, kind: 'Search', passage: [], to: { name: searchPlace.name, query: { words: settled.value.trim() } } }]
      : [],
  )

  return { pages, hits, further, error: computed(() => (asking.value ? found.error.value : null)) }
}

function destinationOf(hit: SearchHit, at: number): Destination {
  return { key: `${hit.kind}-${hit.target}-${at}`, label: hit.title, kind: kinds[hit.kind], passage: hit.passage, to: routeOf(hit) }
}

function routeOf(hit: SearchHit): Destination['to'] {
  if (hit.kind === 'school') return { name: 'schools', params: { urn: hit.target } }
  if (hit.kind === 'minute') return { name: 'meeting', params: { id: hit.target } }
  if (hit.kind === 'paper') return { name: 'paper', params: { id: hit.target } }
  return { name: 'actions', query: { id: hit.target } }
}

import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { readAddress, unfiltered, writeAddress, type ListAddress } from './listAddress.ts'

/** Filters, order and the chosen school, all read from the address and changed through it. */
export function useListAddress() {
  const route = useRoute()
  const router = useRouter()

  const address = computed(() => readAddress(route.query))
  const urn = computed(() => {
    const given = route.params['urn']
    return typeof given === 'string' && given !== '' ? given : null
  })
  const filtered = computed(() => JSON.stringify(address.value) !== JSON.stringify(unfiltered(address.value)))
  const searched = computed(() => address.value.search.trim() !== '')

  /** A change of filter is not a step to go back over: it takes the place of the address before it. */
  function change(part: Partial<ListAddress>) {
    return router.replace({ name: 'schools', params: route.params, query: writeAddress({ ...address.value, ...part }) })
  }

  function clear() {
    return change(unfiltered(address.value))
  }

  /** Goes to a school, or with null back to the list; the filters stay. `follow` marks the steps of an arrow key. */
  function choose(next: string | null, follow = false) {
    const to = { name: 'schools', params: next === null ? {} : { urn: next }, query: route.query }
    return follow ? router.replace(to) : router.push(to)
  }

  return { address, urn, filtered, searched, change, clear, choose }
}

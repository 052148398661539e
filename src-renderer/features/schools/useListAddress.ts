import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { readAddress, unfiltered, writeAddress, type ListAddress } from './listAddress.ts'

/** Words go into the address when the fingers rest: a step of the browser's history costs more than a list of schools. */
const AFTER_TYPING = 250

/** Filters, order and the chosen school, all read from the address and changed through it. One a page: it holds the words being typed. */
export function useListAddress() {
  const route = useRoute()
  const router = useRouter()

  /** Words that the address does not say yet. */
  const typed = ref<string | null>(null)
  let writing = false
  const address = computed(() => ({ ...readAddress(route.query), ...(typed.value !== null && { search: typed.value }) }))
  const urn = computed(() => {
    const given = route.params['urn']
    return typeof given === 'string' && given !== '' ? given : null
  })
  const filtered = computed(() => JSON.stringify(address.value) !== JSON.stringify(unfiltered(address.value)))
  const searched = computed(() => address.value.search.trim() !== '')

  // Whoever goes elsewhere (a link, a step back) means that place, not the words that were being typed.
  watch(
    () => route.fullPath,
    () => {
      if (!writing) typed.value = null
    },
    { flush: 'sync' },
  )
  onScopeDispose(() => (typed.value = null))

  const settle = useDebounceFn(async () => {
    if (typed.value !== null) await write({})
  }, AFTER_TYPING)

  async function write(part: Partial<ListAddress>) {
    const said = typed.value
    writing = true
    await router.replace({ name: 'schools', params: route.params, query: writeAddress({ ...address.value, ...part }) })
    writing = false
    if (typed.value === said) typed.value = null
  }

  /** A change of filter is not a step to go back over: it takes the place of the address before it. */
  async function change(part: Partial<ListAddress>) {
    const { search, ...others } = part
    if (search !== undefined) typed.value = search
    if (Object.keys(others).length > 0) await write(others)
    else void settle()
  }

  function clear() {
    return change(unfiltered(address.value))
  }

  /** Goes to a school, or with null back to the list; the filters stay. `follow` marks the steps of an arrow key. */
  async function choose(next: string | null, follow = false) {
    if (typed.value !== null) await write({})
    const to = { name: 'schools', params: next === null ? {} : { urn: next }, query: route.query }
    return follow ? router.replace(to) : router.push(to)
  }

  return { address, urn, filtered, searched, change, clear, choose }
}

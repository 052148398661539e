import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../client/api.ts'
import { ANY, readActions, views, writeActions, type ActionAddress } from './actionAddress.ts'

/**
 * The action log as at a day: one view of it, narrowed by body, owner and words. All of it stands in the address, so that
 * a link, a reload and the way back find the same actions. The core counts and derives what is overdue.
 */
export function useActionLog() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => readActions(route.query))
  const words = ref(address.value.words)
  const settled = refDebounced(words, 120)

  function change(part: Partial<ActionAddress>) {
    // Of every change but a new search the words are those that are being typed.
    return router.replace({ query: writeActions({ ...address.value, words: words.value, ...part }) })
  }
  watch(settled, (now) => now.trim() !== address.value.words && route.name === 'actions' && change({ words: now }))
  watch(() => address.value.words, (now) => now !== words.value.trim() && (words.value = now))

  const asked = computed(() => {
    const { view, bodyId, owner, asAt, from } = address.value
    return {
      view,
      ...(bodyId !== ANY && { bodyId }),
      ...(owner !== ANY && { owner }),
      ...(asAt !== undefined && { asAt }),
      ...(from !== undefined && { from }),
      ...(settled.value.trim() !== '' && { search: settled.value.trim() }),
    }
  })
  const log = useQuery({
    queryKey: computed(() => ['actions', 'list', asked.value]),
    queryFn: () => api.actions.list(asked.value),
    placeholderData: keepPreviousData,
  })
  const { data: bodies } = useQuery({ queryKey: ['bodies', 'list'], queryFn: () => api.bodies.list() })
  const { data: owners } = useQuery({ queryKey: ['actions', 'owners'], queryFn: () => api.actions.owners() })

  return {
    address,
    change,
    view: computed({ get: () => address.value.view, set: (view) => void change({ view: views.find((one) => one === view) ?? 'live' }) }),
    bodyId: computed({ get: () => address.value.bodyId, set: (bodyId) => void change({ bodyId }) }),
    owner: computed({ get: () => address.value.owner, set: (owner) => void change({ owner }) }),
    words,
    narrowed: computed(() => address.value.bodyId !== ANY || address.value.owner !== ANY || settled.value.trim() !== ''),
    rows: computed(() => log.data.value?.rows ?? []),
    counts: computed(() => log.data.value?.counts),
    /** The dates that the core answered for. */
    dates: computed(() => log.data.value && { asAt: log.data.value.asAt, from: log.data.value.from }),
    error: log.error,
    refetch: log.refetch,
    waiting: log.isPending,
    owners: computed(() => owners.value ?? []),
    bodyOptions: computed(() => [{ value: ANY, label: 'Every body' }, ...(bodies.value ?? []).map((body) => ({ value: body.id, label: body.name }))]),
    ownerOptions: computed(() => [{ value: ANY, label: 'Every owner' }, ...(owners.value ?? []).map((name) => ({ value: name, label: name }))]),
  }
}

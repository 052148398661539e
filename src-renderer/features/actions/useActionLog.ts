import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { api } from '../../client/api.ts'

export const views = ['live', 'overdue', 'dueSoon', 'closed', 'all'] as const
export type View = (typeof views)[number]

/** The action log: one view of it, narrowed by body, owner and words. The core counts and derives what is overdue. */
export function useActionLog() {
  const view = ref<View>('live')
  const bodyId = ref(ANY)
  const owner = ref(ANY)
  const words = ref('')
  const settled = refDebounced(words, 120)

  const asked = computed(() => ({
    view: view.value,
    ...(bodyId.value === ANY ? {} : { bodyId: bodyId.value }),
    ...(owner.value === ANY ? {} : { owner: owner.value }),
    ...(settled.value.trim() === '' ? {} : { search: settled.value.trim() }),
  }))
  const log = useQuery({
    queryKey: computed(() => ['actions', 'list', asked.value]),
    queryFn: () => api.actions.list(asked.value),
    placeholderData: keepPreviousData,
  })
  const { data: bodies } = useQuery({ queryKey: ['bodies', 'list'], queryFn: () => api.bodies.list() })
  const { data: owners } = useQuery({ queryKey: ['actions', 'owners'], queryFn: () => api.actions.owners() })

  return {
    view,
    bodyId,
    owner,
    words,
    narrowed: computed(() => bodyId.value !== ANY || owner.value !== ANY || settled.value.trim() !== ''),
    rows: computed(() => log.data.value?.rows ?? []),
    counts: computed(() => log.data.value?.counts),
    error: log.error,
    refetch: log.refetch,
    waiting: log.isPending,
    owners: computed(() => owners.value ?? []),
    bodyOptions: computed(() => [{ value: ANY, label: 'Every body' }, ...(bodies.value ?? []).map((body) => ({ value: body.id, label: body.name }))]),
    ownerOptions: computed(() => [{ value: ANY, label: 'Every owner' }, ...(owners.value ?? []).map((name) => ({ value: name, label: name }))]),
  }
}

/** An option's value must not be empty; no body and no owner is called this. */
export const ANY = 'any'

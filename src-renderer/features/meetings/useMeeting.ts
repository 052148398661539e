import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '../../client/api.ts'

/** One meeting with all that belongs to it, the figures as at its day, and the owners already named. */
export function useMeeting(id: string) {
  const { data: meeting, error, refetch } = useQuery({ queryKey: ['meetings', 'get', id], queryFn: () => api.meetings.get({ id }) })
  const date = computed(() => meeting.value?.date)
  const { data: figures } = useQuery({
    queryKey: computed(() => ['figures', 'list', date.value]),
    queryFn: () => api.figures.list({ ...(date.value === undefined ? {} : { asAt: date.value }) }),
    enabled: computed(() => date.value !== undefined),
  })
  const { data: owners } = useQuery({ queryKey: ['actions', 'owners'], queryFn: () => api.actions.owners() })

  return { meeting, error, refetch, figures: computed(() => figures.value ?? []), owners: computed(() => owners.value ?? []) }
}

import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '../../client/api.ts'
import { movedSince } from './movedSince.ts'

/** The first screen, and how far its shares have moved since the last Quartet that was held. */
export function useToday() {
  const { data, error, refetch } = useQuery({ queryKey: ['today', 'get'], queryFn: () => api.today.get() })
  const quartets = useQuery({ queryKey: ['meetings', 'list', 'quartet'], queryFn: () => api.meetings.list({ kind: 'quartet' }) })

  const lastHeld = computed(() => {
    const today = data.value?.date
    const dates = (quartets.data.value ?? []).filter((meeting) => meeting.state === 'held' && today !== undefined && meeting.date < today).map((meeting) => meeting.date)
    return dates.sort().at(-1)
  })
  const before = useQuery({
    queryKey: computed(() => ['figures', 'list', lastHeld.value]),
    queryFn: () => api.figures.list({ ...(lastHeld.value === undefined ? {} : { asAt: lastHeld.value }) }),
    enabled: computed(() => lastHeld.value !== undefined),
  })

  const visited = computed(() => (data.value?.figures ?? []).filter((figure) => figure.id === 'visited'))
  const moved = computed(() =>
    lastHeld.value === undefined || !before.data.value ? '' : movedSince(visited.value, before.data.value, lastHeld.value),
  )
  return { data, error, refetch, visited, moved, lastHeld }
}

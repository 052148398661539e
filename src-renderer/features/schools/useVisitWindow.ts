import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from '../../client/api.ts'
import { writeDate } from '../../ui/useDateText.ts'

/** Since when a school counts as not visited: the contract's start, as the settings have it. "since 1 September 2015", or empty until it is known. */
export function useVisitWindow() {
  const { data: settings } = useQuery({ queryKey: ['settings', 'get'], queryFn: () => api.settings.get() })
  return computed(() => (settings.value ? `since ${writeDate(settings.value.contractStart)}` : ''))
}

import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { SettingsState } from '../../../src-main/api/settings.ts'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'

/** The workspace's own settings. Each is kept as soon as it is left, and can be undone like any change. */
export function useSettings() {
  const { data: settings, error, refetch } = useQuery({ queryKey: ['settings', 'get'], queryFn: () => api.settings.get() })
  const { data: facets } = useQuery({ queryKey: ['schools', 'facets'], queryFn: () => api.schools.facets() })
  const saved = useChange(api.settings.save)

  /** Keeps what differs from what the core has; a change that changes nothing is none. */
  async function keep(part: Partial<SettingsState>): Promise<boolean> {
    const now = settings.value
    if (!now || JSON.stringify({ ...now, ...part }) === JSON.stringify(now)) return true
    return (await saved.change(part)) !== undefined
  }

  const phases = computed(() => (facets.value?.phases ?? []).map(({ value, count }) => ({ value, label: value || 'Not recorded', hint: count.toLocaleString('en-GB') })).filter(({ value }) => value !== ''))
  return { settings, error, refetch, keep, phases, refusal: saved.refusal, busy: saved.busy }
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api } from '../../client/api.ts'
import { useWorkspace } from '../../client/workspace.ts'
import type { CoverageAddress } from './coverageAddress.ts'
import { questionOf } from './useCoverage.ts'

/**
 * The date that the figures are compared with: the officer's choice, else the last Quartet that was held before the
 * as-at date, because that is where they were last told; undefined while it is not known, or where there was none.
 */
export function useEarlierDate(address: Ref<CoverageAddress>) {
  const { data: workspace } = useWorkspace()
  const quartets = useQuery({
    queryKey: ['meetings', 'list', 'quartet'],
    queryFn: () => api.meetings.list({ kind: 'quartet' }),
    enabled: computed(() => address.value.view === 'compare'),
  })
  return computed(() => {
    const asAt = address.value.asAt ?? workspace.value?.today
    if (address.value.before !== undefined || asAt === undefined || !quartets.data.value) return address.value.before
    const held = quartets.data.value.filter(({ state, date }) => state === 'held' && date < asAt).map(({ date }) => date)
    // Where no Quartet was held, the figures are laid beside themselves, and the officer chooses a date.
    return held.sort().at(-1) ?? asAt
  })
}

/** Every figure on both dates, and why it moved. While a date changes, the old answer stays, dated as it is. */
export function useComparison(address: Ref<CoverageAddress>) {
  const fromAsAt = useEarlierDate(address)
  const comparison = useQuery({
    queryKey: computed(() => ['figures', 'compare', questionOf(address.value), fromAsAt.value]),
    queryFn: () => api.figures.compare({ ...questionOf(address.value), fromAsAt: fromAsAt.value ?? '' }),
    enabled: computed(() => fromAsAt.value !== undefined),
    placeholderData: keepPreviousData,
  })
  return { comparison: comparison.data, fromAsAt, waiting: comparison.isPending, error: comparison.error, again: comparison.refetch }
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api } from '../../client/api.ts'
import type { CoverageAddress } from './coverageAddress.ts'
import { useEarlierDate } from './useComparison.ts'
import { questionOf } from './useCoverage.ts'

/** The figures on actions, over all bodies and by body. While a date changes, the old numbers stay, dated as they are. */
export function useActionFigures(address: Ref<CoverageAddress>) {
  const question = computed(() => questionOf(address.value))
  const figures = useQuery({
    queryKey: computed(() => ['actionFigures', 'byBody', question.value]),
    queryFn: () => api.actionFigures.byBody(question.value),
    placeholderData: keepPreviousData,
  })
  return { figures: figures.data, waiting: figures.isPending, error: figures.error, again: figures.refetch }
}

export function useActionTerms(address: Ref<CoverageAddress>) {
  const question = computed(() => questionOf(address.value))
  const terms = useQuery({
    queryKey: computed(() => ['actionFigures', 'byTerm', question.value]),
    queryFn: () => api.actionFigures.byTerm(question.value),
    placeholderData: keepPreviousData,
  })
  return { terms: terms.data, error: terms.error, again: terms.refetch }
}

/** The figures on actions on the two dates that are compared, and why each moved. */
export function useActionComparison(address: Ref<CoverageAddress>) {
  const fromAsAt = useEarlierDate(address)
  const comparison = useQuery({
    queryKey: computed(() => ['actionFigures', 'compare', questionOf(address.value), fromAsAt.value]),
    queryFn: () => api.actionFigures.compare({ ...questionOf(address.value), fromAsAt: fromAsAt.value ?? '' }),
    enabled: computed(() => fromAsAt.value !== undefined),
    placeholderData: keepPreviousData,
  })
  return { comparison: comparison.data, error: comparison.error, again: comparison.refetch }
}

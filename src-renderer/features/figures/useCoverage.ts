import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../client/api.ts'
import { readCoverage, writeCoverage, type ChosenNumber, type CoverageAddress } from './coverageAddress.ts'
import type { PartCounts, PartKind } from './partRows.ts'

/** The dates and the chosen number, read from the address and changed through it. */
export function useCoverageAddress() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => readCoverage(route.query))

  function change(part: Partial<CoverageAddress>) {
    return router.replace({ query: writeCoverage({ ...address.value, ...part }) })
  }

  return { address, change }
}

/** The question that every figure of the page answers. */
export function questionOf({ asAt, from }: Pick<CoverageAddress, 'asAt' | 'from'>) {
  return { ...(asAt !== undefined && { asAt }), ...(from !== undefined && { from }) }
}

/** A chosen number of a term has a window of its own. */
export function questionBehind(address: CoverageAddress, chosen: ChosenNumber) {
  return questionOf({ ...address, ...chosen.term })
}

/** All figures of a question. While a date changes, the old numbers stay, dated as they are. */
export function useFigures(question: Ref<ReturnType<typeof questionOf>>) {
  const figures = useQuery({
    queryKey: computed(() => ['figures', 'list', question.value]),
    queryFn: () => api.figures.list(question.value),
    placeholderData: keepPreviousData,
  })
  return { figures: figures.data, waiting: figures.isPending, error: figures.error, again: figures.refetch }
}

/** The counts by district or by phase. */
export function useParts(address: Ref<CoverageAddress>, kind: Ref<PartKind>) {
  const question = computed(() => questionOf(address.value))
  const parts = useQuery({
    queryKey: computed(() => ['figures', 'byPart', kind.value, question.value]),
    queryFn: async (): Promise<PartCounts[]> =>
      kind.value === 'district'
        ? (await api.figures.byDistrict(question.value)).map(({ district, ...counts }) => ({ ...counts, part: district }))
        : (await api.figures.byPhase(question.value)).map(({ phase, ...counts }) => ({ ...counts, part: phase })),
    placeholderData: (before, query) => (query?.queryKey[2] === kind.value ? before : undefined),
  })
  return { counts: parts.data, waiting: parts.isPending, error: parts.error, again: parts.refetch }
}

/** The counts by term. */
export function useTerms(address: Ref<CoverageAddress>) {
  const question = computed(() => questionOf(address.value))
  const terms = useQuery({
    queryKey: computed(() => ['figures', 'byTerm', question.value]),
    queryFn: () => api.figures.byTerm(question.value),
    placeholderData: keepPreviousData,
  })
  return { terms: terms.data, waiting: terms.isPending, error: terms.error, again: terms.refetch }
}

/** The schools behind one number, by name; those of one district or phase where the number is of one. */
export function useRecords(address: Ref<CoverageAddress>, chosen: Ref<ChosenNumber>) {
  const question = computed(() => {
    const { id, group, side } = chosen.value
    return { ...questionBehind(address.value, chosen.value), id, group, which: side }
  })
  const records = useQuery({
    queryKey: computed(() => ['figures', 'records', question.value]),
    queryFn: () => api.figures.records(question.value),
  })
  const rows = computed(() => {
    const { district, phase } = chosen.value
    return records.data.value?.filter((record) => (district === undefined || record.district === district) && (phase === undefined || record.phase === phase))
  })
  return { rows, error: records.error, waiting: records.isPending }
}

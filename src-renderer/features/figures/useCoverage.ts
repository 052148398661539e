import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../client/api.ts'
import { readCoverage, writeCoverage, type ChosenNumber, type CoverageAddress } from './coverageAddress.ts'

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
function questionOf({ asAt, from }: CoverageAddress) {
  return { ...(asAt !== undefined && { asAt }), ...(from !== undefined && { from }) }
}

/** All figures and the counts by district. While a date changes, the old numbers stay, dated as they are. */
export function useFigures(address: Ref<CoverageAddress>) {
  const question = computed(() => questionOf(address.value))
  const figures = useQuery({
    queryKey: computed(() => ['figures', 'list', question.value]),
    queryFn: () => api.figures.list(question.value),
    placeholderData: keepPreviousData,
  })
  const districts = useQuery({
    queryKey: computed(() => ['figures', 'byDistrict', question.value]),
    queryFn: () => api.figures.byDistrict(question.value),
    placeholderData: keepPreviousData,
  })
  return {
    figures: figures.data,
    districts: districts.data,
    waiting: figures.isPending,
    error: computed(() => figures.error.value ?? districts.error.value),
    again: () => Promise.all([figures.refetch(), districts.refetch()]),
  }
}

/** The schools behind one number, by name; those of one district where the number is a district's. */
export function useRecords(address: Ref<CoverageAddress>, chosen: Ref<ChosenNumber>) {
  const question = computed(() => {
    const { id, group, side } = chosen.value
    return { ...questionOf(address.value), id, group, which: side }
  })
  const records = useQuery({
    queryKey: computed(() => ['figures', 'records', question.value]),
    queryFn: () => api.figures.records(question.value),
  })
  const rows = computed(() => {
    const { district } = chosen.value
    return records.data.value?.filter((record) => district === undefined || record.district === district)
  })
  return { rows, error: records.error, waiting: records.isPending }
}

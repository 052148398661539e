import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'

/** One record with its facts, story and changes. While the next one is on its way the last stays, so that nothing blinks. */
export function useSchoolDetail(urn: Ref<string>) {
  const detail = useQuery({
    queryKey: computed(() => ['schools', 'get', urn.value]),
    queryFn: () => api.schools.get({ urn: urn.value }),
    placeholderData: keepPreviousData,
  })
  return { school: detail.data, error: detail.error, waiting: detail.isPending, again: () => detail.refetch() }
}

/** Takes a need judgement away again; the undo bar brings it back. */
export function useWithdrawal() {
  return useChange((id: string) => api.packages.withdrawJudgement({ id }))
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api } from '../../../client/api.ts'

/** The groups as they stand today, with coverage by each method. */
export function useGroups() {
  const { data, error, refetch, isPending } = useQuery({ queryKey: ['groups', 'list'], queryFn: () => api.groups.list() })
  return { data, error, again: () => refetch(), waiting: isPending }
}

/** One group with its members and meetings. While the next one is on its way the last stays. */
export function useGroup(id: Ref<string>) {
  const { data: group, error } = useQuery({
    queryKey: computed(() => ['groups', 'get', id.value]),
    queryFn: () => api.groups.get({ id: id.value }),
    placeholderData: keepPreviousData,
  })
  return { group, error }
}

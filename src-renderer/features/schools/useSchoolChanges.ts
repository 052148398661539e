import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api } from '../../client/api.ts'

/** Changes asked for at a time. */
const PAGE = 20

/** The whole history of a school, the newest first, a page at a time. */
export function useSchoolChanges(urn: Ref<string>) {
  const pages = useInfiniteQuery({
    queryKey: computed(() => ['schools', 'changes', urn.value]),
    queryFn: ({ pageParam }) => api.schools.changes({ urn: urn.value, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, { rows }) => sum + rows.length, 0)
      return last.rows.length > 0 && shown < last.total ? shown : undefined
    },
  })
  const changes = computed(() => (pages.data.value?.pages ?? []).flatMap(({ rows }) => rows))
  return {
    changes,
    total: computed(() => pages.data.value?.pages[0]?.total ?? 0),
    earlier: computed(() => (pages.hasNextPage.value ? (pages.data.value?.pages[0]?.total ?? 0) - changes.value.length : 0)),
    showEarlier: () => void pages.fetchNextPage(),
    busy: pages.isFetchingNextPage,
    waiting: pages.isPending,
    error: pages.error,
    again: () => void pages.refetch(),
  }
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../../client/api.ts'
import { saveFile } from '../../../client/files.ts'
import { sentenceOf } from '../../../client/refusal.ts'
import { useWorkspace } from '../../../client/workspace.ts'

/** The minute book of the body and year in the address; without one, of the first body and this year. */
export function useMinuteBook() {
  const route = useRoute()
  const router = useRouter()
  const { data: workspace } = useWorkspace()
  const { data: bodies, error: bodiesError, refetch: bodiesAgain } = useQuery({ queryKey: ['bodies', 'list'], queryFn: () => api.bodies.list() })

  const thisYear = computed(() => workspace.value?.today.slice(0, 4))
  const bodyId = computed({
    get: () => bodies.value?.find(({ id }) => id === route.query['body'])?.id ?? bodies.value?.[0]?.id ?? '',
    set: (body: string) => void router.replace({ query: { ...route.query, body } }),
  })
  const year = computed({
    get: () => (typeof route.query['year'] === 'string' && /^(19|2\d)\d{2}$/.test(route.query['year']) ? route.query['year'] : (thisYear.value ?? '')),
    set: (next: string) => void router.replace({ query: { ...route.query, year: next } }),
  })

  const { data: book, error: bookError, refetch } = useQuery({
    queryKey: computed(() => ['minutes', 'book', bodyId.value, year.value]),
    queryFn: () => api.minutes.bookContents({ bodyId: bodyId.value, year: Number(year.value) }),
    enabled: computed(() => bodyId.value !== '' && year.value !== ''),
    placeholderData: keepPreviousData,
  })

  const refusal = ref<string | null>(null)
  const writing = ref(false)

  async function save(audience: 'full' | 'public') {
    refusal.value = null
    writing.value = true
    try {
      const file = await api.minutes.book({ bodyId: bodyId.value, year: Number(year.value), audience })
      await saveFile(file.name, file)
    } catch (error) {
      refusal.value = sentenceOf(error)
    } finally {
      writing.value = false
    }
  }

  /** The years in which the body met, and the one that is shown whatever it is. */
  const years = computed(() => [...new Set([year.value, ...(book.value?.years ?? []).map(String)])].filter((each) => each !== '').sort().reverse())

  return {
    bodies: computed(() => bodies.value ?? []),
    bodyId,
    year,
    years,
    book,
    error: computed(() => bodiesError.value ?? bookError.value),
    refetch: () => void Promise.all([bodiesAgain(), refetch()]),
    save,
    writing,
    refusal,
  }
}

import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import type { PaperSection } from '../../../src-main/api/papers.ts'
import { api } from '../../client/api.ts'
import { numbered } from './numberedBlocks.ts'

/** A pause in typing after which the page is set again, in milliseconds. */
const PAUSE = 250

/** The paper as it reads, from the very content that Word is made of, with the words as they stand on screen. */
export function usePreview(id: string, sections: Readonly<Ref<readonly PaperSection[]>>) {
  const words = computed(() => sections.value.map(({ id: sectionId, document }) => ({ sectionId, document })))
  const settled = refDebounced(words, PAUSE)
  const { data, error } = useQuery({
    queryKey: computed(() => ['papers', 'preview', id, settled.value]),
    queryFn: () => api.papers.preview({ id, words: [...settled.value] }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return { classification: computed(() => data.value?.classification), blocks: computed(() => numbered(data.value?.blocks ?? [])), error }
}

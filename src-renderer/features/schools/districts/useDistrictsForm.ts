import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, reactive, watch, type Ref } from 'vue'
import type { z } from 'zod'
import { districtsEntry } from '../../../../src-main/api/schools.ts'
import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'
import type { UiOption } from '../../../ui/shapes.ts'
import { useEntryForm } from '../useEntryForm.ts'
import { movesInWords } from './movesInWords.ts'

const words = {
  urns: 'Choose at least one school in the list',
  district: 'Name the district, in up to 80 characters',
  from: 'Give the date from which it holds, such as 1 September 2015',
}

/**
 * The form that gives many schools one district, with what it would do in words before it is done.
 *
 * @param listId where schools are chosen, for the sentence that says that none is
 */
export function useDistrictsForm(chosen: Ref<readonly string[]>, known: Ref<readonly string[]>, listId: string, done: () => void) {
  const draft = reactive<{ district: string; from: string | null }>({ district: '', from: null })
  const { data: settings } = useQuery({ queryKey: ['settings', 'get'], queryFn: () => api.settings.get() })
  watch(settings, (now) => (draft.from ??= now?.contractStart ?? null), { immediate: true })

  const typed = () => ({ urns: [...chosen.value], district: draft.district, from: draft.from })
  const entry = refDebounced(computed(() => districtsEntry.safeParse(typed()).data), 150)
  const { data: moves } = useQuery({
    queryKey: computed(() => ['schools', 'districts', entry.value]),
    queryFn: () => (entry.value ? api.schools.previewDistricts(entry.value) : null),
    placeholderData: keepPreviousData,
  })
  const preview = computed(() => (entry.value && moves.value ? movesInWords(moves.value, entry.value.from) : ''))

  const setting = useChange((given: z.infer<typeof districtsEntry>) => api.schools.setDistricts(given))
  const form = useEntryForm({ schema: districtsEntry, typed, words, ask: setting.change, done })

  const choices = computed((): UiOption[] => {
    const name = draft.district.trim()
    const others = known.value.filter((one) => one !== name && (known.value.includes(name) || one.toLowerCase().includes(name.toLowerCase())))
    return [...(name === '' ? [] : [name]), ...others].map((value) => ({ value, label: value }))
  })
  const summary = computed(() => form.summary.value.map(({ fieldId, text }) => ({ fieldId: fieldId === form.fieldId('urns') ? listId : fieldId, text })))
  return { draft, choices, preview, ...form, summary, busy: setting.busy, refusal: setting.refusal }
}

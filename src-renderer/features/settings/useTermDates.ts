import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, ref, shallowRef } from 'vue'
import type { SettingsState, TermName } from '../../../src-main/api/settings.ts'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'

interface TermDates {
  name: TermName
  from: string
  to: string
}

/**
 * The terms of one school year, kept as each date is left. Dates that were refused stay as they were typed until they
 * fit, and go along with the next one: two terms that overlap are mended by two changes.
 */
export function useTermDates(settings: () => SettingsState) {
  const saved = useChange(api.settings.save)
  const asked = ref<number>()
  const refused = shallowRef<readonly TermDates[]>()
  const { data } = useQuery({
    queryKey: computed(() => ['settings', 'terms', asked.value]),
    queryFn: () => api.settings.terms(asked.value === undefined ? {} : { year: asked.value }),
    placeholderData: keepPreviousData,
  })
  const year = computed(() => data.value?.year ?? 2015)
  const terms = computed((): readonly TermDates[] => refused.value ?? data.value?.terms ?? [])
  const isSet = computed(() => settings().terms.some((term) => term.year === year.value))
  const others = () => settings().terms.filter((term) => term.year !== year.value)

  async function set(name: TermName, end: 'from' | 'to', date: string | null) {
    if (date === null || terms.value.find((term) => term.name === name)?.[end] === date) return
    const ofYear = terms.value.map((term) => ({ name: term.name, from: term.from, to: term.to, ...(term.name === name && { [end]: date }) }))
    const kept = data.value?.terms ?? []
    if (ofYear.every((term, at) => term.from === kept[at]?.from && term.to === kept[at]?.to)) return putBack()
    refused.value = ofYear
    if (await saved.change({ terms: [...others(), ...ofYear.map((term) => ({ year: year.value, ...term }))] })) refused.value = undefined
  }

  /** Lets go of what was refused: the dates that are kept are in sight again. */
  function putBack() {
    refused.value = undefined
    saved.clear()
  }

  function show(other: number) {
    putBack()
    asked.value = other
  }

  function unset() {
    putBack()
    void saved.change({ terms: others() })
  }

  return { year, terms, isSet, refusal: saved.refusal, set, putBack, show, unset }
}

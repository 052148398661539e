import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { rag, type PackageState } from '../../../src-main/api/support.ts'
import { api } from '../../client/api.ts'

/** An option's value must not be empty; no narrowing is called this. */
export const ANY = 'any'
/** The district of a school that has none. */
const NO_DISTRICT = 'none'

/** The tabs over the list, and the states each of them shows. */
export const views = {
  live: { label: 'Live', states: ['needIdentified', 'diagnosed', 'agreed', 'active', 'paused', 'escalated'] },
  ahead: { label: 'Being agreed', states: ['needIdentified', 'diagnosed', 'agreed'] },
  active: { label: 'Active', states: ['active'] },
  paused: { label: 'Paused', states: ['paused'] },
  escalated: { label: 'Escalated', states: ['escalated'] },
  completed: { label: 'Completed', states: ['completed'] },
  stopped: { label: 'Stopped', states: ['stopped'] },
} as const satisfies Record<string, { label: string; states: readonly PackageState[] }>
export type View = keyof typeof views

function isView(name: string): name is View {
  return name in views
}

/** The packages as at a day, narrowed by words, district, lead and RAG. The core folds, filters and counts. */
export function useSupport() {
  const view = ref<View>('live')
  const asAt = ref<string | null>(null)
  const district = ref(ANY)
  const lead = ref(ANY)
  const ragChosen = ref(ANY)
  const words = ref('')
  const settled = refDebounced(words, 120)

  const asked = computed(() => {
    const colour = rag.safeParse(ragChosen.value)
    return {
      ...(asAt.value === null ? {} : { asAt: asAt.value }),
      ...(district.value === ANY ? {} : { district: district.value === NO_DISTRICT ? null : district.value }),
      ...(lead.value === ANY ? {} : { lead: lead.value }),
      ...(ragChosen.value === 'none' ? { rag: 'none' as const } : colour.success ? { rag: colour.data } : {}),
      ...(settled.value.trim() === '' ? {} : { search: settled.value.trim() }),
    }
  })
  const list = useQuery({
    queryKey: computed(() => ['support', 'list', asked.value]),
    queryFn: () => api.support.list(asked.value),
    placeholderData: keepPreviousData,
  })

  const all = computed(() => list.data.value?.rows ?? [])
  const rowsOf = (name: View) => all.value.filter(({ state }) => views[name].states.some((one) => one === state))
  return {
    view,
    asAt,
    district,
    lead,
    rag: ragChosen,
    words,
    show: (name: string | undefined) => {
      if (name !== undefined && isView(name)) view.value = name
    },
    clear: () => {
      for (const filter of [district, lead, ragChosen]) filter.value = ANY
      words.value = ''
    },
    narrowed: computed(() => [district, lead, ragChosen].some((filter) => filter.value !== ANY) || settled.value.trim() !== ''),
    tabs: computed(() =>
      Object.entries(views).map(([value, { label }]) => ({ value, label, ...(list.data.value && isView(value) ? { count: rowsOf(value).length } : {}) })),
    ),
    rows: computed(() => rowsOf(view.value)),
    all,
    counts: computed(() => list.data.value?.counts),
    day: computed(() => list.data.value?.asAt),
    error: list.error,
    refetch: list.refetch,
    waiting: list.isPending,
    leads: computed(() => list.data.value?.leads ?? []),
    districtOptions: computed(() => [{ value: ANY, label: 'Every district' }, ...(list.data.value?.districts ?? []).map((name) => ({ value: name, label: name })), { value: NO_DISTRICT, label: 'Not recorded' }]),
    leadOptions: computed(() => [{ value: ANY, label: 'Every lead' }, ...(list.data.value?.leads ?? []).map((name) => ({ value: name, label: name }))]),
    ragOptions: [
      { value: ANY, label: 'Every RAG' },
      { value: 'red', label: 'Red' },
      { value: 'amber', label: 'Amber' },
      { value: 'green', label: 'Green' },
      { value: 'none', label: 'Not reviewed' },
    ],
  }
}

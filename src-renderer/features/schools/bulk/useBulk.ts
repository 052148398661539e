import { computed, reactive, watch } from 'vue'
import { z } from 'zod'
import { civilDate } from '../../../../src-main/api/base.ts'
import { visitEntry } from '../../../../src-main/api/visits.ts'
import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'
import type { UiOption } from '../../../ui/shapes.ts'
import { useEntryForm } from '../useEntryForm.ts'
import { useSecondVisit } from '../visits/useSecondVisit.ts'

interface Given {
  /** The selected schools, asked for when the form is sent. */
  urns: () => Promise<string[]>
  today: string
}

const oneVisit = visitEntry.pick({ date: true, visitor: true, kind: true, counts: true, purpose: true }).extend({ status: z.enum(['planned', 'completed']) })
type OneVisit = z.infer<typeof oneVisit>

/** One visit to each selected school, in one change. */
export function useBulkVisits(given: Given, close: () => void) {
  const draft = reactive<Omit<OneVisit, 'date'> & { date: string | null }>({
    date: given.today, visitor: '', kind: 'visit', status: 'completed', counts: true, purpose: '',
  })
  const recording = useChange(async ({ purpose, ...entry }: OneVisit) => {
    const rows = (await given.urns()).map((urn) => ({ urn, purpose, note: '' }))
    return api.visits.recordDay({ ...entry, rows })
  })
  const second = useSecondVisit()
  watch(draft, second.forget)
  const form = useEntryForm({
    schema: oneVisit,
    typed: () => draft,
    words: { date: 'Give the date of the visits, such as 9 June 2016', purpose: 'Keep the purpose to 500 characters' },
    firstField: 'visitor',
    ask: async (entry) => ((await second.mayRecord({ urns: await given.urns(), date: entry.date, kind: entry.kind, visitor: entry.visitor })) ? recording.change(entry) : undefined),
    done: close,
  })
  return { draft, ...form, second: second.question, busy: recording.busy, refusal: computed(() => recording.refusal.value ?? second.failure.value) }
}

const oneDistrict = z.object({ district: z.string().trim().min(1).max(80), from: civilDate })

/** One district for all selected schools, in one change. */
export function useBulkDistrict(given: Given & { districts: readonly string[] }, close: () => void) {
  const draft = reactive<{ district: string; from: string | null }>({ district: '', from: given.today })
  const setting = useChange(async (entry: z.infer<typeof oneDistrict>) => api.schools.setDistricts({ ...entry, urns: await given.urns() }))
  const form = useEntryForm({
    schema: oneDistrict,
    typed: () => draft,
    words: { district: 'Name the district, in up to 80 characters', from: 'Give the date from which it holds, such as 1 September 2015' },
    firstField: 'district',
    ask: setting.change,
    done: close,
  })
  const choices = computed((): UiOption[] => {
    const typed = draft.district.trim()
    const known = given.districts.filter((name) => name !== typed && name.toLowerCase().includes(typed.toLowerCase()))
    return [...(typed === '' ? [] : [typed]), ...known].map((name) => ({ value: name, label: name }))
  })
  return { draft, choices, ...form, busy: setting.busy, refusal: setting.refusal }
}

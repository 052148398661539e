import { useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { recordedVisit } from '../../../../src-main/api/visits.ts'
import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'
import type { UiOption } from '../../../ui/shapes.ts'
import { useEntryForm } from '../useEntryForm.ts'
import { useSecondVisit } from './useSecondVisit.ts'
import { visitDrafts, type VisitDraft } from './visitDrafts.ts'

const words = {
  urn: 'Choose the school that was visited',
  date: 'Give the date of the visit, such as 9 June 2016',
  purpose: 'Keep the purpose to 500 characters; the note takes more',
  note: 'Keep the note to 20,000 characters',
  cancelledBecause: 'Say why it was cancelled, in 500 characters at most',
  evidence: 'Keep the evidence to 2,000 characters',
  respondedOn: 'Give the date of the response, such as 20 June 2016, or leave it empty',
  responseNote: 'Keep what the school says to 2,000 characters',
}

/**
 * The form of one visit.
 *
 * @param visitId the visit that is changed; null for a new one
 * @param draft what has been typed; it is forgotten under `key` once the core has taken it
 */
export function useVisitForm(visitId: string | null, draft: VisitDraft, key: string, close: () => void) {
  const second = useSecondVisit()
  // An answer holds for the visit that was asked about.
  watch(() => [draft.urn, draft.date, draft.kind, draft.visitor, draft.status], second.forget)
  const start = JSON.stringify([draft.urn, draft.date, draft.kind, draft.visitor])
  const record = useChange((entry: ReturnType<typeof recordedVisit.parse>) =>
    visitId === null ? api.visits.record(entry) : api.visits.edit({ ...entry, id: visitId }),
  )

  /** A visit that stands and stays where it is raises no question; one that becomes the same as another does. */
  async function ask(entry: ReturnType<typeof recordedVisit.parse>) {
    const { urn, date, kind, visitor, status } = entry
    const stays = visitId !== null && start === JSON.stringify([urn, date, kind, visitor])
    const asked = { urns: [urn], date, kind, visitor, ...(visitId !== null && { except: visitId }) }
    if (status !== 'cancelled' && !stays && !(await second.mayRecord(asked))) return undefined
    return record.change(entry)
  }
  const removal = useChange((id: string) => api.visits.delete({ id }))

  function finish() {
    visitDrafts.forget(key)
    close()
  }

  const form = useEntryForm({ schema: recordedVisit, typed: () => draft, words, firstField: draft.urn === null ? 'urn' : draft.date === null ? 'date' : 'visitor', ask, done: finish })

  async function remove() {
    if (visitId !== null && (await removal.change(visitId))) finish()
  }

  return {
    ...form,
    remove,
    discard: finish,
    second: second.question,
    busy: computed(() => record.busy.value || removal.busy.value),
    refusal: computed(() => record.refusal.value ?? removal.refusal.value ?? second.failure.value),
  }
}

/** Schools to choose from, as one types. */
export function useSchoolChoice() {
  const typed = ref('')
  const settled = refDebounced(typed, 120)
  const found = useQuery({
    queryKey: computed(() => ['schools', 'find', settled.value]),
    queryFn: () => api.schools.find({ search: settled.value }),
  })
  const options = computed((): UiOption[] =>
    (found.data.value ?? []).map((school) => ({
      value: school.urn,
      label: school.name,
      hint: [school.urn, school.status === 'Open' ? school.district : school.status].filter(Boolean).join(', '),
    })),
  )
  return { typed, options, searching: found.isFetching }
}

/** Visitors named before; what is typed is always the first choice, because a visitor may be new. */
export function useVisitorChoice(visitor: () => string) {
  const known = useQuery({ queryKey: ['visits', 'visitors'], queryFn: () => api.visits.visitors() })
  return computed((): UiOption[] => {
    const typed = visitor().trim()
    const names = (known.data.value ?? []).filter((name) => name !== typed && name.toLowerCase().includes(typed.toLowerCase()))
    return [...(typed === '' ? [] : [typed]), ...names.slice(0, 12)].map((name) => ({ value: name, label: name }))
  })
}

import { useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, reactive, ref } from 'vue'
import type { SupportPackage } from '../../../src-main/api/support.ts'
import { api } from '../../client/api.ts'
import { createDrafts } from '../../client/drafts.ts'
import { useChange } from '../../client/query.ts'
import type { UiOption } from '../../ui/shapes.ts'
import { readMoney, typedMoney } from '../../words/money.ts'
import { useMistakes } from './useMistakes.ts'

/** A plan as far as it has been typed. */
interface Draft {
  urn: string | null
  schoolName: string
  identifiedOn: string | null
  title: string
  lead: string
  provider: string
  plannedStart: string | null
  plannedEnd: string | null
  plannedDays: string
  cost: string
}

/** What was typed of a package and not yet recorded; it outlives a dialog that was closed by mistake. */
const drafts = createDrafts<Draft>()

function draftOf(one: SupportPackage): Draft {
  const { urn, schoolName, identifiedOn, title, lead, provider, plannedStart, plannedEnd } = one
  return { urn, schoolName, identifiedOn, title, lead, provider, plannedStart, plannedEnd, plannedDays: one.plannedDays === null ? '' : String(one.plannedDays), cost: typedMoney(one.cost) }
}

function newDraft(urn: string | null, schoolName: string, today: string): Draft {
  return { urn, schoolName, identifiedOn: today, title: '', lead: '', provider: '', plannedStart: null, plannedEnd: null, plannedDays: '', cost: '' }
}

/** Days as typed, in halves: null where nothing was, undefined where it is no such number. */
export function readDays(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  const number = Number(typed)
  return Number.isFinite(number) && number >= 0.5 && number <= 400 && Number.isInteger(number * 2) ? number : undefined
}

/** The form of a package's plan: a new package at a school, or the plan of one that stands. */
export function usePlanForm(given: { urn: string | null; schoolName: string; package: SupportPackage | null; today: string; workspace: string; id: string }, done: (id: string) => void) {
  const key = `${given.workspace} ${given.package?.id ?? given.urn ?? 'any school'}`
  const { package: standing } = given
  const draft = standing ? drafts.edit(key, () => reactive(draftOf(standing))) : drafts.open(key, () => reactive(newDraft(given.urn, given.schoolName, given.today)))
  const form = useMistakes(given.id)
  const starting = useChange(api.support.start)
  const editing = useChange(api.support.edit)

  async function submit() {
    const cost = readMoney(draft.cost)
    const plannedDays = readDays(draft.plannedDays)
    const right = form.check({
      urn: given.package === null && draft.urn === null && 'Choose the school',
      title: draft.title.trim() === '' && 'Give the package a title, such as Reading recovery',
      lead: draft.lead.trim() === '' && 'Name the lead, by role',
      identifiedOn: draft.identifiedOn === null && 'Give the day on which the need was identified',
      plannedDays: plannedDays === undefined && 'Enter days in halves, such as 10 or 2.5',
      cost: (cost === undefined || cost === 0) && 'Enter the cost in pounds, such as 4,500 or 412.50',
    })
    if (!right || cost === undefined || plannedDays === undefined || draft.identifiedOn === null) return
    const { title, lead, provider, plannedStart, plannedEnd } = draft
    const plan = { title: title.trim(), lead: lead.trim(), provider: provider.trim(), plannedStart, plannedEnd, plannedDays, cost }
    const answer = given.package ? await editing.change({ ...plan, id: given.package.id }) : draft.urn === null ? undefined : await starting.change({ ...plan, urn: draft.urn, identifiedOn: draft.identifiedOn })
    if (!answer) return
    drafts.forget(key)
    done(answer.id)
  }

  return { draft, ...form, submit, busy: computed(() => starting.busy.value || editing.busy.value), refusal: computed(() => starting.refusal.value ?? editing.refusal.value) }
}

/** Schools to choose from, as one types; the one at hand keeps its name. */
export function useSchoolChoice(urn: string | null) {
  const typed = ref(urn ?? '')
  const settled = refDebounced(typed, 120)
  const found = useQuery({ queryKey: computed(() => ['schools', 'find', settled.value]), queryFn: () => api.schools.find({ search: settled.value }) })
  const options = computed((): UiOption[] =>
    (found.data.value ?? []).map((school) => ({ value: school.urn, label: school.name, hint: [school.urn, school.status === 'Open' ? school.district : school.status].filter(Boolean).join(', ') })),
  )
  return { typed, options, searching: found.isFetching }
}

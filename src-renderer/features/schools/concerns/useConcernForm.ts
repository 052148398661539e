import { useQuery } from '@tanstack/vue-query'
import { computed, reactive, watch } from 'vue'
import { concernEntry, type Concern, type ConcernEntry } from '../../../../src-main/api/concerns.ts'
import { api } from '../../../client/api.ts'
import { createDrafts } from '../../../client/drafts.ts'
import { useChange } from '../../../client/query.ts'
import { useEntryForm } from '../useEntryForm.ts'

interface Draft extends Omit<ConcernEntry, 'decidedOn' | 'from' | 'paragraph'> {
  decidedOn: string | null
  from: string | null
  paragraph: string
}

const words = {
  categoryId: 'Choose the category',
  decidedOn: 'Give the date of the decision, such as 9 June 2016',
  from: 'Give the day from which the concern stands',
  paragraph: 'Choose the paragraph, 1 to 7',
}

/** What was typed about a school's concern and not yet recorded; it outlives a dialog that was closed by mistake. */
const drafts = createDrafts<Draft>()

function startOf(urn: string, today: string, concern: Concern | null): Draft {
  if (concern) {
    const { categoryId, decidedOn, from, to, guidance, source, decidedBy, exempt, paragraph } = concern
    return { urn: concern.urn, categoryId, decidedOn, from, to, guidance, source, decidedBy, exempt, paragraph: String(paragraph ?? 3) }
  }
  return { urn, categoryId: '', decidedOn: today, from: today, to: null, guidance: '', source: '', decidedBy: '', exempt: true, paragraph: '3' }
}

/** The form of a concern: a new one about a school, or one that stands. */
export function useConcernForm(given: { urn: string; today: string; workspace: string; concern: Concern | null }, close: () => void) {
  const { concern } = given
  const key = `${given.workspace} ${concern?.id ?? given.urn}`
  const start = (): Draft => reactive(startOf(given.urn, given.today, concern))
  const draft = concern ? drafts.edit(key, start) : drafts.open(key, start)

  const { data: categories } = useQuery({ queryKey: ['concerns', 'categories'], queryFn: () => api.concerns.categories() })
  const { data: guidance } = useQuery({ queryKey: ['support', 'guidance'], queryFn: () => api.support.guidance() })
  // The version that was followed on the day, until the officer names another.
  watch(
    [guidance, () => draft.decidedOn],
    ([versions, day]) => {
      const named = (versions ?? []).map(({ name }) => name)
      const followed = (versions ?? []).filter(({ from }) => day !== null && from <= day).at(-1)
      if (followed && (draft.guidance === '' || (concern === null && named.includes(draft.guidance)))) draft.guidance = followed.name
    },
    { immediate: true },
  )

  const record = useChange((entry: ConcernEntry) => (concern ? api.concerns.edit({ ...entry, id: concern.id }) : api.concerns.record(entry)))
  const form = useEntryForm({
    schema: concernEntry,
    typed: () => ({ ...draft, categoryId: draft.categoryId || null, paragraph: draft.exempt ? Number(draft.paragraph) : null }),
    words,
    firstField: 'categoryId',
    ask: record.change,
    done: () => {
      drafts.forget(key)
      close()
    },
  })
  return {
    draft,
    ...form,
    busy: record.busy,
    refusal: record.refusal,
    versions: computed(() => guidance.value ?? []),
    options: computed(() => (categories.value ?? []).map(({ id, name, statutory }) => ({ value: id, label: name, hint: statutory ? 'statutory' : 'the council’s own' }))),
  }
}

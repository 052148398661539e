import { reactive } from 'vue'
import { rag, type PackageDetail } from '../../../src-main/api/support.ts'
import { api } from '../../client/api.ts'
import { createDrafts } from '../../client/drafts.ts'
import { useChange } from '../../client/query.ts'
import { useMistakes } from './useMistakes.ts'

interface Draft {
  date: string | null
  rag: string
  narrative: string
  /** By objective. */
  ratings: Record<string, { rag: string; note: string }>
}

/** A review as far as it has been written; it outlives a dialog that was closed by mistake. */
const drafts = createDrafts<Draft>()

/** The form of a termly review: how the whole goes, and each objective that is set on the day. */
export function useReviewForm(given: { package: PackageDetail; today: string; workspace: string }, done: () => void) {
  const key = `${given.workspace} ${given.package.id}`
  const unratedAll = () => Object.fromEntries(given.package.objectives.map(({ id }) => [id, { rag: '', note: '' }]))
  const draft = drafts.open(key, () => reactive<Draft>({ date: given.today, rag: '', narrative: '', ratings: unratedAll() }))
  const objectives = given.package.objectives.filter(({ to }) => to === null || to >= (draft.date ?? given.today))
  // An objective may have been set since the review was begun.
  for (const { id } of objectives) draft.ratings[id] ??= { rag: '', note: '' }

  const form = useMistakes('package-review')
  const { change, busy, refusal } = useChange(api.support.review)
  const ratingOf = (id: string) => draft.ratings[id] ?? { rag: '', note: '' }

  async function submit() {
    const overall = rag.safeParse(draft.rag)
    const ratings = objectives.flatMap(({ id }) => {
      const chosen = rag.safeParse(ratingOf(id).rag)
      return chosen.success ? [{ objectiveId: id, rag: chosen.data, note: ratingOf(id).note.trim() }] : []
    })
    const unrated = objectives.filter(({ id }) => !rag.safeParse(ratingOf(id).rag).success)
    const right = form.check({
      date: draft.date === null && 'Enter the date of the review, such as 21 June 2016',
      ...Object.fromEntries(unrated.map(({ id, text }) => [`rag-${id}`, `Rate the objective “${text}”`])),
      rag: !overall.success && 'Say how the package goes as a whole: red, amber or green',
      narrative: draft.narrative.trim() === '' && 'Say in a sentence how the package goes',
    })
    if (!right || draft.date === null || !overall.success) return
    if (await change({ id: given.package.id, date: draft.date, rag: overall.data, narrative: draft.narrative.trim(), ratings })) {
      drafts.forget(key)
      done()
    }
  }

  return { draft, objectives, ratingOf, ...form, submit, busy, refusal }
}

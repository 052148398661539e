import { reactive } from 'vue'
import { needEntry, type NeedEntry } from '../../../../src-main/api/schools.ts'
import { api } from '../../../client/api.ts'
import { createDrafts } from '../../../client/drafts.ts'
import { useChange } from '../../../client/query.ts'
import { useEntryForm } from '../useEntryForm.ts'

interface Draft {
  urn: string
  decidedOn: string | null
  requiresPackage: 'yes' | 'no' | undefined
  reason: string
}

const words = {
  decidedOn: 'Give the date of the judgement, such as 9 June 2016',
  requiresPackage: 'Say whether the school requires a package',
  reason: 'Keep the reason to 2,000 characters',
}

/** What was typed about a school and not yet recorded; it outlives a dialog that was closed by mistake. */
const drafts = createDrafts<Draft>()

/** The form of a dated judgement: does the school require a support package? */
export function useJudgementForm(urn: string, today: string, workspace: string, close: () => void) {
  const key = `${workspace} ${urn}`
  const draft = drafts.open(key, () => reactive<Draft>({ urn, decidedOn: today, requiresPackage: undefined, reason: '' }))

  const judge = useChange((entry: NeedEntry) => api.packages.judge(entry))
  const form = useEntryForm({
    schema: needEntry,
    typed: () => ({ ...draft, requiresPackage: draft.requiresPackage === undefined ? null : draft.requiresPackage === 'yes' }),
    words,
    firstField: 'decidedOn',
    ask: judge.change,
    done: () => {
      drafts.forget(key)
      close()
    },
  })
  return { draft, ...form, busy: judge.busy, refusal: judge.refusal }
}

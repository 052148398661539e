import { ref } from 'vue'
import type { AlikeVisit } from '../../../../src-main/api/visits.ts'
import { api } from '../../../client/api.ts'
import { sentenceOf } from '../../../client/refusal.ts'
import { secondVisitWords } from './visitWords.ts'

type Asked = Parameters<typeof api.visits.alike>[0]

/**
 * Asks before a visit is recorded a second time. `mayRecord` answers yes where none is there, or where the officer has
 * said so for these very visits; otherwise `question` is what to ask, and `alike` which they are.
 */
export function useSecondVisit() {
  const question = ref<string>()
  const alike = ref<readonly AlikeVisit[]>([])
  const failure = ref<string>()
  let agreed = ''

  const keyOf = ({ urns, date, kind, visitor }: Asked) => JSON.stringify([urns, date, kind, visitor])

  async function mayRecord(asked: Asked): Promise<boolean> {
    question.value = failure.value = undefined
    alike.value = []
    if (agreed === keyOf(asked)) return true
    try {
      alike.value = await api.visits.alike(asked)
    } catch (error) {
      failure.value = sentenceOf(error)
      return false
    }
    if (alike.value.length === 0) return true
    question.value = secondVisitWords(alike.value, asked)
    // The same press once more is the answer.
    agreed = keyOf(asked)
    return false
  }

  function forget() {
    question.value = failure.value = undefined
    alike.value = []
    agreed = ''
  }

  return { question, alike, failure, mayRecord, forget }
}

import { computed, reactive, ref } from 'vue'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'
import type { Mistake } from './placeAndTime.ts'

/** The form of an action. `record` and `change` answer whether it is done; otherwise there are mistakes or a refusal. */
export function useActionEntry() {
  const entry = reactive<{ text: string; owner: string; due: string | null; notBefore: string | null }>({ text: '', owner: '', due: null, notBefore: null })
  const mistakes = ref<Mistake[]>([])
  const recorded = useChange(api.actions.record)
  const changed = useChange(api.actions.edit)

  function begin(text: string) {
    Object.assign(entry, { text, owner: '', due: null, notBefore: null })
    mistakes.value = []
    recorded.clear()
    changed.clear()
  }

  const untold = (): Mistake[] => (entry.text.trim() === '' ? [{ fieldId: 'action-text', text: 'Write what is to be done' }] : [])

  async function record(meetingId: string, itemId: string): Promise<boolean> {
    mistakes.value = [
      ...untold(),
      ...(entry.owner.trim() === '' ? [{ fieldId: 'action-owner', text: 'Name one owner, by role' }] : []),
      ...(entry.due ? [] : [{ fieldId: 'action-due', text: 'Enter the due date, such as 21 June 2016' }]),
    ]
    if (mistakes.value.length > 0 || !entry.due) return false
    const { text, owner, due, notBefore } = entry
    return (await recorded.change({ meetingId, itemId, text: text.trim(), owner: owner.trim(), due, notBefore })) !== undefined
  }

  async function change(id: string): Promise<boolean> {
    mistakes.value = untold()
    return mistakes.value.length === 0 && (await changed.change({ id, text: entry.text.trim() })) !== undefined
  }

  return {
    entry,
    mistakes,
    begin,
    record,
    change,
    busy: computed(() => recorded.busy.value || changed.busy.value),
    refusal: computed(() => recorded.refusal.value ?? changed.refusal.value),
  }
}

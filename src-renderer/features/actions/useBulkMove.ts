import { computed, reactive, ref, watch, type Ref } from 'vue'
import type { Action } from '../../../src-main/api/meetings.ts'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'
import { sentenceOf } from '../../client/refusal.ts'
import type { MoveForm } from './actionMoves.ts'

type Checked = Awaited<ReturnType<typeof api.actions.checkMoves>>

/**
 * One move of many actions. First the core says which of them cannot make it, and why; then the officer decides whether
 * the others go without them. What was typed stays until it has been taken.
 */
export function useBulkMove(given: { actions: readonly Action[]; form: MoveForm; today: string }, open: Ref<boolean>) {
  const entry = reactive<{ date: string | null; due: string | null; owner: string; note: string }>({ date: null, due: null, owner: '', note: '' })
  const mistakes = ref<{ fieldId: string; text: string }[]>([])
  const checked = ref<Checked | null>(null)
  const notChecked = ref<string>()
  const moving = useChange(api.actions.moveMany)

  watch(
    open,
    (now) => {
      if (!now) return
      Object.assign(entry, { date: given.today, due: null, owner: '', note: '' })
      mistakes.value = []
      moving.clear()
    },
    { immediate: true },
  )
  // Another date or reason is another question.
  watch([entry, open], () => ([checked.value, notChecked.value] = [null, undefined]))

  const move = computed(() => ({
    kind: given.form.kind,
    date: entry.date ?? given.today,
    note: entry.note.trim(),
    ...(given.form.asks === 'due' && entry.due ? { due: entry.due } : {}),
    ...(given.form.asks === 'owner' ? { owner: entry.owner.trim() } : {}),
  }))

  function missing(): { fieldId: string; text: string }[] {
    const { asks, note, noteNeeded } = given.form
    return [
      ...(entry.date ? [] : [{ fieldId: 'bulk-date', text: 'Enter the date, such as 21 June 2016' }]),
      ...(asks === 'due' && !entry.due ? [{ fieldId: 'bulk-due', text: 'Enter the new due date' }] : []),
      ...(asks === 'owner' && entry.owner.trim() === '' ? [{ fieldId: 'bulk-owner', text: 'Name the new owner, by role' }] : []),
      ...(noteNeeded && entry.note.trim() === '' ? [{ fieldId: 'bulk-note', text: `${note}: write a sentence` }] : []),
    ]
  }

  async function submit() {
    mistakes.value = missing()
    if (mistakes.value.length > 0) return
    try {
      checked.value = await api.actions.checkMoves({ ids: given.actions.map(({ id }) => id), ...move.value })
    } catch (error) {
      notChecked.value = sentenceOf(error)
      return
    }
    if (checked.value.refused.length === 0) await go()
  }

  /** The move of those that can make it. */
  async function go() {
    if (checked.value && (await moving.change({ ids: checked.value.possible, ...move.value }))) open.value = false
  }

  return { entry, mistakes, checked, submit, go, busy: moving.busy, refusal: computed(() => notChecked.value ?? moving.refusal.value) }
}

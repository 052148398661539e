import { computed, ref, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { AgendaItem, Meeting } from '../../../src-main/api/meetings.ts'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'
import { saysNothing } from '../../editor/richTextOf.ts'

/** The agenda of a meeting and the item that is being written. The item stands in the address, so a reload comes back to it. */
export function useAgenda(meeting: Ref<Meeting | undefined>) {
  const route = useRoute()
  const router = useRouter()
  const asked = ref(typeof route.query['item'] === 'string' ? route.query['item'] : null)
  const agenda = computed(() => meeting.value?.agenda ?? [])
  const current = computed(() => agenda.value.find((item) => item.id === asked.value) ?? firstToWrite(agenda.value))

  // Once begun the choice stays: words in the first empty item must not send the officer on to the next one.
  watch(() => current.value?.id, (id) => {
    if (id === undefined) return
    asked.value = id
    if (route.query['item'] !== id) void router.replace({ query: { ...route.query, item: id } })
  }, { immediate: true, flush: 'sync' })

  const added = useChange(api.meetings.addItem)
  const edited = useChange(api.meetings.editItem)
  const moved = useChange(api.meetings.moveItem)
  const removed = useChange(api.meetings.removeItem)

  function select(id: string) {
    asked.value = id
  }

  /** The item after (1) or before (-1) the current one; answers whether there is one. */
  function step(by: 1 | -1): boolean {
    const at = agenda.value.findIndex((item) => item.id === current.value?.id)
    const next = agenda.value[at + by]
    if (next) select(next.id)
    return next !== undefined
  }

  async function add(title: string, presenter: string, purpose: AgendaItem['purpose']): Promise<boolean> {
    if (!meeting.value) return false
    const answer = await added.change({ meetingId: meeting.value.id, title, presenter, purpose })
    if (answer) select(answer.id)
    return answer !== undefined
  }

  async function edit(itemId: string, title: string, presenter: string, purpose: AgendaItem['purpose']): Promise<boolean> {
    const item = agenda.value.find(({ id }) => id === itemId)
    if (!item) return false
    const { minutes, paragraph, publicInterest } = item
    return (await edited.change({ itemId, title, presenter, purpose, minutes, paragraph, publicInterest })) !== undefined
  }

  async function move(item: AgendaItem, by: 1 | -1) {
    const to = item.number + by
    if (to >= 1 && to <= agenda.value.length) await moved.change({ itemId: item.id, to })
  }

  async function remove(item: AgendaItem) {
    const at = agenda.value.findIndex((each) => each.id === item.id)
    const beside = agenda.value[at + 1] ?? agenda.value[at - 1]
    if ((await removed.change({ itemId: item.id })) && beside && current.value?.id === item.id) select(beside.id)
  }

  const refusal = computed(() => added.refusal.value ?? edited.refusal.value ?? moved.refusal.value ?? removed.refusal.value)
  return { agenda, current, select, step, add, edit, move, remove, refusal }
}

/** Where the officer goes on: the first item without minutes, else the first. */
function firstToWrite(agenda: readonly AgendaItem[]): AgendaItem | undefined {
  return agenda.find((item) => saysNothing(item.document)) ?? agenda[0]
}

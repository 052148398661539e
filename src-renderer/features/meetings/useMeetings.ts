import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import type { BodyKind, MeetingRow } from '../../../src-main/api/meetings.ts'
import { api } from '../../client/api.ts'
import { useWorkspace } from '../../client/workspace.ts'
import { bodyKindName } from '../../words/meetings.ts'

/** The list of meetings: which are ahead (soonest first) and which are past (latest first), by kind of body and by words. */
export function useMeetings() {
  const { data: workspace } = useWorkspace()
  const { data, error, refetch, isPending } = useQuery({ queryKey: ['meetings', 'list'], queryFn: () => api.meetings.list({}) })
  const kinds = ref<string[]>([])
  const words = ref('')

  const kindOptions = computed(() => {
    const counts = new Map<BodyKind, number>()
    for (const meeting of data.value ?? []) counts.set(meeting.bodyKind, (counts.get(meeting.bodyKind) ?? 0) + 1)
    return [...counts].map(([kind, count]) => ({ value: kind, label: bodyKindName(kind), hint: String(count) })).sort((a, b) => a.label.localeCompare(b.label))
  })
  const shown = computed(() => (data.value ?? []).filter((meeting) => matches(meeting)))
  const today = computed(() => workspace.value?.today ?? '')
  const ahead = computed(() => shown.value.filter(isAhead).sort(byDate))
  const past = computed(() => shown.value.filter((meeting) => !isAhead(meeting)).sort(byDate).reverse())

  function matches(meeting: MeetingRow): boolean {
    if (kinds.value.length > 0 && !kinds.value.includes(meeting.bodyKind)) return false
    return `${meeting.bodyName} ${meeting.bodyCode} ${meeting.place} ${meeting.date}`.toLowerCase().includes(words.value.trim().toLowerCase())
  }

  function isAhead(meeting: MeetingRow): boolean {
    return meeting.date >= today.value && meeting.state !== 'cancelled' && meeting.state !== 'held'
  }

  return { kinds, words, kindOptions, ahead, past, total: computed(() => data.value?.length ?? 0), error, refetch, isPending }
}

function byDate(a: MeetingRow, b: MeetingRow): number {
  return a.date === b.date ? a.bodyName.localeCompare(b.bodyName) : a.date < b.date ? -1 : 1
}

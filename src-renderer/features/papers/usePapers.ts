import { useQuery } from '@tanstack/vue-query'
import { computed, reactive, ref } from 'vue'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'
import { useWorkspace } from '../../client/workspace.ts'

/** The list of papers, latest meeting first. */
export function usePapers() {
  const { data, error, refetch, isPending } = useQuery({ queryKey: ['papers', 'list'], queryFn: () => api.papers.list() })
  const papers = computed(() => [...(data.value ?? [])].sort((a, b) => (a.meetingDate < b.meetingDate ? 1 : -1)))
  return { papers, error, refetch, isPending }
}

/** A new draft. The date that its figures are counted as at is the day of the meeting unless the officer says otherwise. */
export function useNewPaper() {
  const { data: workspace } = useWorkspace()
  const { data: meetings } = useQuery({ queryKey: ['meetings', 'list', 'auditCommittee'], queryFn: () => api.meetings.list({ kind: 'auditCommittee' }) })
  const { change, busy, refusal, clear } = useChange(api.papers.create)
  const entry = reactive<{ meetingDate: string | null; asAt: string | null }>({ meetingDate: null, asAt: null })
  const mistakes = ref<{ fieldId: string; text: string }[]>([])

  function begin() {
    const today = workspace.value?.today ?? ''
    const next = (meetings.value ?? []).filter((meeting) => meeting.date >= today).map((meeting) => meeting.date).sort()[0] ?? null
    Object.assign(entry, { meetingDate: next, asAt: next })
    mistakes.value = []
    clear()
  }

  async function make(): Promise<string | undefined> {
    const { meetingDate, asAt } = entry
    mistakes.value = [
      ...(meetingDate ? [] : [{ fieldId: 'paper-meeting', text: 'Enter the date of the committee, such as 21 June 2016' }]),
      ...(asAt ? [] : [{ fieldId: 'paper-as-at', text: 'Enter the date that figures are counted as at' }]),
    ]
    if (!meetingDate || !asAt) return undefined
    return (await change({ meetingDate, asAt }))?.id
  }

  return { entry, mistakes, begin, make, busy, refusal }
}

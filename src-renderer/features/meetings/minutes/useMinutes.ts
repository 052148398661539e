import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { api } from '../../../client/api.ts'
import { saveFile } from '../../../client/files.ts'
import { sentenceOf } from '../../../client/refusal.ts'
import { useWorkspace } from '../../../client/workspace.ts'

/** A meeting's minutes as a record: how they stand, their versions, what became of them, and their files. */
export function useMinutes(id: string) {
  const { data: workspace } = useWorkspace()
  const { data: meeting, error: meetingError, refetch: again } = useQuery({ queryKey: ['meetings', 'get', id], queryFn: () => api.meetings.get({ id }) })
  const { data: story, error: storyError, refetch } = useQuery({ queryKey: ['minutes', 'story', id], queryFn: () => api.minutes.story({ meetingId: id }) })
  const refusal = ref<string | null>(null)
  const writing = ref(false)

  /** Gives the officer the Word file of a version, or of the words as they stand. */
  async function word(versionId: string | null, audience: 'full' | 'public') {
    refusal.value = null
    writing.value = true
    try {
      const file = await api.minutes.word({ meetingId: id, audience, ...(versionId !== null && { versionId }) })
      await saveFile(file.name, file)
    } catch (error) {
      refusal.value = sentenceOf(error)
    } finally {
      writing.value = false
    }
  }

  return {
    meeting,
    story,
    today: computed(() => workspace.value?.today ?? null),
    error: computed(() => meetingError.value ?? storyError.value),
    refetch: () => void Promise.all([again(), refetch()]),
    word,
    writing,
    refusal,
  }
}

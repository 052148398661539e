import { useQuery } from '@tanstack/vue-query'
import { computed, ref, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../../client/api.ts'
import { pickFile, type ChosenFile } from '../../../client/files.ts'
import { useChange } from '../../../client/query.ts'
import { sentenceOf } from '../../../client/refusal.ts'
import { confirmedOf, draftOf, mistakesOf, type PastDraft } from './pastDraft.ts'

/** Minutes from a Word file to a meeting: choose, read, look and put right, enter. Nothing is kept before `enter`. */
export function usePastMeeting() {
  const route = useRoute()
  const router = useRouter()
  const chosen = shallowRef<ChosenFile | null>(null)
  const draft = ref<PastDraft | null>(null)
  const reading = ref(false)
  const readRefusal = ref<string>()
  const tried = ref(false)
  const { change, busy, refusal, clear } = useChange(api.pastMeetings.enter)

  const { data: bodies } = useQuery({ queryKey: ['bodies', 'list'], queryFn: () => api.bodies.list() })
  const { data: owners } = useQuery({ queryKey: ['actions', 'owners'], queryFn: () => api.actions.owners() })
  const { data: places } = useQuery({
    queryKey: computed(() => ['pastMeetings', 'places', draft.value?.bodyId, draft.value?.date]),
    queryFn: () => api.pastMeetings.places({ bodyId: draft.value?.bodyId ?? '', date: draft.value?.date ?? null }),
    enabled: computed(() => (draft.value?.bodyId ?? '') !== ''),
  })
  const { data: wanted } = useQuery({
    queryKey: computed(() => ['meetings', 'get', route.query['meeting']]),
    queryFn: () => api.meetings.get({ id: String(route.query['meeting']) }),
    enabled: computed(() => typeof route.query['meeting'] === 'string'),
  })

  const pick = () => pickFile({ title: 'Choose the minutes', kinds: [{ name: 'Word documents', extensions: ['docx'] }] })

  async function read(picked: ChosenFile) {
    reading.value = true
    readRefusal.value = undefined
    try {
      const proposal = draftOf(await api.pastMeetings.read({ file: picked.file }))
      const meeting = wanted.value
      // A meeting from whose page one came is the one that was meant, and knows its body and day.
      draft.value = meeting ? { ...proposal, meetingId: meeting.id, bodyId: meeting.bodyId, date: proposal.date ?? meeting.date } : proposal
      chosen.value = picked
      tried.value = false
      clear()
    } catch (error) {
      readRefusal.value = sentenceOf(error)
    } finally {
      reading.value = false
    }
  }

  async function enter() {
    tried.value = true
    const minutes = draft.value && confirmedOf(draft.value)
    if (!minutes || !chosen.value) return
    const entered = await change({ file: chosen.value.file, minutes })
    if (entered) await router.push({ name: 'meeting', params: { id: entered.id } })
  }

  function again() {
    draft.value = null
    chosen.value = null
  }

  return {
    draft,
    fileName: computed(() => chosen.value?.name ?? ''),
    wanted,
    reading,
    readRefusal,
    bodies: computed(() => bodies.value ?? []),
    owners: computed(() => owners.value ?? []),
    places: computed(() => places.value ?? []),
    /** Named only once the officer has tried to enter the meeting; then as they are put right. */
    mistakes: computed(() => (tried.value && draft.value ? mistakesOf(draft.value) : [])),
    pick,
    read,
    enter,
    again,
    busy,
    refusal,
  }
}

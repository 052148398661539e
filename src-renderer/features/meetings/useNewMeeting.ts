import { useQuery } from '@tanstack/vue-query'
import { computed, reactive, ref } from 'vue'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'
import { placeAndTime, type Mistake } from './placeAndTime.ts'

/** Planning a meeting of a body. `make` answers the new meeting's id, or nothing where something is still to be put right. */
export function useNewMeeting() {
  const { data: bodies } = useQuery({ queryKey: ['bodies', 'list'], queryFn: () => api.bodies.list() })
  const { change, busy, refusal, clear } = useChange(api.meetings.create)
  const entry = reactive<{ bodyId: string; date: string | null; time: string; place: string }>({ bodyId: '', date: null, time: '', place: '' })
  const mistakes = ref<Mistake[]>([])

  async function make(): Promise<string | undefined> {
    const read = placeAndTime(entry)
    mistakes.value = [...(entry.bodyId ? [] : [{ fieldId: 'meeting-body', text: 'Choose the body that meets' }]), ...read.mistakes]
    if (mistakes.value.length > 0 || read.date === null) return undefined
    return (await change({ bodyId: entry.bodyId, date: read.date, time: read.time, place: read.place }))?.id
  }

  function begin() {
    Object.assign(entry, { bodyId: '', date: null, time: '', place: '' })
    mistakes.value = []
    clear()
  }

  return { entry, bodies: computed(() => bodies.value ?? []), mistakes, make, busy, refusal, begin }
}

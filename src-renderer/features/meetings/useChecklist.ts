import { computed, ref, type Ref } from 'vue'
import type { Meeting } from '../../../src-main/api/meetings.ts'
import { api } from '../../client/api.ts'
import { useChange } from '../../client/query.ts'
import { matchPasted } from './matchPasted.ts'

type School = Meeting['schools'][number]

/**
 * The schools of a District Strategy Group meeting: letters find, Space or Enter ticks, a pasted list ticks all that it
 * names. With Shift, arrows and clicks take a range. Each tick is kept at once; several at once are one change and one undo.
 */
export function useChecklist(meeting: Ref<Meeting>) {
  const words = ref('')
  const at = ref(0)
  /** Where a range that is being marked began. */
  const anchor = ref(0)
  const notFound = ref<string[]>([])
  const { change, busy, refusal } = useChange(api.meetings.setSchoolAttendance)

  const shown = computed(() => {
    const wanted = words.value.trim().toLowerCase().split(/\s+/)
    return meeting.value.schools.filter((school) => wanted.every((word) => `${school.name} ${school.urn}`.toLowerCase().includes(word)))
  })
  const active = computed(() => shown.value[Math.min(at.value, shown.value.length - 1)])

  const marked = computed(() => between(anchor.value, at.value))

  function between(one: number, other: number): readonly School[] {
    return shown.value.slice(Math.min(one, other), Math.max(one, other) + 1)
  }

  async function set(schools: readonly School[], attended: boolean) {
    const news = schools.filter((school) => school.attended !== attended)
    if (news.length > 0) await change({ meetingId: meeting.value.id, attendance: news.map(({ urn }) => ({ urn, attended })) })
  }

  function find(text: string) {
    words.value = text
    at.value = anchor.value = 0
    notFound.value = []
  }

  /** Ticks what is marked, or takes the tick away, and empties the box for the next name. */
  function tickActive() {
    const school = active.value
    if (!school) return
    void set(marked.value.length > 1 ? marked.value : [school], !school.attended)
    anchor.value = at.value
    if (words.value !== '') find('')
  }

  /** @param extend whether what is marked grows to a range */
  function move(by: 1 | -1, extend: boolean) {
    at.value = Math.max(0, Math.min(shown.value.length - 1, at.value + by))
    if (!extend) anchor.value = at.value
  }

  /** A click on one school; with Shift on all from the one that was clicked before. */
  function tick(school: School, attended: boolean, extend: boolean) {
    const clicked = shown.value.indexOf(school)
    void set(extend ? between(anchor.value, clicked) : [school], attended)
    at.value = anchor.value = clicked
  }

  async function paste(text: string) {
    const { found, unknown } = matchPasted(text, meeting.value.schools)
    find('')
    await set(found, true)
    notFound.value = unknown
  }

  return { words, shown, active, notFound, find, move, marked, tick, tickActive, set, paste, busy, refusal }
}

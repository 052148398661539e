import { computed, nextTick, reactive, ref, watch } from 'vue'
import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'
import { sentenceOf } from '../../../client/refusal.ts'
import { emptyDay, emptyLine, filledLines, isBlank, lineFault, readDay, type DayLine } from './dayDraft.ts'
import { matchedLines } from './matchedLines.ts'
import { pastedLines } from './pastedLines.ts'
import { useSecondVisit } from './useSecondVisit.ts'

/** The id of a line's school box. */
export const schoolBox = (line: DayLine) => `day-school-${line.key}`

/**
 * Typing the visits of one day. What is typed is kept on the laptop at every change, so that a page that is left or
 * loaded anew loses nothing; it is forgotten once the core has it.
 */
export function useDayEntry(workspace: string, today: string) {
  const place = `quartet.draft.day ${workspace}`
  const kept = readDay(window.localStorage.getItem(place))
  let last = Math.max(0, ...(kept?.lines ?? []).map((line) => Number(line.key) || 0))
  const newKey = () => String((last += 1))
  const draft = reactive(kept ?? emptyDay(today, newKey()))
  const keptBefore = ref(kept !== null && filledLines(kept).length > 0)
  const checked = ref(false)
  const notLookedUp = ref<string>()
  const recording = useChange(api.visits.recordDay)
  const second = useSecondVisit()

  watch(
    draft,
    () => {
      window.localStorage.setItem(place, JSON.stringify(draft))
      // An answer holds for the visits that were asked about.
      second.forget()
    },
    { deep: true },
  )

  const problems = computed(() => {
    if (!checked.value) return []
    return [
      ...(draft.date === null ? [{ fieldId: 'day-date', text: 'Give the day of the visits, such as 9 June 2016' }] : []),
      ...(draft.date !== null && draft.status === 'completed' && draft.date > today ? [{ fieldId: 'day-date', text: 'This day is still to come: plan the visits, or give the day on which they were made' }] : []),
      ...(draft.visitor.trim() === '' ? [{ fieldId: 'day-visitor', text: 'Say who visited' }] : []),
      ...(filledLines(draft).length === 0 && draft.lines[0] ? [{ fieldId: schoolBox(draft.lines[0]), text: 'Name at least one school' }] : []),
      ...draft.lines.flatMap((line, at) => {
        const fault = lineFault(line)
        return fault === null ? [] : [{ fieldId: schoolBox(line), text: `Line ${at + 1}: ${fault}` }]
      }),
    ]
  })

  /** Puts the cursor into the school box of a line. */
  async function goToLine(line: DayLine | undefined) {
    await nextTick()
    if (line) document.getElementById(schoolBox(line))?.focus()
  }

  /** The line after this one; at the end a new one. */
  async function next(line: DayLine) {
    const at = draft.lines.indexOf(line)
    if (at === draft.lines.length - 1) draft.lines.push(emptyLine(newKey()))
    await goToLine(draft.lines[at + 1])
  }

  async function remove(line: DayLine) {
    const at = draft.lines.indexOf(line)
    draft.lines.splice(at, 1)
    if (draft.lines.length === 0) draft.lines.push(emptyLine(newKey()))
    await goToLine(draft.lines[Math.min(at, draft.lines.length - 1)])
  }

  /** A list from elsewhere, from this line on; an empty line makes room. What a name does not settle waits at its line. */
  async function paste(line: DayLine, text: string) {
    notLookedUp.value = undefined
    const on = draft.date === null ? {} : { on: draft.date }
    const { lines, failure } = await matchedLines(pastedLines(text), newKey, (texts) => api.visits.matchSchools({ texts, ...on }))
    const found = draft.lines.indexOf(line)
    const at = found === -1 ? draft.lines.length : found
    const makesRoom = found !== -1 && isBlank(line)
    draft.lines.splice(makesRoom ? at : at + 1, makesRoom ? 1 : 0, ...lines)
    if (failure !== undefined) notLookedUp.value = `Not every school that was pasted could be looked up. ${sentenceOf(failure)} All lines were kept: choose their schools here, or take them out and paste them once more.`
    await goToLine(lines.find((one) => one.urn === null) ?? lines.at(-1))
  }

  function clear() {
    Object.assign(draft, { lines: [emptyLine(newKey())] })
    checked.value = false
    keptBefore.value = false
    notLookedUp.value = undefined
    second.forget()
    recording.clear()
  }

  /** Records all lines or none. @returns whether they were recorded */
  async function record(): Promise<boolean> {
    checked.value = true
    const { date, visitor, kind, status, counts } = draft
    if (problems.value.length > 0 || date === null) return false
    const rows = filledLines(draft).flatMap(({ urn, purpose, note }) => (urn === null ? [] : [{ urn, purpose: purpose.trim(), note }]))
    if (!(await second.mayRecord({ urns: rows.map(({ urn }) => urn), date, kind, visitor }))) return false
    const answer = await recording.change({ date, visitor, kind, status, counts, rows })
    if (answer === undefined) return false
    clear()
    return true
  }

  return { draft, keptBefore, checked, problems, next, remove, paste, clear, record, busy: recording.busy, second: second.question, refusal: computed(() => recording.refusal.value ?? second.failure.value), notLookedUp }
}

import { computed, nextTick, onBeforeUnmount, onMounted, ref, useId } from 'vue'
import type { z } from 'zod'
import { checkEntry, type Problem } from './checkedEntry.ts'

/**
 * The part that every form of this room shares: check, say what is wrong at the field and above all fields, then ask
 * the core. What was typed stays where it was typed until the core has taken it.
 */
export function useEntryForm<Schema extends z.ZodType, Answer>(options: {
  schema: Schema
  typed: () => unknown
  words: Readonly<Record<string, string>>
  /** Where typing begins; a form beside a list does not take the focus from it. */
  firstField?: string
  ask: (entry: z.infer<Schema>) => Promise<Answer | undefined>
  done: (answer: Answer) => void
}) {
  const id = useId()
  const problems = ref<readonly Problem[]>([])

  const fieldId = (field: string) => `${id}-${field}`
  const summary = computed(() => problems.value.map(({ field, text }) => ({ fieldId: fieldId(field), text })))

  /** The sentence at a field, to be passed on only where there is one. */
  function wrong(field: string): { error?: string } {
    const problem = problems.value.find((one) => one.field === field)
    return problem ? { error: problem.text } : {}
  }

  async function submit(event: Event) {
    leaveField()
    problems.value = []
    await nextTick()
    const unread = unreadable(event.target)
    const { entry, problems: found } = checkEntry(options.schema, options.typed(), options.words)
    problems.value = [...found, ...unread.filter(({ field }) => !found.some((one) => one.field === field))]
    if (problems.value.length > 0 || entry === null) return
    const answer = await options.ask(entry)
    if (answer !== undefined) options.done(answer)
  }

  // After the dialog has noted where the focus was, so that it can give it back.
  onMounted(() => {
    const { firstField } = options
    if (firstField !== undefined) requestAnimationFrame(() => document.getElementById(fieldId(firstField))?.focus())
  })

  // A date is taken when its box is left; a form that goes away is left too, and what was typed belongs in the draft.
  onBeforeUnmount(leaveField)

  /** A control that cannot read its own text (a date that is none) still holds what it held before: that is not taken. */
  function unreadable(form: EventTarget | null): Problem[] {
    if (!(form instanceof HTMLFormElement)) return []
    return [...form.querySelectorAll('[aria-invalid]')].map((control) => {
      const field = control.id.slice(fieldId('').length)
      return { field, text: options.words[field] ?? 'This could not be read' }
    })
  }

  /**
   * Keeps the focus where it is while the button of the form is pressed: a box that is left may show an error and move
   * the button away from under the pointer, and the press would be lost.
   */
  function hold(event: MouseEvent) {
    if (event.target instanceof Element && event.target.closest('button[type=submit]')) event.preventDefault()
  }

  return { fieldId, summary, wrong, submit, hold }
}

function leaveField() {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
}

import { computed, nextTick, ref, useId } from 'vue'
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
    problems.value = []
    await nextTick()
    const unread = unreadable(event.target)
    const { entry, problems: found } = checkEntry(options.schema, options.typed(), options.words)
    problems.value = [...found, ...unread.filter(({ field }) => !found.some((one) => one.field === field))]
    if (problems.value.length > 0 || entry === null) return
    const answer = await options.ask(entry)
    if (answer !== undefined) options.done(answer)
  }

  /** A control that cannot read its own text (a date that is none) still holds what it held before: that is not taken. */
  function unreadable(form: EventTarget | null): Problem[] {
    if (!(form instanceof HTMLFormElement)) return []
    return [...form.querySelectorAll('[aria-invalid]')].map((control) => {
      const field = control.id.slice(fieldId('').length)
      return { field, text: options.words[field] ?? 'This could not be read' }
    })
  }

  return { fieldId, summary, wrong, submit }
}

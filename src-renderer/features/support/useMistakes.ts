import { ref } from 'vue'

/** What is wrong with a form, shown above it and at its fields. `id` is the prefix of its fields' ids. */
export function useMistakes(id: string) {
  const mistakes = ref<{ fieldId: string; text: string }[]>([])
  const fieldId = (field: string) => `${id}-${field}`

  /** Takes the sentences of the fields that are wrong; answers whether there are none. */
  function check(wrong: Readonly<Record<string, string | false>>): boolean {
    mistakes.value = Object.entries(wrong).flatMap(([field, text]) => (text === false ? [] : [{ fieldId: fieldId(field), text }]))
    return mistakes.value.length === 0
  }

  /** The sentence at a field, to be passed on only where there is one. */
  function wrong(field: string): { error?: string } {
    const found = mistakes.value.find((each) => each.fieldId === fieldId(field))
    return found ? { error: found.text } : {}
  }

  return { mistakes, fieldId, check, wrong, clear: () => (mistakes.value = []) }
}

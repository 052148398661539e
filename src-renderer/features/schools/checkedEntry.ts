import type { z } from 'zod'

/** What is wrong with a field, in words for the officer. */
export interface Problem {
  field: string
  text: string
}

export type Checked<Entry> = { entry: Entry; problems: readonly [] } | { entry: null; problems: readonly Problem[] }

/**
 * Checks what was typed with the contract's own schema, so that a form never takes what the core would refuse.
 *
 * @param words what to say for each field; where there are none, the schema's own message is said
 */
export function checkEntry<Schema extends z.ZodType>(
  schema: Schema,
  typed: unknown,
  words: Readonly<Record<string, string>>,
): Checked<z.infer<Schema>> {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { entry: parsed.data, problems: [] }
  const texts = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!texts.has(field)) texts.set(field, words[field] ?? issue.message)
  }
  return { entry: null, problems: [...texts].map(([field, text]) => ({ field, text })) }
}

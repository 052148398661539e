/**
 * An expected failure: a code for the program and a sentence for the person.
 *
 * Inside the core it is thrown, because a refusal in the middle of a change must roll the whole transaction back; at
 * the api it becomes a value (the typed error `REFUSED`), so no screen ever has to guess. Anything else that is thrown
 * is a bug.
 */
export class Refusal extends Error {
  /** Stable, machine readable, kebab case: `workspace-newer`, `no-urn-column`. */
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
  }
}

/**
 * Stops the work in hand with a refusal.
 *
 * @param code stable and machine readable
 * @param sentence says what happened, what is safe and what to do next
 */
export function refuse(code: string, sentence: string): never {
  throw new Refusal(code, sentence)
}

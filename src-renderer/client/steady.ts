import { computed, type ComputedRef } from 'vue'

/**
 * A computed value that stays the very same object while it says the same, so that what is drawn from it is not drawn
 * again. For small plain values only: both are written out to be compared.
 */
export function steady<Value>(get: () => Value): ComputedRef<Value> {
  return computed((before?: Value) => {
    const now = get()
    return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })
}

/** The same for a list of answers: it stays while each entry is the very same. */
export function steadyItems<Item>(get: () => readonly Item[]): ComputedRef<readonly Item[]> {
  return computed((before?: readonly Item[]) => {
    const now = get()
    return before?.length === now.length && now.every((item, at) => item === before[at]) ? before : now
  })
}

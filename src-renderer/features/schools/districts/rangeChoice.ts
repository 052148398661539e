/** Which rows of a list are chosen, where the keyboard is, and where a range begins. `anchor` and `active` are places, -1 for none. */
export interface RangeChoice {
  chosen: ReadonlySet<string>
  anchor: number
  active: number
}

export const nothingChosen: RangeChoice = { chosen: new Set(), anchor: -1, active: -1 }

/** Goes to a row without choosing it. */
export function moveTo({ chosen }: RangeChoice, index: number): RangeChoice {
  return { chosen, anchor: index, active: index }
}

/** Chooses a row, or lets it go; the next range begins here. */
export function toggle(keys: readonly string[], { chosen }: RangeChoice, index: number): RangeChoice {
  const key = keys[index]
  const next = new Set(chosen)
  if (key !== undefined && !next.delete(key)) next.add(key)
  return { chosen: next, anchor: index, active: index }
}

/** Chooses every row from where the range begins to this one. What was chosen elsewhere stays; a range that shrinks lets go. */
export function extendTo(keys: readonly string[], { chosen, anchor, active }: RangeChoice, index: number): RangeChoice {
  const start = anchor < 0 ? index : anchor
  const next = new Set(chosen)
  for (const key of between(keys, start, active < 0 ? start : active)) next.delete(key)
  for (const key of between(keys, start, index)) next.add(key)
  return { chosen: next, anchor: start, active: index }
}

/** Chooses every row, or none where all are chosen. */
export function toggleAll(keys: readonly string[], { chosen, anchor, active }: RangeChoice): RangeChoice {
  const next = keys.every((key) => chosen.has(key)) ? new Set<string>() : new Set([...chosen, ...keys])
  return { chosen: next, anchor, active }
}

function between(keys: readonly string[], one: number, other: number): readonly string[] {
  return keys.slice(Math.min(one, other), Math.max(one, other) + 1)
}

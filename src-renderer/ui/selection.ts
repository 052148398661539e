import type { UiSelection } from './shapes.ts'

export const noRows: UiSelection = { all: false, keys: new Set() }
export const everyRow: UiSelection = { all: true, keys: new Set() }

export function isSelected({ all, keys }: UiSelection, key: string): boolean {
  return keys.has(key) !== all
}

/** @param total rows of the list, fetched or not */
export function countSelected({ all, keys }: UiSelection, total: number): number {
  return all ? Math.max(0, total - keys.size) : keys.size
}

/** The selection with some rows put in or taken out. */
export function withRows({ all, keys }: UiSelection, some: Iterable<string>, on: boolean): UiSelection {
  const next = new Set(keys)
  for (const key of some) {
    if (on !== all) next.add(key)
    else next.delete(key)
  }
  return { all, keys: next }
}

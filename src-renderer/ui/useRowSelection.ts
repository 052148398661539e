import type { RowAt, UiSelection } from './shapes.ts'
import { everyRow, isSelected, noRows, withRows } from './selection.ts'

/** The keys of the rows from one place to another, those that are not fetched too. */
export type KeysBetween = (from: number, to: number) => Promise<readonly string[]>

/**
 * Selecting rows as a file list does: one by one, in stretches from where one began, or all. A stretch that is drawn
 * longer or shorter takes the place of the one before it.
 */
export function useRowSelection<Row>(options: {
  selection: () => UiSelection | undefined
  row: RowAt<Row>
  rowKey: (row: Row) => string
  keysBetween: KeysBetween | undefined
  onSelect: (selection: UiSelection) => void
}) {
  const { selection, row, rowKey, keysBetween, onSelect } = options
  /** Where a stretch begins, and what was selected beside it. */
  let anchor: { index: number; beside: UiSelection } | null = null
  let asked = 0

  function isPicked(index: number): boolean {
    const [now, one] = [selection(), row(index)]
    return now !== undefined && one !== undefined && isSelected(now, rowKey(one))
  }

  function toggle(index: number) {
    const [now, one] = [selection(), row(index)]
    if (!now || one === undefined) return
    const key = rowKey(one)
    select(withRows(now, [key], !isSelected(now, key)), index)
  }

  /** @param from where a stretch begins that was not begun before */
  async function extend(from: number, to: number) {
    const now = selection()
    if (!now) return
    anchor ??= { index: Math.max(0, from), beside: now }
    const mine = (asked += 1)
    const { index, beside } = anchor
    const keys = await between(Math.min(index, to), Math.max(index, to))
    if (mine === asked) onSelect(withRows(beside, keys, true))
  }

  async function between(from: number, to: number): Promise<readonly string[]> {
    const keys = Array.from({ length: to - from + 1 }, (_, at) => row(from + at)).flatMap((one) => (one === undefined ? [] : [rowKey(one)]))
    return keys.length === to - from + 1 || keysBetween === undefined ? keys : keysBetween(from, to)
  }

  function select(next: UiSelection, index: number | null = null) {
    asked += 1
    anchor = index === null ? null : { index, beside: next }
    onSelect(next)
  }

  return { isPicked, toggle, extend, all: () => select(everyRow), none: () => select(noRows) }
}

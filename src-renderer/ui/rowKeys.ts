/** A stretch of rows: `from` is the first, `to` the one after the last. */
export interface RowRange {
  from: number
  to: number
}

/**
 * Where a key takes the row that the keyboard is on, or null where the key means nothing to a list.
 *
 * @param active the row now, or -1 where none is
 * @param page rows that fit in the window
 */
export function rowAfterKey(key: string, active: number, total: number, page: number): number | null {
  const last = total - 1
  if (last < 0) return null
  const step = Math.max(1, page - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1)
    case 'ArrowUp':
      return Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(last, Math.max(0, active) + step)
    case 'PageUp':
      return Math.max(0, active - step)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

import { useQueries } from '@tanstack/vue-query'
import { computed, ref, shallowRef, watch } from 'vue'
import { steadyItems } from './steady.ts'

/** A stretch of rows: `from` is the first, `to` the one after the last. */
export interface RowRange {
  from: number
  to: number
}

/**
 * The windows of `size` rows that a stretch of visible rows touches, by their first row. Windows lie on a fixed grid, so
 * that scrolling back finds what was fetched before.
 *
 * @param total rows there are; no window begins at or after it
 */
export function windowsCovering(range: RowRange, size: number, total: number): number[] {
  const first = Math.max(0, Math.floor(range.from / size) * size)
  const end = Math.min(range.to, total)
  const starts: number[] = []
  for (let start = first; start < end; start += size) starts.push(start)
  return starts
}

/** Small, because the first one is asked for at every keystroke; two or three cover a screen. */
const WINDOW = 50

/** One window of a list, as every list procedure answers it: the whole count, and the rows that were asked for. */
export interface RowWindow<Row> {
  total: number
  rows: Row[]
}

/**
 * A long list for UiVirtualTable, fetched in windows as rows come into sight.
 *
 * @param key names the list with its filter and sort; when it changes the list begins anew
 * @param ask answers `limit` rows from `offset`; `signal` says that nobody waits for them any more
 * @returns `total` and `row` for the table, `show` for its `rangeChange`
 */
export function useRowWindows<Row>(
  key: () => readonly unknown[],
  ask: (offset: number, limit: number, signal: AbortSignal) => Promise<RowWindow<Row>>,
) {
  const range = shallowRef<RowRange>({ from: 0, to: 1 })
  const known = ref(0)
  const wanted = steadyItems(() => {
    const starts = windowsCovering(range.value, WINDOW, known.value)
    return starts.length > 0 ? starts : [0]
  })

  /** What the list shows, by the first row of each window: the library itself remembers nothing when a question changes. */
  const shown = new Map<number, RowWindow<Row>>()
  const windows = useQueries({
    queries: computed(() =>
      wanted.value.map((offset) => ({
        queryKey: [...key(), offset],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask(offset, WINDOW, signal),
        // While a filter changes the rows before it stay, so that the list does not blink.
        placeholderData: () => shown.get(offset),
      })),
    ),
    // Rows are only read: each made reactive by itself would cost more than the drawing.
    shallow: true,
  })

  // While a question is on its way the answers stay the ones before it, and nothing is drawn for it.
  const answers = steadyItems(() => windows.value.map((window) => window.data))
  watch(
    [answers, wanted],
    () => {
      for (const offset of shown.keys()) if (!wanted.value.includes(offset)) shown.delete(offset)
      answers.value.forEach((answer, at) => {
        const offset = wanted.value[at]
        if (answer && offset !== undefined) shown.set(offset, answer)
      })
    },
    { immediate: true },
  )
  // A leap to rows that are still on their way does not make the list empty: it is as long as it was.
  const total = computed(() => answers.value.find((answer) => answer !== undefined)?.total ?? known.value)
  watch(total, (now) => (known.value = now), { immediate: true })

  function row(index: number): Row | undefined {
    const offset = Math.floor(index / WINDOW) * WINDOW
    return answers.value[wanted.value.indexOf(offset)]?.rows[index - offset]
  }

  return {
    total,
    row,
    show: (next: RowRange) => (range.value = next),
    /** The first answer is still on its way. */
    waiting: computed(() => windows.value.some((window) => window.isPending)),
    /** The rows at hand are of the question before, or there are none yet. */
    stale: computed(() => windows.value.some((window) => window.isPending || window.isPlaceholderData)),
    error: computed(() => windows.value.find((window) => window.error)?.error ?? null),
  }
}

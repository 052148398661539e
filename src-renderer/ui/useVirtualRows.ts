import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, ref, watch, type Ref } from 'vue'
import { rowAfterKey, type RowRange } from './rowKeys.ts'

/**
 * Rows that exist only while they can be seen, and the one row that the keyboard is on.
 *
 * The table itself keeps the focus and names the active row, because a row that scrolls away takes its element along.
 */
export function useVirtualRows(options: {
  scroller: Ref<HTMLElement | null>
  total: () => number
  rowHeight: () => number
  headHeight: number
  onRange: (range: RowRange) => void
  onMove: (index: number) => void
}) {
  const active = ref(-1)

  const virtualizer = useVirtualizer(
    computed(() => ({
      count: options.total(),
      getScrollElement: () => options.scroller.value,
      estimateSize: options.rowHeight,
      // The rows begin beneath the sticky head, and must not be scrolled under it.
      scrollMargin: options.headHeight,
      scrollPaddingStart: options.headHeight,
      overscan: 6,
    })),
  )
  const rows = computed(() => virtualizer.value.getVirtualItems())
  const height = computed(() => virtualizer.value.getTotalSize())

  watch(options.rowHeight, () => virtualizer.value.measure())
  watch(options.total, (total) => (active.value = Math.min(active.value, total - 1)))
  watch(
    () => ({ from: rows.value[0]?.index ?? 0, to: (rows.value.at(-1)?.index ?? -1) + 1 }),
    (range, before) => {
      if (range.to > range.from && (range.from !== before?.from || range.to !== before.to)) options.onRange(range)
    },
    { immediate: true },
  )

  function moveTo(index: number) {
    active.value = index
    virtualizer.value.scrollToIndex(index, { align: 'auto' })
    options.onMove(index)
  }

  /** @returns whether the key moved the active row */
  function moveByKey(key: string): boolean {
    const page = Math.floor(((options.scroller.value?.clientHeight ?? 0) - options.headHeight) / options.rowHeight())
    const next = rowAfterKey(key, active.value, options.total(), page)
    if (next === null) return false
    moveTo(next)
    return true
  }

  return { rows, height, active, moveTo, moveByKey }
}

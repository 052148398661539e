import { until } from '@vueuse/core'
import { nextTick, type Ref } from 'vue'

/**
 * The way from the search box to its first match. Fingers may be quicker than the list: the table takes the focus at
 * once, and a row that is opened before the words are found is the row of that place once they are.
 */
export function useWayIn<Row>(options: {
  table: Readonly<Ref<{ focus: () => void; moveTo: (index: number) => void } | null>>
  look: (search: string) => Promise<unknown>
  stale: Ref<boolean>
  total: Ref<number>
  row: (index: number) => Row | undefined
}) {
  const { table, look, stale, total, row } = options
  let looking: Promise<void> | null = null

  async function enter(search: string) {
    toFirst()
    const mine = (looking = found(search))
    await mine
    if (looking !== mine) return
    looking = null
    toFirst()
  }

  async function found(search: string) {
    await look(search)
    await nextTick()
    await until(stale).toBe(false)
  }

  function toFirst() {
    if (total.value === 0) return
    table.value?.focus()
    table.value?.moveTo(0)
  }

  /** The row that was meant by one that is opened. */
  async function meant(opened: Row, index: number): Promise<Row | undefined> {
    if (looking === null) return opened
    await looking
    return row(index)
  }

  return { enter, meant }
}

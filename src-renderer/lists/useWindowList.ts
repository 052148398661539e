import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useExport } from '../client/exportTable.ts'
import { sentenceOf } from '../client/refusal.ts'
import { copyTable } from '../ui/copyTable.ts'
import { caveatOf, copiedRow, exportedColumns, exportedRow, useListColumns } from '../ui/listColumns.ts'
import { countSelected, isSelected, noRows } from '../ui/selection.ts'
import type { UiListColumn, UiSelection } from '../ui/shapes.ts'

/**
 * What a list has that fetches its rows in windows: columns to choose, rows to select, copying, and files of what is shown
 * or selected. Filters and order are the core's. A selection is of one list: other filters end it.
 *
 * @param options.question names the list as it is filtered; the selection ends when it changes
 * @param options.rowsFrom the rows from a place on, as many as one question may ask for or fewer
 */
export function useWindowList<Row>(options: {
  list: string
  title: string
  offers: readonly UiListColumn<Row>[]
  question: () => unknown
  total: Ref<number>
  rowsFrom: (offset: number, limit: number) => Promise<readonly Row[]>
  rowKey: (row: Row) => string
  inWords: (count: number) => string
  note: () => string
}) {
  const { list, title, offers, question, total, rowsFrom, rowKey, inWords, note } = options
  const { columns, layout, resize } = useListColumns(list, offers)
  const selection = shallowRef<UiSelection>(noRows)
  const said = ref('')
  const count = computed(() => countSelected(selection.value, total.value))

  watch(
    () => JSON.stringify(question()),
    () => select(noRows),
  )

  function select(next: UiSelection) {
    selection.value = next
    said.value = ''
  }

  /** Rows of the list in its order, from one place up to another. */
  async function stretch(from: number, to: number): Promise<Row[]> {
    const rows: Row[] = []
    while (from + rows.length < to) {
      const next = await rowsFrom(from + rows.length, to - from - rows.length)
      if (next.length === 0) break
      rows.push(...next)
    }
    return rows
  }

  async function selected(): Promise<Row[]> {
    const rows = await stretch(0, total.value)
    return rows.filter((row) => isSelected(selection.value, rowKey(row)))
  }

  /** The selected rows as a table, or the one in focus where none is selected. */
  async function copy(active?: Row) {
    if (count.value === 0 && active === undefined) return
    try {
      const meant = count.value > 0 ? await selected() : active === undefined ? [] : [active]
      const taken = copyTable(columns.value.map(({ label }) => label), meant.map((row) => copiedRow(columns.value, row)), caveatOf(columns.value))
      said.value = taken ? `${inWords(meant.length)} copied as a table` : 'The clipboard did not take them. Press Ctrl C once more.'
    } catch (error) {
      said.value = sentenceOf(error)
    }
  }

  function file(rows: readonly Row[]) {
    return { title, note: note(), columns: exportedColumns(columns.value), rows: rows.map((row) => exportedRow(columns.value, row)), exempt: caveatOf(columns.value) !== null }
  }

  return {
    offers,
    columns,
    layout,
    resize,
    selection,
    count,
    said,
    select,
    clear: () => select(noRows),
    copy,
    /** The keys of what is selected, for a change. */
    keys: async () => (await selected()).map(rowKey),
    keysBetween: async (from: number, to: number) => (await stretch(from, to + 1)).map(rowKey),
    whole: useExport(async () => file(await stretch(0, total.value))),
    taking: useExport(async () => file(await selected())),
  }
}

export type WindowList<Row> = ReturnType<typeof useWindowList<Row>>

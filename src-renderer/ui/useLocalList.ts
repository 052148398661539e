import { computed, ref, shallowRef, type Ref } from 'vue'
import { copyTable } from './copyTable.ts'
import { caveatOf, copiedRow } from './listColumns.ts'
import { isSelected, noRows } from './selection.ts'
import type { UiListColumn, UiSelection, UiSort } from './shapes.ts'
import { sortedRows } from './sortedRows.ts'

/**
 * A list whose rows are all at hand: its order, what is selected of what it shows, and copying.
 */
export function useLocalList<Row>(options: {
  rows: Ref<readonly Row[]>
  columns: Ref<readonly UiListColumn<Row>[]>
  offers: readonly UiListColumn<Row>[]
  rowKey: (row: Row) => string
  /** So many rows in words, such as "3 actions". */
  inWords: (count: number) => string
  /** What must be said above the rows where they go, beside what their columns say. */
  caveat?: () => string | null
}) {
  const { rows, columns, offers, rowKey, inWords, caveat = () => null } = options
  const sort = ref<UiSort>()
  const then = ref<UiSort>()
  const selection = shallowRef<UiSelection>(noRows)
  const said = ref('')

  const sorted = computed(() => sortedRows(rows.value, offers, [sort.value, then.value]))
  const selected = computed(() => sorted.value.filter((row) => isSelected(selection.value, rowKey(row))))

  function sortBy(next: UiSort, second: boolean) {
    if (second) then.value = next
    else [sort.value, then.value] = [next, undefined]
  }

  function select(next: UiSelection) {
    selection.value = next
    said.value = ''
  }

  /** The selected rows as a table, or the one in focus where none is selected. */
  function copy(active?: Row) {
    const meant = selected.value.length > 0 ? selected.value : active === undefined ? [] : [active]
    if (meant.length === 0) return
    const taken = copyTable(columns.value.map(({ label }) => label), meant.map((row) => copiedRow(columns.value, row)), caveat() ?? caveatOf(columns.value))
    said.value = taken ? `${inWords(meant.length)} copied as a table` : 'The clipboard did not take them. Press Ctrl C once more.'
  }

  return {
    sort,
    then,
    sortBy,
    rows: sorted,
    selection,
    selected,
    count: computed(() => selected.value.length),
    select,
    clear: () => select(noRows),
    copy,
    said,
  }
}

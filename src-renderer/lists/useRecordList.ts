import type { Ref } from 'vue'
import { useExport } from '../client/exportTable.ts'
import { caveatOf, exportedColumns, exportedRow, useListColumns } from '../ui/listColumns.ts'
import type { UiListColumn } from '../ui/shapes.ts'
import { useLocalList } from '../ui/useLocalList.ts'

/**
 * What every list of records has whose rows are all at hand: columns to choose, an order, rows to select, copying, and
 * files of what is shown or selected. A list that fetches its rows in windows has the same by other means.
 *
 * @param options.list names the columns that the laptop keeps
 * @param options.title names the file
 * @param options.inWords so many rows in words, such as "3 packages"
 * @param options.note how the list stands (as at which date, narrowed how), above the file
 * @param options.caveat what must be said above a list that a judgement has narrowed, whatever its columns
 */
export function useRecordList<Row>(options: {
  list: string
  title: string
  offers: readonly UiListColumn<Row>[]
  rows: Ref<readonly Row[]>
  rowKey: (row: Row) => string
  inWords: (count: number) => string
  note: () => string
  caveat?: () => string | null
}) {
  const { list, title, offers, rows, rowKey, inWords, note, caveat = () => null } = options
  const { columns, layout, resize } = useListColumns(list, offers)
  const local = useLocalList({ rows, columns, offers, rowKey, inWords, caveat })

  function file(records: readonly Row[]) {
    return {
      title,
      note: note(),
      columns: exportedColumns(columns.value),
      rows: records.map((record) => exportedRow(columns.value, record)),
      exempt: (caveat() ?? caveatOf(columns.value)) !== null,
    }
  }

  return {
    ...local,
    rowKey,
    offers,
    columns,
    layout,
    resize,
    /** All that is shown, as a file. */
    whole: useExport(() => file(local.rows.value)),
    /** What is selected, as a file. */
    taking: useExport(() => file(local.selected.value)),
  }
}

export type RecordList<Row> = ReturnType<typeof useRecordList<Row>>

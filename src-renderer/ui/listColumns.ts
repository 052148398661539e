import { useLocalStorage } from '@vueuse/core'
import { computed } from 'vue'
import { columnsOf, plainLayout, resized, usable } from './columnLayout.ts'
import type { UiColumnLayout, UiListColumn } from './shapes.ts'
import { writeDate } from './useDateText.ts'
import type { CopiedCell } from './tableText.ts'

/** What a column says of a row, in the words of the screen: dates and numbers written out. */
export function cellWords<Row>(column: UiListColumn<Row>, row: Row): string {
  const value = column.value(row)
  if (value === null || value === '') return column.none ?? 'Not recorded'
  if (column.kind === 'date') return writeDate(String(value))
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value
}

export function isRecorded<Row>(column: UiListColumn<Row>, row: Row): boolean {
  const value = column.value(row)
  return value !== null && value !== ''
}

/** The row as it is copied: the words of the screen at full length. */
export function copiedRow<Row>(columns: readonly UiListColumn<Row>[], row: Row): CopiedCell[] {
  return columns.map((column) => ({ text: cellWords(column, row), kind: isRecorded(column, row) ? (column.kind ?? 'text') : 'text' }))
}

/** What must be said above a list that is given on with these columns. */
export function caveatOf<Row>(columns: readonly UiListColumn<Row>[]): string | null {
  return columns.find(({ caveat }) => caveat !== undefined)?.caveat ?? null
}

/** The row as a file keeps it: dates as `YYYY-MM-DD`, nothing where nothing is recorded; among texts the words for that. */
export function exportedRow<Row>(columns: readonly UiListColumn<Row>[], row: Row): (string | number | null)[] {
  return columns.map((column) => (isRecorded(column, row) ? column.value(row) : isText(column) ? (column.none ?? null) : null))
}

/** A column of dates or numbers brings its words for "none" along for Word: in a sheet one such word would spoil its sorts and sums. */
export function exportedColumns<Row>(columns: readonly UiListColumn<Row>[]): { heading: string; kind: 'text' | 'number' | 'date' | 'code'; none?: string }[] {
  return columns.map(({ label, kind, none }) => ({ heading: label, kind: kind ?? 'text', ...(none !== undefined && { none }) }))
}

function isText<Row>({ kind }: UiListColumn<Row>): boolean {
  return kind === undefined || kind === 'text'
}

/** The columns that an officer has chosen for a list; kept on the laptop, as the look of the desk is. */
export function useListColumns<Row>(list: string, offers: readonly UiListColumn<Row>[]) {
  const stored = useLocalStorage<UiColumnLayout>(`quartet.columns.${list}`, plainLayout(offers))
  const layout = computed({
    get: () => usable(offers, stored.value),
    set: (next) => (stored.value = usable(offers, next)),
  })
  return {
    offers,
    layout,
    columns: computed(() => columnsOf(offers, layout.value)),
    resize: (key: string, width: number) => (layout.value = resized(layout.value, key, width)),
  }
}

/** One choice of a list: what is kept, and the words for it. `hint` stands quietly beneath or beside them. */
export interface UiOption {
  value: string
  label: string
  hint?: string
  disabled?: boolean
}

/** One verb of a menu. `keys` is the shortcut as it is shown, such as `Ctrl D`. */
export interface UiMenuItem {
  key: string
  label: string
  keys?: string
  danger?: boolean
  disabled?: boolean
}

/** One tab; `count` stands quietly beside its label. */
export interface UiTab {
  value: string
  label: string
  count?: number
}

/** How what was typed stands. `at` is the time of day as shown, `10:42`; `reason` is a sentence without a full stop. */
export type SavedState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; reason: string }

/** One entry of a dated story; `date` as it is shown. */
export interface UiTimelineEntry {
  id: string
  date: string
  title: string
  text?: string
  note?: string
}

/** One fact: term above, text beneath. A slot named like `key` may show it otherwise; without text it reads "Not recorded". */
export interface UiFact {
  key: string
  term: string
  text?: string | null
  note?: string
}

/** One column of a table. `width` is a CSS grid track such as `2fr` or `120px`; without it the columns share. */
export interface UiColumn {
  key: string
  label: string
  width?: string
  align?: 'start' | 'end'
  sortable?: boolean
}

export interface UiSort {
  key: string
  direction: 'ascending' | 'descending'
}

/** The row at a place in the list, or undefined while it is being fetched. */
export type RowAt<Row> = (index: number) => Row | undefined

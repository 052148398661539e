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

/** A column of a list that the officer may choose, move and copy. */
export interface UiListColumn<Row> extends UiColumn {
  /** Dates are `YYYY-MM-DD`; null and empty text are what is not recorded. */
  value: (row: Row) => string | number | null
  /** `code` is a number that counts nothing, such as a URN. */
  kind?: 'text' | 'number' | 'date' | 'code'
  /** How the screen says it where it is short of room. */
  brief?: (row: Row) => string
  /** What stands where nothing is recorded; "Not recorded" without it. */
  none?: string
  /** What must be said above a list that is given on with this column in it. */
  caveat?: string
  /** Always there, and always the first. */
  fixed?: boolean
  /** Shown until the officer chooses otherwise. */
  plain?: boolean
}

/** The columns that are shown, in order. `width` is in pixels; without it the column's own. */
export type UiColumnLayout = readonly { key: string; width?: number }[]

/** These rows by key, or with `all` every row of the list but these. */
export interface UiSelection {
  all: boolean
  keys: ReadonlySet<string>
}

/** The row at a place in the list, or undefined while it is being fetched. */
export type RowAt<Row> = (index: number) => Row | undefined

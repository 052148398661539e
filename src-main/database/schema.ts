import type Database from 'better-sqlite3'

/** A table whose history is kept, and the columns that its triggers write. */
export interface TrackedTable {
  readonly name: string
  readonly columns: readonly string[]
  /** SQL that makes, from a row, the JSON that history keeps of it. */
  readonly rowJson: string
}

/** Read back from the triggers themselves, so that history is never believed to hold what it does not. */
export function trackedTables(connection: Database.Database): TrackedTable[] {
  const triggers = connection
    .prepare<[], { tbl_name: string; sql: string }>(
      "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name = 'history_' || tbl_name || '_insert' ORDER BY rowid",
    )
    .all()
  return triggers.map(({ tbl_name, sql }) => {
    const columns = [...sql.matchAll(/'(\w+)', new\.(\w+)/g)].flatMap(([, label, column]) =>
      label === column && column !== undefined ? [column] : [],
    )
    return { name: tbl_name, columns, rowJson: `json_object(${columns.map((c) => `'${c}', ${c}`).join(', ')})` }
  })
}

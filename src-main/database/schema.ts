import type Database from 'better-sqlite3'
import { statement, type ReadHandle } from './handles.ts'

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
    return { name: tbl_name, columns, rowJson: `json_patch('{}', json_object(${columns.map((c) => `'${c}', ${tbl_name}.${c}`).join(', ')}))` }
  })
}

/** An insertion whose row a bulk import did not keep twice. */
export interface BareInsertion {
  seq: number
  table_name: string
}

/**
 * The rows that bare insertions wrote, by entry: what the next entry about the row found, or else the row as it stands.
 * One that is gone without a word is left out.
 *
 * @param untouched known where no entry after these speaks of their rows, so that none is looked for
 */
export function insertedRows(db: ReadHandle, entries: readonly BareInsertion[], untouched = false): Map<number, string> {
  const rows = new Map<number, string>()
  for (const [name, of] of Map.groupBy(entries, (entry) => entry.table_name)) {
    const table = trackedTables(db.connection).find((tracked) => tracked.name === name)
    if (!table) continue
    const bare = "h.seq BETWEEN ? AND ? AND +h.table_name = ? AND h.action = 'insert' AND h.after IS NULL"
    const found = statement<{ seq: number; json: string | null }>(
      db,
      untouched
        ? `SELECT h.seq, ${table.rowJson} AS json FROM history h CROSS JOIN ${name} ON ${name}.id = h.row_id WHERE ${bare}`
        : `SELECT h.seq, ifnull((SELECT n.before FROM history n WHERE n.table_name = h.table_name AND n.row_id = h.row_id AND n.seq > h.seq ORDER BY n.seq LIMIT 1),
         (SELECT ${table.rowJson} FROM ${name} WHERE id = h.row_id)) AS json
       FROM history h WHERE ${bare}`,
    )
    for (const { seq, json } of found.iterate(of[0]?.seq, of.at(-1)?.seq, name)) if (json !== null) rows.set(seq, json)
  }
  return rows
}

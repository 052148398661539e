import { statement, type ReadHandle } from './handles.ts'
import { trackedTables, type TrackedTable } from './schema.ts'

/** One entry of a transaction, without the row: enough to sort and to count. */
export interface EntryHead {
  seq: number
  table: string
  row: string
  action: 'insert' | 'update' | 'delete'
  /** Columns of the row that were asked for; null where the table has none, or nothing is recorded. */
  columns: Readonly<Record<string, string | null>>
  /** The columns that an update changed; empty for the others. */
  changed: readonly string[]
}

/** One entry with the row before and after it, as JSON. */
export interface WholeEntry {
  seq: number
  table: string
  row: string
  action: EntryHead['action']
  before: string | null
  after: string | null
}

/**
 * The entries of a transaction in order, each with a few columns of its row: also of rows that a bulk import did not
 * keep twice, that were changed since, or that are gone.
 *
 * @param columns of the rows, for all tables; they must be columns that nobody changes (whose row it is)
 */
export function entryHeads(db: ReadHandle, transactionId: string, columns: readonly string[]): EntryHead[] {
  const tables = new Map(trackedTables(db.connection).map((table) => [table.name, table]))
  const names = statement<{ name: string }>(db, 'SELECT DISTINCT table_name AS name FROM history WHERE transaction_id = ?').all(transactionId)
  return names.flatMap(({ name }) => headsIn(db, transactionId, tables.get(name), columns)).sort((a, b) => a.seq - b.seq)
}

type HeadRow = Pick<EntryHead, 'seq' | 'table' | 'row' | 'action'> & Record<`column ${number}`, string | null> & { changed: string | null }

function headsIn(db: ReadHandle, transactionId: string, table: TrackedTable | undefined, columns: readonly string[]): EntryHead[] {
  if (!table) return []
  const selected = columns.map((column, i) => {
    if (!table.columns.includes(column)) return `NULL AS "column ${i}"`
    const later = `(SELECT n.before ->> '$.${column}' FROM history n WHERE n.table_name = h.table_name AND n.row_id = h.row_id AND n.seq > h.seq ORDER BY n.seq LIMIT 1)`
    return `coalesce(h.after ->> '$.${column}', h.before ->> '$.${column}', (SELECT ${column} FROM ${table.name} WHERE id = h.row_id), ${later}) AS "column ${i}"`
  })
  const differing = `CASE h.action WHEN 'update' THEN (SELECT group_concat(key) FROM (
    SELECT key FROM json_each(h.after) a WHERE a.value IS NOT (h.before ->> ('$.' || a.key))
    UNION SELECT key FROM json_each(h.before) b WHERE b.value IS NOT (h.after ->> ('$.' || b.key)))) END`
  const rows = statement<HeadRow>(
    db,
    `SELECT h.seq, h.table_name AS "table", h.row_id AS row, h.action, ${[...selected, `${differing} AS changed`].join(', ')}
     FROM history h WHERE h.transaction_id = ? AND +h.table_name = ?`,
  ).all(transactionId, table.name)
  return rows.map((head) => ({
    seq: head.seq,
    table: head.table,
    row: head.row,
    action: head.action,
    columns: Object.fromEntries(columns.map((column, i) => [column, head[`column ${i}`] ?? null])),
    changed: head.changed?.split(',') ?? [],
  }))
}

/** Entries by their numbers, whole: with the row that a bulk import did not keep twice put back in its place. */
export function wholeEntries(db: ReadHandle, seqs: readonly number[]): WholeEntry[] {
  const list = JSON.stringify(seqs)
  const entries = statement<WholeEntry>(
    db,
    `SELECT seq, table_name AS "table", row_id AS row, action, before, after FROM history
     WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  ).all(list)
  const bare = Map.groupBy(
    entries.filter((entry) => entry.action === 'insert' && entry.after === null),
    (entry) => entry.table,
  )
  for (const [name, of] of bare) {
    const table = trackedTables(db.connection).find((tracked) => tracked.name === name)
    if (!table) continue
    const one = statement<{ json: string | null }>(
      db,
      `SELECT ifnull((SELECT before FROM history WHERE table_name = ? AND row_id = ? AND seq > ? ORDER BY seq LIMIT 1),
         (SELECT ${table.rowJson} FROM ${name} WHERE id = ?)) AS json`,
    )
    for (const entry of of) entry.after = one.get(name, entry.row, entry.seq, entry.row)?.json ?? null
  }
  return entries
}

import { statement, type ReadHandle } from './handles.ts'
import { STAYS } from './undo.ts'
import { trackedTables, type TrackedTable } from './schema.ts'

/** A row that keeps a transaction from being undone. */
export interface Obstacle {
  /** `depends`: it points at a row that would go. `changed`: the transaction touched it, and it was changed again later. */
  why: 'depends' | 'changed'
  table: string
  row: string
  /** The later transaction that added or changed it; null where another program did. */
  by: string | null
}

/**
 * What keeps a transaction from being undone: later rows that point at what it added, and rows that are no longer as it
 * left them. The rule is the one that undo itself goes by; here it is asked beforehand, so that a sentence can name
 * each.
 */
export function obstaclesTo(db: ReadHandle, transactionId: string): Obstacle[] {
  const tables = trackedTables(db.connection)
  const touched = statement<{ name: string; added: number }>(
    db,
    `SELECT table_name AS name, sum(action = 'insert') AS added FROM history WHERE transaction_id = ? GROUP BY table_name`,
  ).all(transactionId)
  return touched.flatMap(({ name, added }) => {
    const table = tables.find((tracked) => tracked.name === name)
    if (!table || STAYS.has(name)) return []
    return [...(added > 0 ? tables.flatMap((child) => dependants(db, child, name, transactionId)) : []), ...changedSince(db, table, transactionId)]
  })
}

type Found = Pick<Obstacle, 'row' | 'by'>

/** Rows of `child` that point at a row of `parent` which the transaction added, and that it did not add itself. */
function dependants(db: ReadHandle, child: TrackedTable, parent: string, transactionId: string): Obstacle[] {
  if (STAYS.has(child.name)) return []
  const keys = statement<{ from: string }>(db, 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = ?').all(child.name, parent)
  return keys.flatMap(({ from }) =>
    statement<Found>(
      db,
      `SELECT c.id AS row,
         (SELECT h.transaction_id FROM history h WHERE h.table_name = ?3 AND h.row_id = c.id AND h.action = 'insert' ORDER BY h.seq DESC LIMIT 1) AS by
       FROM ${child.name} c
       WHERE c.${from} IN (SELECT row_id FROM history WHERE transaction_id = ?1 AND +table_name = ?2 AND action = 'insert')
         AND NOT EXISTS (SELECT 1 FROM history own WHERE own.table_name = ?3 AND own.row_id = c.id AND own.transaction_id = ?1 AND own.action = 'insert')
       ORDER BY c.id`,
    )
      .all({ 1: transactionId, 2: parent, 3: child.name })
      .map((found) => ({ why: 'depends', table: child.name, ...found })),
  )
}

/**
 * Rows that the transaction touched and that are not as it left them. A row that nothing touched later is as it was
 * left: only those with a later entry are held against the first of these, which says how it was found.
 */
function changedSince(db: ReadHandle, table: TrackedTable, transactionId: string): Obstacle[] {
  const rows = statement<Found>(
    db,
    `WITH last AS (
       SELECT row_id AS row, max(seq) AS seq FROM history WHERE transaction_id = ?1 AND +table_name = ?2 GROUP BY row_id
     ), later AS (
       SELECT last.row, last.seq, (SELECT n.seq FROM history n WHERE n.table_name = ?2 AND n.row_id = last.row AND n.seq > last.seq ORDER BY n.seq LIMIT 1) AS next
       FROM last
     )
     SELECT later.row, (SELECT n.transaction_id FROM history n WHERE n.table_name = ?2 AND n.row_id = later.row AND n.seq > later.seq ORDER BY n.seq DESC LIMIT 1) AS by
     FROM later
     WHERE next IS NOT NULL
       AND (SELECT ${table.rowJson} FROM ${table.name} WHERE id = later.row) IS NOT (SELECT n.before FROM history n WHERE n.seq = later.next)`,
  ).all({ 1: transactionId, 2: table.name })
  return rows.map((found) => ({ why: 'changed', table: table.name, ...found }))
}

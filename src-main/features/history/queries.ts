import { statement, type ReadHandle } from '../../database/index.ts'

export interface TransactionRow {
  transactionId: string
  at: string
  officer: string
  summary: string
  changes: number
  final: 0 | 1
}

/**
 * The last transactions, newest first, with how many entries of history each has beside its own.
 *
 * With a table and a row, only those that touched that row.
 */
export function listTransactions(db: ReadHandle, row: { table: string; row: string } | null, limit: number): TransactionRow[] {
  const columns = `t.id AS transactionId, t.at, t.officer, t.summary, t.final,
    (SELECT count(*) - 1 FROM history h WHERE h.transaction_id = t.id) AS changes`
  if (row) {
    return statement<TransactionRow>(
      db,
      `SELECT ${columns} FROM transactions t
       WHERE t.id IN (SELECT transaction_id FROM history WHERE table_name = ? AND row_id = ?)
       ORDER BY t.at DESC, t.id DESC LIMIT ?`,
    ).all(row.table, row.row, limit)
  }
  return statement<TransactionRow>(db, `SELECT ${columns} FROM transactions t ORDER BY t.id DESC LIMIT ?`).all(limit)
}

import { hash } from 'node:crypto'
import { statement, type ReadHandle } from './handles.ts'
import { insertedRows } from './schema.ts'

/** One entry of history as it is hashed. */
export interface HistoryEntry {
  seq: number
  transaction_id: string | null
  at: string | null
  officer: string | null
  table_name: string
  row_id: string
  action: string
  before: string | null
  after: string | null
}

export const ENTRY_COLUMNS = 'seq, transaction_id, at, officer, table_name, row_id, action, before, after'

/**
 * The link of one entry: SHA-256 over the link before it and everything the entry says. Each part stands behind its
 * length, so that no two entries can read alike; a part that is not there has none. `bare` says that the entry itself
 * does not hold the row.
 */
export function sealOf(previous: string, { seq, transaction_id, at, officer, table_name, row_id, action, before, after }: HistoryEntry, bare: boolean): string {
  const start = `${previous} ${seq} ${part(transaction_id)}${part(at)}${part(officer)}${part(table_name)}${part(row_id)}${part(action)}`
  return hash('sha256', `${start}${part(before)}${bare ? 'not kept ' : ''}${part(after)}`)
}

/** Written by a bulk import, which does not keep the rows that it adds a second time. */
export function isBare(entry: HistoryEntry): boolean {
  return entry.action === 'insert' && entry.after === null
}

function part(text: string | null): string {
  return text === null ? '-' : `${text.length}:${text}`
}

const BATCH = 2_000

/**
 * Links the entries of the transaction in hand to the chain, just before it commits.
 *
 * Triggers write the entries, but cannot hash: SQLite has no digest of its own, and `trusted_schema=OFF` rightly keeps
 * triggers from calling ours. Entries of other programs carry no transaction and are never sealed: `verify` shows them.
 */
export function sealTransaction(db: ReadHandle, transactionId: string, firstSeq: number): void {
  const head = statement<{ entries: number; hash: string }>(db, 'SELECT entries, hash FROM history_head').get()
  if (!head) throw new Error('history_head has no row')
  const next = statement<HistoryEntry>(
    db,
    `SELECT ${ENTRY_COLUMNS} FROM history WHERE seq >= ? AND transaction_id = ? ORDER BY seq LIMIT ${BATCH}`,
  )
  const keep = statement(db, 'INSERT INTO history_seals (seq, hash) VALUES (?, ?)')
  // An import into a new register adds rows and touches none again: then no later entry is looked for.
  const untouched = !statement(db, "SELECT 1 FROM history WHERE seq >= ? AND transaction_id = ? AND action <> 'insert' AND table_name IN ('schools', 'school_facts') LIMIT 1").get(firstSeq, transactionId)
  let { entries, hash: link } = head
  let from = firstSeq
  for (;;) {
    const batch = next.all(from, transactionId)
    const inserted = insertedRows(db, batch.filter(isBare), untouched)
    for (const entry of batch) {
      const bare = isBare(entry)
      link = sealOf(link, bare ? { ...entry, after: inserted.get(entry.seq) ?? null } : entry, bare)
      keep.run(entry.seq, link)
      entries += 1
      from = entry.seq + 1
    }
    if (batch.length < BATCH) break
  }
  statement(db, 'UPDATE history_head SET entries = ?, hash = ?').run(entries, link)
}

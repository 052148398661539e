import { statement, type ReadHandle } from '../../database/index.ts'

/** A name that a record bore before a register file gave it another. */
export interface FormerName {
  /** SQLite's row number of the record. */
  n: number
  urn: string
  name: string
}

interface Kept {
  /** The last entry of history that was looked at. */
  seq: number
  names: readonly FormerName[]
}

const kept = new WeakMap<ReadHandle, Kept>()

/**
 * The former names of all records, the latest first, as history tells them: a change that was undone never gave a name.
 * Read once, and again only after a record has changed.
 */
export function formerNames(db: ReadHandle): readonly FormerName[] {
  const known = kept.get(db)
  const seq = statement<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM history').get()?.seq ?? 0
  if (known && (known.seq === seq || !touched(db, known.seq))) {
    known.seq = seq
    return known.names
  }
  const names = readFormerNames(db)
  kept.set(db, { seq, names })
  return names
}

function touched(db: ReadHandle, after: number): boolean {
  return statement(db, "SELECT 1 FROM history WHERE seq > ? AND +table_name = 'schools' LIMIT 1").get(after) !== undefined
}

function readFormerNames(db: ReadHandle): FormerName[] {
  return statement<FormerName>(
    db,
    `SELECT s.n, s.urn, h.before ->> '$.name' AS name FROM history h JOIN schools s ON s.id = h.row_id JOIN transactions t ON t.id = h.transaction_id
     WHERE h.table_name = 'schools' AND h.action = 'update' AND h.before ->> '$.name' <> h.after ->> '$.name' AND h.before ->> '$.name' <> s.name
       AND t.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM transactions u WHERE u.undoes = t.id)
     ORDER BY h.seq DESC`,
  ).all()
}

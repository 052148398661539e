import { statement, type ReadHandle } from '../../database/index.ts'

/** An entry of history that tells of a school, by its place in the history. */
export interface OwnEntry {
  seq: number
  transactionId: string
}

/** Tables whose rows name what they belong to, by the column that names it. */
const OWNED: readonly (readonly [column: string, tables: readonly string[]])[] = [
  ['school_id', ['school_facts', 'visits', 'need_judgements', 'concerns', 'group_schools', 'school_attendance', 'support_packages', 'package_events']],
  ['package_id', ['package_events', 'package_objectives', 'package_days', 'charges']],
  ['charge_id', ['charge_events']],
  ['event_id', ['objective_ratings']],
  ['urn', ['school_links']],
  ['link_urn', ['school_links']],
]

/** Rows to whom others belong in turn. */
const OWNERS: ReadonlySet<string> = new Set(['support_packages', 'charges', 'package_events'])

interface Row {
  table: string
  row: string
}

/** Rows that are gone, or that were another school's, by the key of what they belonged to; kept up with the history. */
interface Former {
  seq: number
  of: Map<string, Row[]>
}

const kept = new WeakMap<ReadHandle, Former>()

/**
 * Finds the rows that a live table can no longer name. The deletions of a history are few beside its entries, and only an
 * officer gives a visit or a concern to another school; what an undone import took with its schools has no page to tell it.
 */
function formerRows(db: ReadHandle): Former {
  const former = kept.get(db) ?? { seq: 0, of: new Map<string, Row[]>() }
  kept.set(db, former)
  const columns = OWNED.map(([column], i) => `h.before ->> '$.${column}' AS o${i}`).join(', ')
  const tables = [...new Set(OWNED.flatMap(([, names]) => names))].map((name) => `'${name}'`).join(', ')
  const rows = statement<Row & { seq: number } & Record<`o${number}`, string | null>>(
    db,
    `SELECT h.seq, h.table_name AS "table", h.row_id AS row, ${columns} FROM history h
     WHERE h.seq > ? AND ((h.action = 'delete' AND h.table_name IN (${tables})) OR (h.action = 'update' AND h.table_name IN ('visits', 'concerns')))
       AND (h.before ->> '$.school_id' IS NULL OR EXISTS (SELECT 1 FROM schools WHERE id = h.before ->> '$.school_id'))
     ORDER BY h.seq`,
  ).all(former.seq)
  for (const { seq, table, row, ...owners } of rows) {
    former.seq = seq
    for (const owner of Object.values(owners)) {
      if (owner === null) continue
      const own = former.of.get(owner)
      if (own) own.push({ table, row })
      else former.of.set(owner, [{ table, row }])
    }
  }
  return former
}

/** Live rows that belong to any of these keys. */
function liveRows(db: ReadHandle, owners: readonly string[]): Row[] {
  const parts = OWNED.flatMap(([column, tables]) =>
    tables.map((table) => `SELECT '${table}' AS "table", id AS row FROM ${table} WHERE ${column} IN (SELECT value FROM owners)`),
  )
  return statement<Row>(db, `WITH owners AS MATERIALIZED (SELECT value FROM json_each(?)) ${parts.join(' UNION ALL ')}`).all(JSON.stringify(owners))
}

/** All rows that are, or were, about a school: its own, and what belongs to its packages. */
function rowsOf(db: ReadHandle, school: { id: string; urn: string }): Row[] {
  const { of } = formerRows(db)
  const found = new Map<string, Row>([[`schools ${school.id}`, { table: 'schools', row: school.id }]])
  let owners = [school.id, school.urn]
  while (owners.length > 0) {
    const news = [...liveRows(db, owners), ...owners.flatMap((owner) => of.get(owner) ?? [])].filter(({ table, row }) => !found.has(`${table} ${row}`))
    for (const row of news) found.set(`${row.table} ${row.row}`, row)
    owners = news.filter(({ table }) => OWNERS.has(table)).map(({ row }) => row)
  }
  return [...found.values()]
}

/** The entries of history that tell of a school, in order. Of a visit or concern that was given to another school, its own part. */
export function entriesOfSchool(db: ReadHandle, school: { id: string; urn: string }): OwnEntry[] {
  return statement<OwnEntry>(
    db,
    `WITH asked (own, school) AS (VALUES (?, ?))
     SELECT h.seq, h.transaction_id AS transactionId FROM asked CROSS JOIN json_each(asked.own) AS own
     CROSS JOIN history h ON h.table_name = own.value ->> 'table' AND h.row_id = own.value ->> 'row'
     WHERE h.transaction_id IS NOT NULL AND (h.table_name NOT IN ('visits', 'concerns') OR
       asked.school IN (h.before ->> 'school_id', coalesce(h.after ->> 'school_id', CASE WHEN h.before IS NULL THEN asked.school END)))
     ORDER BY h.seq`,
  ).all(JSON.stringify(rowsOf(db, school)), school.id)
}

/** The changes that wrote entries, with the import that a change was, by their ids. */
export function changesBehind(db: ReadHandle, ids: readonly string[]) {
  return statement<{ id: string; at: string; officer: string; summary: string; importId: string | null; fileName: string | null }>(
    db,
    `SELECT t.id, t.at, t.officer, t.summary, i.id AS importId, i.file_name AS fileName
     FROM json_each(?) AS asked JOIN transactions t ON t.id = asked.value LEFT JOIN imports i ON i.transaction_id = t.id`,
  ).all(JSON.stringify(ids))
}

/** Whether a visit still stands. */
export function standingVisits(db: ReadHandle, ids: readonly string[]): Set<string> {
  return new Set(statement<{ id: string }>(db, 'SELECT id FROM visits WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)).map(({ id }) => id))
}

/** What a row that others name is called; of one that is gone, what it was called last. */
export function callerOf(db: ReadHandle) {
  const called = (table: string, live: string, last: string) => {
    const standing = statement<{ name: string }>(db, live)
    const gone = statement<{ name: string | null }>(db, `SELECT ${last} AS name FROM history WHERE table_name = '${table}' AND row_id = ? AND before IS NOT NULL ORDER BY seq DESC LIMIT 1`)
    return (id: string) => standing.get(id)?.name ?? gone.get(id)?.name ?? 'one that is not there any more'
  }
  const one = (table: string, column: string) => called(table, `SELECT ${column} AS name FROM ${table} WHERE id = ?`, `before ->> '$.${column}'`)
  return {
    body: one('bodies', 'name'),
    category: one('concern_categories', 'name'),
    school: one('schools', 'name'),
    package: one('support_packages', 'title'),
    packageOfCharge: called(
      'charges',
      'SELECT p.title AS name FROM charges c JOIN support_packages p ON p.id = c.package_id WHERE c.id = ?',
      "(SELECT title FROM support_packages p WHERE p.id = before ->> '$.package_id')",
    ),
    objective: one('package_objectives', 'text'),
    meeting: called(
      'meetings',
      "SELECT b.name || ' ' || m.date AS name FROM meetings m JOIN bodies b ON b.id = m.body_id WHERE m.id = ?",
      "(SELECT b.name || ' ' || (before ->> '$.date') FROM bodies b WHERE b.id = before ->> '$.body_id')",
    ),
  }
}
export type Caller = ReturnType<typeof callerOf>

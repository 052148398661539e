import { statement, type ReadHandle } from './handles.ts'
import { trackedTables, type TrackedTable } from './schema.ts'

/** Which rows are seen: those that stood at the boundary, or these and the ones added since. */
export type KnownRows = 'then' | 'late'

/** The last entry of history that was recorded by a moment (ISO, UTC), or null where there was none yet. */
export function lastEntryBy(db: ReadHandle, moment: string): number | null {
  return statement<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM history WHERE at <= ?').get(moment)?.seq ?? null
}

/**
 * A handle that reads the workspace as it was recorded up to an entry of history, so that a figure of then can be laid
 * beside one of now. Every SELECT over tracked tables works through it unchanged; search does not.
 *
 * `then` has the rows that stood there, as they stood. `late` has those rows as they stood and, as they are now, the
 * rows that have come since: what differs between the two was recorded late, what differs between `late` and now was
 * corrected.
 */
export function asKnown(db: ReadHandle, upTo: number, rows: KnownRows): ReadHandle {
  const tables = trackedTables(db.connection)
  return {
    ...db,
    rewritten: (sql) => {
      const named = tables.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'u').test(sql))
      return `WITH ${named.map((table) => tableAsKnown(table, upTo, rows)).join(',\n')}\n${sql}`
    },
  }
}

/**
 * The first entry after the boundary says what a row was at the boundary: its `before`, or nothing where it was added
 * since. A row without such an entry has not changed. The CTE takes the table's own name; `main.` reaches the table.
 */
function tableAsKnown({ name, columns }: TrackedTable, upTo: number, rows: KnownRows): string {
  const all = columns.join(', ')
  const kept = columns.map((column) => `before ->> '$.${column}'`).join(', ')
  const since = `SELECT row_id, before, min(seq) FROM main.history WHERE table_name = '${name}' AND seq > ${Math.trunc(upTo)} GROUP BY row_id`
  const added = `UNION ALL SELECT ${all} FROM main.${name} WHERE id IN (SELECT row_id FROM since_${name} WHERE before IS NULL)`
  return `since_${name} AS MATERIALIZED (${since}),
${name} (${all}) AS (
  SELECT ${all} FROM main.${name} WHERE id NOT IN (SELECT row_id FROM since_${name})
  UNION ALL SELECT ${kept} FROM since_${name} WHERE before IS NOT NULL
  ${rows === 'late' ? added : ''})`
}

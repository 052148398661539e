import Database from 'better-sqlite3'
import { hash } from 'node:crypto'
import { migrate, versionOf } from './connection.ts'
import { snapshot, statement, type ReadHandle } from './handles.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { insertedRows, trackedTables, type TrackedTable } from './schema.ts'
import { ENTRY_COLUMNS, isBare, sealOf, type HistoryEntry } from './seal.ts'

export interface Problem {
  kind:
    | 'row-changed'
    | 'row-added'
    | 'row-removed'
    | 'outside-change'
    | 'entry-edited'
    | 'entry-dropped'
    | 'head-wrong'
    | 'file-changed'
    | 'schema-changed'
  table: string
  row: string
  message: string
}

export interface Verdict {
  ok: boolean
  entries: number
  /** The last link of the chain: noted elsewhere, it proves later that nothing before it was rewritten. */
  head: string
  problems: Problem[]
}

/** What history says of a row at the end: a digest of its last JSON, or that it is gone. */
type LastState = Map<string, Map<string, string | null>>

/**
 * Replays the history of a workspace against its rows.
 *
 * Finds a row changed, added or removed by another program; an entry of history that was edited, dropped or moved; a
 * kept file whose bytes differ; a table or trigger that is not as Quartet made it. The chain has no secret: someone who
 * rewrites all of it leaves no trace but another `head`, which is why `head` is printed.
 */
export function verify(db: ReadHandle, steps: readonly Migration[] = migrations): Verdict {
  return snapshot(db, () => verifyNow(db, steps))
}

function verifyNow(db: ReadHandle, steps: readonly Migration[]): Verdict {
  const problems: Problem[] = []
  const tables = checkSchema(db, steps, problems)
  const walked = walkHistory(db, problems)
  for (const table of tables) compareRows(db, table, walked.last.get(table.name) ?? new Map<string, string | null>(), problems)
  checkFiles(db, problems)
  if (statement(db, 'SELECT 1 FROM change_context').get()) {
    problems.push({ kind: 'row-added', table: 'change_context', row: '1', message: 'A change was left open by another program: Quartet clears this row at the end of every change.' })
  }
  return { ok: problems.length === 0, entries: walked.entries, head: walked.head, problems }
}

function digest(json: string): string {
  return hash('sha256', json, 'base64url')
}

function walkHistory(db: ReadHandle, problems: Problem[]): { last: LastState; entries: number; head: string } {
  const last: LastState = new Map()
  const seals = new Map<number, string>()
  for (const { seq, hash: seal } of statement<{ seq: number; hash: string }>(db, 'SELECT seq, hash FROM history_seals ORDER BY seq').iterate()) seals.set(seq, seal)
  let link = ''
  let entries = 0
  let expected = 1
  for (const entry of wholeEntries(db)) {
    while (expected < entry.seq) problems.push(dropped(expected++))
    expected = entry.seq + 1
    const seal = seals.get(entry.seq)
    if (seal === undefined) {
      problems.push({
        kind: 'outside-change',
        table: entry.table_name,
        row: entry.row_id,
        message: `A row of ${entry.table_name} was ${WORDS[entry.action] ?? entry.action} by another program, not through Quartet (entry ${entry.seq}).`,
      })
    } else {
      if (sealOf(link, entry, entry.bare) !== seal) problems.push(entry.bare ? strayed(entry) : edited(entry))
      link = seal
      entries += 1
      seals.delete(entry.seq)
    }
    follow(last, entry, problems)
  }
  for (const seq of seals.keys()) if (seq >= expected) problems.push(dropped(seq))
  const head = statement<{ entries: number; hash: string }>(db, 'SELECT entries, hash FROM history_head').get()
  if (head?.hash !== link || head.entries !== entries) {
    problems.push({
      kind: 'head-wrong',
      table: 'history_head',
      row: '1',
      message: `The history ends at ${entries} entries, but Quartet last wrote ${head?.entries ?? 0}: entries were added or taken out at its end.`,
    })
  }
  return { last, entries, head: link }
}

/** Every entry in order, with the row that a bare insertion wrote put back in its place. */
function* wholeEntries(db: ReadHandle): Generator<HistoryEntry & { bare: boolean }> {
  const next = statement<HistoryEntry>(db, `SELECT ${ENTRY_COLUMNS} FROM history WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`)
  let after = 0
  for (let batch = next.all(after); batch.length > 0; batch = next.all(after)) {
    const inserted = insertedRows(db, batch.filter(isBare))
    for (const entry of batch) {
      const bare = isBare(entry)
      yield { ...entry, bare, after: bare ? (inserted.get(entry.seq) ?? null) : entry.after }
      after = entry.seq
    }
  }
}

function edited({ seq }: HistoryEntry): Problem {
  return { kind: 'entry-edited', table: 'history', row: String(seq), message: `Entry ${seq} of the history was edited, moved, or the one before it was taken out.` }
}

/** A row that a bulk import added is no longer what its entry was sealed with (or the entry itself was edited). */
function strayed({ seq, table_name, row_id, after }: HistoryEntry): Problem {
  return after === null
    ? { kind: 'row-removed', table: table_name, row: row_id, message: `A row of ${table_name} was removed outside Quartet: entry ${seq} of the history added it.` }
    : { kind: 'row-changed', table: table_name, row: row_id, message: `A row of ${table_name} is not what entry ${seq} of the history added: one of the two was changed outside Quartet.` }
}

const BATCH = 2_000

const WORDS: Readonly<Record<string, string>> = { insert: 'added', update: 'changed', delete: 'removed' }

function dropped(seq: number): Problem {
  return { kind: 'entry-dropped', table: 'history', row: String(seq), message: `Entry ${seq} of the history was taken out.` }
}

/** Each entry must start from what the one before it left: a row put in with the triggers away shows here. */
function follow(last: LastState, entry: HistoryEntry, problems: Problem[]): void {
  let rows = last.get(entry.table_name)
  if (!rows) {
    rows = new Map()
    last.set(entry.table_name, rows)
  }
  const before = entry.before === null ? null : digest(entry.before)
  if ((rows.get(entry.row_id) ?? null) !== before) {
    problems.push({
      kind: 'row-changed',
      table: entry.table_name,
      row: entry.row_id,
      message: `Before entry ${entry.seq} a row of ${entry.table_name} was changed without any history.`,
    })
  }
  rows.set(entry.row_id, entry.after === null ? null : digest(entry.after))
}

function compareRows(db: ReadHandle, table: TrackedTable, last: Map<string, string | null>, problems: Problem[]): void {
  const rows = statement<{ id: string; json: string }>(db, `SELECT id, ${table.rowJson} AS json FROM ${table.name}`)
  const seen = new Set<string>()
  for (const { id, json } of rows.iterate()) {
    seen.add(id)
    const kept = last.get(id) ?? null
    if (kept === null) {
      problems.push({ kind: 'row-added', table: table.name, row: id, message: `A row of ${table.name} was added outside Quartet: the history does not know it.` })
    } else if (kept !== digest(json)) {
      problems.push({ kind: 'row-changed', table: table.name, row: id, message: `A row of ${table.name} was changed outside Quartet: it differs from its history.` })
    }
  }
  for (const [id, kept] of last) {
    if (kept !== null && !seen.has(id)) {
      problems.push({ kind: 'row-removed', table: table.name, row: id, message: `A row of ${table.name} was removed outside Quartet: the history still has it.` })
    }
  }
}

function checkFiles(db: ReadHandle, problems: Problem[]): void {
  for (const file of statement<{ id: string; name: string; sha256: string; bytes: Buffer }>(db, 'SELECT id, name, sha256, bytes FROM files').iterate()) {
    if (hash('sha256', file.bytes) !== file.sha256) {
      problems.push({ kind: 'file-changed', table: 'files', row: file.id, message: `The kept file ${file.name} is not the one that was put in.` })
    }
  }
}

/** Holds the schema against one made afresh by the same migrations; answers the tables that this one tracks. */
function checkSchema(db: ReadHandle, steps: readonly Migration[], problems: Problem[]): TrackedTable[] {
  const fresh = new Database(':memory:')
  try {
    migrate(fresh, steps.slice(0, versionOf(db.connection)))
    const sql = "SELECT type || ' ' || name AS name, ifnull(sql, '') AS sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    const asMade = new Map(fresh.prepare<[], { name: string; sql: string }>(sql).all().map((part) => [part.name, part.sql]))
    for (const part of statement<{ name: string; sql: string }>(db, sql).iterate()) {
      if (asMade.get(part.name) !== part.sql) problems.push(schemaProblem(part.name, 'is not as Quartet made it'))
      asMade.delete(part.name)
    }
    for (const name of asMade.keys()) problems.push(schemaProblem(name, 'is missing'))
    return trackedTables(fresh)
  } finally {
    fresh.close()
  }
}

function schemaProblem(name: string, what: string): Problem {
  return { kind: 'schema-changed', table: 'sqlite_master', row: name, message: `The ${name} of the workspace ${what}.` }
}

import { hash } from 'node:crypto'
import { z } from 'zod'
import { columnMatch, type ColumnMatch, type ImportKind, type ImportOutcome, type ImportRow, type RefusedRow } from '../../api/imports.ts'
import { build, first, inserter, isUndone, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'

/**
 * What `imports.fields` holds: the stored columns that the file spoke of, the local authority it was narrowed to, the sheet that was read,
 * and how its columns were matched by hand.
 */
const scope = z.object({ fields: z.array(z.string()), la: z.string().nullable(), sheet: z.string().optional(), columns: columnMatch.optional() })
export type ImportScope = z.infer<typeof scope>

/** An import as it is stored, with who applied it. */
export type StoredImport = Omit<ImportRow, 'undone'>

const ROW = `i.id, i.kind, i.file_name AS fileName, i.sha256, i.encoding, i.file_date AS fileDate, i.applied_at AS at, t.officer, i.rows, i.added, i.changed,
  i.status_changed AS statusChanged, i.unchanged, i.not_in_file AS notInFile, i.ignored, i.refused, i.transaction_id AS transactionId`

/** All imports, the newest first. */
export function listImports(db: ReadHandle): StoredImport[] {
  return statement<StoredImport>(db, `SELECT ${ROW} FROM imports i JOIN transactions t ON t.id = i.transaction_id ORDER BY i.id DESC`).all()
}

/** One import with what its page says beside the list; undefined where the workspace has no such import. */
export function findImport(db: ReadHandle, id: string): (StoredImport & { la: string | null; kept: boolean }) | undefined {
  const found = statement<StoredImport & { fields: string; kept: 0 | 1 }>(
    db,
    `SELECT ${ROW}, i.fields, i.file_id IS NOT NULL AS kept FROM imports i JOIN transactions t ON t.id = i.transaction_id WHERE i.id = ?`,
  ).get(id)
  if (!found) return undefined
  const { fields, kept, ...row } = found
  return { ...row, la: scope.parse(JSON.parse(fields)).la, kept: kept === 1 }
}

/** Who took a transaction back that is taken back: the latest undo that stands. */
export function undoneBy(db: ReadHandle, transactionId: string): { at: string; officer: string } | null {
  const undos = statement<{ id: string; at: string; officer: string }>(db, 'SELECT id, at, officer FROM transactions WHERE undoes = ? ORDER BY id DESC').all(transactionId)
  const standing = undos.find(({ id }) => !isUndone({ read: db }, id))
  return standing ? { at: standing.at, officer: standing.officer } : null
}

/** The file of an import as the workspace keeps it. */
export function keptFile(db: ReadHandle, importId: string): { name: string; sha256: string; media: string; bytes: Buffer } | undefined {
  return statement<{ name: string; sha256: string; media: string; bytes: Buffer }>(
    db,
    'SELECT i.file_name AS name, i.sha256, f.media, f.bytes FROM imports i JOIN files f ON f.id = i.file_id WHERE i.id = ?',
  ).get(importId)
}

/** Keeps the rows that an import leaves out, so that its page can say why a school is missing a term later. */
export function keepRefused(db: WriteHandle, importId: string, rows: readonly RefusedRow[]): void {
  const insert = inserter(db, 'import_refusals', ['id', 'import_id', 'line', 'urn', 'reason'])
  for (const { line, urn, reason } of rows) insert([db.newId(), importId, line, urn, reason])
}

/** A file of an import, as it was kept. */
export interface KeptImport {
  kind: ImportKind
  date: CivilDate
  name: string
  bytes: Buffer
  scope: ImportScope
}

/** Files in force of the given kinds that describe a later day than `date`, with their bytes; the earliest first. */
export function laterFiles(db: ReadHandle, kinds: readonly ImportKind[], date: CivilDate): KeptImport[] {
  const rows = statement<Omit<KeptImport, 'scope'> & { fields: string; transactionId: string }>(
    db,
    `SELECT i.kind, i.file_date AS date, i.file_name AS name, f.bytes, i.fields, i.transaction_id AS transactionId
     FROM imports i JOIN files f ON f.id = i.file_id
     WHERE i.kind IN (SELECT value FROM json_each(?)) AND i.file_date > ? ORDER BY i.file_date, i.id`,
  ).all(JSON.stringify(kinds), date)
  return rows
    .filter((row) => !isUndone({ read: db }, row.transactionId))
    .map(({ fields, transactionId: _by, ...kept }) => ({ ...kept, scope: scope.parse(JSON.parse(fields)) }))
}

/** Files in force of one kind that describe the same day and are not the same file, with when they came; the latest first. */
export function filesOfDay(db: ReadHandle, kind: ImportKind, date: CivilDate, sha256: string): { name: string; at: string; officer: string; la: string | null }[] {
  const rows = statement<{ name: string; at: string; officer: string; fields: string; transactionId: string }>(
    db,
    `SELECT i.file_name AS name, i.applied_at AS at, t.officer, i.fields, i.transaction_id AS transactionId
     FROM imports i JOIN transactions t ON t.id = i.transaction_id
     WHERE i.kind = ? AND i.file_date = ? AND i.sha256 <> ? ORDER BY i.id DESC`,
  ).all(kind, date, sha256)
  return rows
    .filter((row) => !isUndone({ read: db }, row.transactionId))
    .map(({ name, at, officer, fields }) => ({ name, at, officer, la: scope.parse(JSON.parse(fields)).la }))
}

/** Whether the same file was imported in the same way before, and not undone since. */
export function isImported(db: WriteHandle, outcome: ImportOutcome, la: string | null): boolean {
  const rows = statement<{ transactionId: string; fields: string }>(
    db,
    'SELECT transaction_id AS transactionId, fields FROM imports WHERE kind = ? AND sha256 = ? AND file_date IS ? AND transaction_id <> ?',
  ).all(outcome.kind, outcome.sha256, outcome.fileDate, db.transactionId)
  return rows.some((row) => !isUndone({ read: db }, row.transactionId) && scope.parse(JSON.parse(row.fields)).la === la)
}

/** Opens the import's row, so that what it brings can point at it. */
export function insertImport(db: WriteHandle, id: string, subject: Pick<ImportOutcome, 'kind' | 'fileName' | 'sha256' | 'encoding' | 'fileDate'>, of: ImportScope): void {
  run(
    db,
    build.insertInto('imports').values({
      id,
      kind: subject.kind,
      file_name: subject.fileName,
      sha256: subject.sha256,
      file_id: null,
      encoding: subject.encoding,
      file_date: subject.fileDate,
      fields: JSON.stringify(of),
      rows: 0,
      added: 0,
      changed: 0,
      status_changed: 0,
      unchanged: 0,
      not_in_file: 0,
      ignored: 0,
      refused: 0,
      transaction_id: db.transactionId,
      applied_at: db.at,
    }),
  )
}

/** Completes the import's row with its counts and the file itself. */
export function finishImport(db: WriteHandle, id: string, outcome: ImportOutcome, fileId: string): void {
  run(
    db,
    build
      .updateTable('imports')
      .set({
        file_id: fileId,
        rows: outcome.rows,
        added: outcome.added,
        changed: outcome.changed,
        status_changed: outcome.statusChanged,
        unchanged: outcome.unchanged,
        not_in_file: outcome.notInFile,
        ignored: outcome.ignored,
        refused: outcome.refusedCount,
      })
      .where('id', '=', id),
  )
}

/** How the columns of a file with these headings were matched last, and on which day. */
export function latestMatch(db: ReadHandle, kind: ImportKind, headingsHash: string): { columns: ColumnMatch; on: CivilDate } | null {
  const query = build.selectFrom('import_mappings').select(['columns', 'matched_on']).where('kind', '=', kind).where('headings_hash', '=', headingsHash)
  const row = first(db, query.orderBy('id', 'desc'))
  return row ? { columns: columnMatch.parse(JSON.parse(row.columns)), on: row.matched_on } : null
}

/** Remembers a match for the next file with these headings. */
export function insertMatch(db: WriteHandle, kind: ImportKind, headingsHash: string, columns: ColumnMatch, on: CivilDate): void {
  run(db, build.insertInto('import_mappings').values({ id: db.newId(), kind, headings_hash: headingsHash, columns: JSON.stringify(columns), matched_on: on }))
}

/** Keeps a packed file, once: its hash is that of the kept bytes, which `verify` checks. */
export function keepFile(db: WriteHandle, name: string, bytes: Buffer): string {
  const sha256 = hash('sha256', bytes)
  const kept = first(db, build.selectFrom('files').select('id').where('sha256', '=', sha256).where('name', '=', name))
  if (kept) return kept.id
  const id = db.newId()
  run(db, build.insertInto('files').values({ id, name, media: 'application/gzip', sha256, size: bytes.length, bytes }))
  return id
}

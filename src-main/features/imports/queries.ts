import { hash } from 'node:crypto'
import { z } from 'zod'
import type { ImportKind, ImportOutcome } from '../../api/imports.ts'
import { build, first, isUndone, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'

/** What `imports.fields` holds: the stored columns that the file spoke of, and the local authority it was narrowed to. */
const scope = z.object({ fields: z.array(z.string()), la: z.string().nullable() })
export type ImportScope = z.infer<typeof scope>

export interface ImportRow {
  id: string
  kind: ImportKind
  fileName: string
  sha256: string
  fileDate: CivilDate | null
  at: string
  officer: string
  added: number
  changed: number
  transactionId: string
}

/** All imports, the newest first. */
export function listImports(db: ReadHandle): ImportRow[] {
  return statement<ImportRow>(
    db,
    `SELECT i.id, i.kind, i.file_name AS fileName, i.sha256, i.file_date AS fileDate, i.applied_at AS at, t.officer, i.added, i.changed,
       i.transaction_id AS transactionId
     FROM imports i JOIN transactions t ON t.id = i.transaction_id ORDER BY i.id DESC`,
  ).all()
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

/** Keeps a packed file, once: its hash is that of the kept bytes, which `verify` checks. */
export function keepFile(db: WriteHandle, name: string, bytes: Buffer): string {
  const sha256 = hash('sha256', bytes)
  const kept = first(db, build.selectFrom('files').select('id').where('sha256', '=', sha256).where('name', '=', name))
  if (kept) return kept.id
  const id = db.newId()
  run(db, build.insertInto('files').values({ id, name, media: 'application/gzip', sha256, size: bytes.length, bytes }))
  return id
}

export function importTransaction(db: ReadHandle, id: string): string | undefined {
  return first(db, build.selectFrom('imports').select('transaction_id').where('id', '=', id))?.transaction_id
}

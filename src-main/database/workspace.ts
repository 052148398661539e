import type Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { cleanText } from '../domain/clean-text.ts'
import type { Clock } from '../domain/clock.ts'
import { Refusal } from '../domain/refusal.ts'
import { backUpTo } from './backup.ts'
import { connect, createFile, migrate, removeFile, versionOf } from './connection.ts'
import { currentVersion, migrations, type Migration } from './migrations/index.ts'
import { asRefusal } from './failures.ts'
import { statement, type ReadHandle, type WriteHandle } from './handles.ts'
import type { IdSource } from './ids.ts'
import { sealTransaction } from './seal.ts'

/** Who changes, when, and with which ids: injected, so that tests and samples say the same at every run. */
export interface Desk {
  readonly clock: Clock
  readonly newId: IdSource
  readonly officer: () => string
}

/** What one change may say of itself beside its summary. */
export interface ChangeOptions {
  /** The transaction that this one takes back. */
  undoes?: string
  /** It cannot be undone (an issued paper stays issued). */
  final?: boolean
  /** The rows of the register that it adds are not kept a second time in the history: their digest is. */
  bulk?: boolean
}

export interface Changed<T> {
  readonly transactionId: string
  readonly result: T
}

/** An open workspace. Reading goes through `read`; writing only through `change` and `longChange`. */
export interface Workspace {
  readonly file: string
  readonly read: ReadHandle
  /** One transaction: all of `work`, its history and its seal, or nothing. */
  change<T>(summary: string, work: (db: WriteHandle) => T, options?: ChangeOptions): Changed<T>
  /**
   * The same for work that takes seconds. It runs on a connection of its own, so that the screens go on reading what
   * stood before; other changes are refused with a sentence until it ends.
   */
  longChange<T>(summary: string, work: (db: WriteHandle) => Promise<T>, options?: ChangeOptions): Promise<Changed<T>>
  /** What long work is running, in words, or null. */
  busyWith(): string | null
  /** A number that is another one after any commit, of this or any other process. */
  stamp(): string
  /** A checked copy, made while the workspace is in use. */
  backUp(to: string): Promise<void>
  /** Checkpoints the log into the one file and closes it. */
  close(): void
}

// The brands of ReadHandle and WriteHandle exist for the compiler only; these two functions are where they are given.
function readHandle(connection: Database.Database): ReadHandle {
  return { connection } as ReadHandle
}

function begin(connection: Database.Database, desk: Desk, summary: string, options: ChangeOptions): { db: WriteHandle; firstSeq: number } {
  connection.exec('BEGIN IMMEDIATE')
  const transactionId = desk.newId()
  const at = desk.clock.now().toISOString()
  const officer = cleanText(desk.officer()).trim()
  const db = { connection, transactionId, at, officer, newId: desk.newId } as WriteHandle
  const last = statement<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM history').get()
  // One that another program left behind must not stop Quartet; `verify` shows it.
  statement(db, 'DELETE FROM change_context').run()
  statement(db, 'INSERT INTO change_context (one, transaction_id, at, officer, bulk) VALUES (1, ?, ?, ?, ?)').run(transactionId, at, officer, options.bulk ? 1 : 0)
  statement(db, 'INSERT INTO transactions (id, at, officer, summary, undoes, final) VALUES (?, ?, ?, ?, ?, ?)').run(
    transactionId,
    at,
    officer,
    cleanText(summary),
    options.undoes ?? null,
    options.final ? 1 : 0,
  )
  return { db, firstSeq: (last?.seq ?? 0) + 1 }
}

function commit(db: WriteHandle, firstSeq: number): void {
  sealTransaction(db, db.transactionId, firstSeq)
  statement(db, 'DELETE FROM change_context').run()
  db.connection.exec('COMMIT')
}

function rollBack(connection: Database.Database): void {
  if (connection.inTransaction) connection.exec('ROLLBACK')
}

function wrap(file: string, connection: Database.Database, desk: Desk): Workspace {
  const read = readHandle(connection)
  let longWork: string | null = null
  const refuseDuringLongWork = () => {
    if (longWork !== null) throw new Refusal('busy-importing', `${longWork} is still running. Nothing was changed. Try again when it has finished.`)
  }
  return {
    file,
    read,
    change(summary, work, options = {}) {
      refuseDuringLongWork()
      try {
        const { db, firstSeq } = begin(connection, desk, summary, options)
        const result = work(db)
        commit(db, firstSeq)
        return { transactionId: db.transactionId, result }
      } catch (error) {
        rollBack(connection)
        throw asRefusal(error, file)
      }
    },
    async longChange(summary, work, options = {}) {
      refuseDuringLongWork()
      longWork = summary
      let own: Database.Database | null = null
      try {
        own = connect(file)
        // Each row has triggers, so SQLite notes how to take each statement back; on disk that costs more than the rows.
        own.pragma('temp_store = MEMORY')
        const { db, firstSeq } = begin(own, desk, summary, options)
        const result = await work(db)
        commit(db, firstSeq)
        return { transactionId: db.transactionId, result }
      } catch (error) {
        if (own) rollBack(own)
        throw asRefusal(error, file)
      } finally {
        own?.close()
        longWork = null
      }
    },
    busyWith: () => longWork,
    stamp() {
      const other = connection.pragma('data_version', { simple: true })
      const own = statement<{ entries: number }>(read, 'SELECT entries FROM history_head').get()
      return `${String(other)}:${own?.entries ?? 0}`
    },
    backUp: (to) => backUpTo(connection, file, to),
    close() {
      if (!connection.open) return
      try {
        connection.pragma('optimize')
        // A running import holds the log: what it has not committed is dropped with its connection.
        connection.pragma(`wal_checkpoint(${longWork === null ? 'TRUNCATE' : 'PASSIVE'})`)
      } catch (error) {
        // On a full disk what was saved stays in the log beside the file, and the next opening takes it in.
        if (!(asRefusal(error, file) instanceof Refusal)) throw error
      } finally {
        connection.close()
      }
    },
  }
}

/**
 * Makes a new workspace file. `fill` writes what a workspace must hold from its first day; if it fails, no file stays.
 *
 * @param steps of the schema; fewer make one of an older version, to show what becomes of it
 */
export function createWorkspace(file: string, desk: Desk, fill: (workspace: Workspace) => void, steps: readonly Migration[] = migrations): Workspace {
  let made: Database.Database | null = null
  try {
    made = createFile(file, steps)
    const workspace = wrap(file, made, desk)
    fill(workspace)
    return workspace
  } catch (error) {
    if (made) {
      made.close()
      removeFile(file)
    }
    throw asRefusal(error, file)
  }
}

/** A name that no file has: a copy from an earlier, broken attempt stays where it is. */
function freeName(stem: string): string {
  let name = `${stem}.quartet`
  for (let n = 2; existsSync(name); n += 1) name = `${stem} (${n}).quartet`
  return name
}

/** Opens a workspace. One of an older version is first copied beside itself, then migrated. */
export async function openWorkspace(file: string, desk: Desk): Promise<Workspace> {
  try {
    const connection = connect(file)
    try {
      const version = versionOf(connection)
      if (version < currentVersion) {
        await backUpTo(connection, file, freeName(`${file.replace(/\.quartet$/, '')} before version ${currentVersion}`))
        migrate(connection)
      }
      return wrap(file, connection, desk)
    } catch (error) {
      connection.close()
      throw error
    }
  } catch (error) {
    throw asRefusal(error, basename(file))
  }
}

import Database from 'better-sqlite3'
import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from '../domain/refusal.ts'
import { migrations, type Migration } from './migrations/index.ts'

/** "QTET" as a number: tells a Quartet workspace from any other SQLite file. */
export const APPLICATION_ID = 0x51544554

/** Set on every connection, then asked back: a pragma that SQLite does not know is silently nothing. */
const PRAGMAS: readonly (readonly [name: string, value: string, answer: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['recursive_triggers', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', '5000', 5000],
]

function pragmaNumber(connection: Database.Database, name: string): number {
  const value = connection.pragma(name, { simple: true })
  if (typeof value !== 'number') throw new Error(`PRAGMA ${name} did not answer a number`)
  return value
}

function setPragmas(connection: Database.Database): void {
  for (const [name, value, answer] of PRAGMAS) {
    connection.pragma(`${name} = ${value}`)
    const now = connection.pragma(name, { simple: true })
    if (now !== answer) throw new Error(`PRAGMA ${name} is ${String(now)}, not ${answer}`)
  }
}

/**
 * Opens a connection to an existing workspace and sets its pragmas.
 *
 * Refuses what is no workspace and what a newer Quartet wrote, before anything is changed.
 */
export function connect(file: string, steps: readonly Migration[] = migrations): Database.Database {
  if (!existsSync(file)) {
    refuse('no-such-workspace', `There is no workspace at ${file}. Check the name, or make a new one.`)
  }
  if (!statSync(file).isFile()) refuse('not-a-workspace', `${file} is a folder, not a Quartet workspace. Choose a file that ends in .quartet.`)
  const connection = new Database(file, { fileMustExist: true, timeout: 5_000 })
  try {
    if (pragmaNumber(connection, 'application_id') !== APPLICATION_ID) {
      refuse('not-a-workspace', `${file} is not a Quartet workspace. It was not changed. Choose a file that ends in .quartet.`)
    }
    const version = pragmaNumber(connection, 'user_version')
    if (version > steps.length) {
      refuse(
        'workspace-newer',
        `${file} was written by a newer Quartet (workspace version ${version}; this one knows ${steps.length}). It was not changed. Open it with the newer Quartet.`,
      )
    }
    setPragmas(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Which step of the schema a connection stands at. */
export function versionOf(connection: Database.Database): number {
  return pragmaNumber(connection, 'user_version')
}

/** Brings the schema up to date. Each step and its stamp are one transaction, so a crash leaves the version before. */
export function migrate(connection: Database.Database, steps: readonly Migration[] = migrations): void {
  for (const step of steps.slice(versionOf(connection))) {
    connection.exec('BEGIN IMMEDIATE')
    try {
      connection.exec(step.sql)
      connection.pragma(`user_version = ${step.version}`)
      connection.exec('COMMIT')
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
}

/** Takes away a workspace file that was not finished. */
export function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

/** Makes the file of a new, empty workspace and answers its connection. Refuses to write over anything; leaves no half file. */
export function createFile(file: string, steps: readonly Migration[] = migrations): Database.Database {
  if (existsSync(file)) {
    refuse('workspace-exists', `There is already a file at ${file}. It was not changed. Choose another name, or open that one.`)
  }
  if (!existsSync(dirname(file))) refuse('no-such-folder', `There is no folder ${dirname(file)}. Make it first, or choose another place.`)
  const connection = new Database(file, { timeout: 5_000 })
  try {
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    setPragmas(connection)
    migrate(connection, steps)
    return connection
  } catch (error) {
    connection.close()
    removeFile(file)
    throw error
  }
}

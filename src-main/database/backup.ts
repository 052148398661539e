import Database from 'better-sqlite3'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal, refuse } from '../domain/refusal.ts'
import { asRefusal } from './failures.ts'

/** In bytes, with room for the ending that an unfinished copy has. */
const LONGEST_NAME = 240

/**
 * Copies an open workspace with SQLite's own backup interface, checks the copy, and only then gives it its name.
 * Refuses to write over an existing file, so that a backup never replaces a better one.
 */
export async function backUpTo(connection: Database.Database, file: string, to: string): Promise<void> {
  if (existsSync(to)) {
    refuse('backup-exists', `There is already a file at ${to}. It was not changed. Choose another name for the copy.`)
  }
  if (Buffer.byteLength(basename(to)) > LONGEST_NAME) {
    refuse('name-not-for-a-file', 'That name is too long for a file. Nothing was written. Choose a shorter one.')
  }
  if (!existsSync(dirname(to))) {
    refuse('no-such-folder', `There is no folder ${dirname(to)}. Make it first, or choose another place for the copy.`)
  }
  const unfinished = `${to}.unfinished`
  try {
    removeUnfinished(unfinished)
    await connection.backup(unfinished)
    check(unfinished)
    renameSync(unfinished, to)
  } catch (error) {
    removeUnfinished(unfinished)
    throw asRefusal(error, error instanceof Error && 'code' in error ? to : file)
  }
}

/** A name that the file system does not take has left nothing to remove either. */
function removeUnfinished(unfinished: string): void {
  try {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true })
  } catch (error) {
    if (!(asRefusal(error, unfinished) instanceof Refusal)) throw error
  }
}

function check(copy: string): void {
  const connection = new Database(copy, { fileMustExist: true })
  try {
    connection.pragma('journal_mode = DELETE')
    const answer = connection.pragma('integrity_check', { simple: true })
    const foreign = connection.pragma('foreign_key_check')
    if (answer !== 'ok' || (Array.isArray(foreign) && foreign.length > 0)) {
      refuse('backup-unsound', 'The copy did not pass its check and was thrown away. Run "quartet verify" on the workspace before anything else.')
    }
  } finally {
    connection.close()
  }
}

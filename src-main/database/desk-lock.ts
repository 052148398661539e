import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { refuse } from '../domain/refusal.ts'

/** Held while a window has the workspace open. */
export interface DeskLock {
  release(): void
}

/**
 * Keeps a second window from opening the same workspace. The lock is an exclusive transaction on a small file beside
 * the workspace: the system lets go of it when the process ends, however it ends, so none is ever left behind.
 * The command line may still read and write while a window is open; SQLite orders the changes.
 */
export function takeDeskLock(workspaceFile: string): DeskLock {
  const file = `${workspaceFile}-open`
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      refuse('workspace-open', `The workspace ${workspaceFile} is already open in another Quartet window. Go to that window, or close it first.`)
    }
    throw error
  }
  return {
    release() {
      lock.exec('ROLLBACK')
      lock.close()
      rmSync(file, { force: true })
    },
  }
}

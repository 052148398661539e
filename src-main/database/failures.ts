import { Refusal } from '../domain/refusal.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * Turns what SQLite and the file system say into a sentence an officer can act on. What is not expected stays as it
 * is: a bug.
 */
export function asRefusal(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new Refusal('disk-full', 'The disk is full. Nothing of this change was kept, and everything saved before it is safe. Free some space and try again.')
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Refusal('workspace-busy', `Another program is writing to the workspace ${file}. Nothing was changed. Try again in a moment.`)
  }
  if (code === 'SQLITE_NOTADB') {
    return new Refusal('not-a-workspace', `${file} is not a Quartet workspace. It was not changed. Choose a file that ends in .quartet.`)
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new Refusal('workspace-damaged', `The workspace ${file} is damaged. It was not changed. Open the newest copy from its Backups folder.`)
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'SQLITE_PERM') {
    return new Refusal('read-only', `Quartet may not write at ${file}. Nothing was changed. Move the workspace to a folder where you may save files, then open it there.`)
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new Refusal('disk-trouble', `The disk did not take or give what Quartet asked of it at ${file}. Nothing of this change was kept. Check the disk and its free space, and try again.`)
  }
  if (code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') {
    return new Refusal('name-not-for-a-file', 'That name is too long for a file, or has characters that no file name may have. Nothing was written. Choose another name.')
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Refusal('no-such-place', `There is no file or folder at ${file}. Check the name, or make the folder first.`)
  }
  return error
}

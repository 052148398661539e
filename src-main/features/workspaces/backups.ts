import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Workspace } from '../../database/index.ts'
import { localMinute, localTimestamp, type Clock } from '../../domain/clock.ts'

const ENDING = '.quartet'

function folderOf(file: string): string {
  return join(dirname(file), 'Backups')
}

function nameOf(file: string): string {
  return basename(file, ENDING)
}

/**
 * Makes a checked copy: at `to`, or in the `Backups` folder beside the workspace, named by the officer's clock. Refuses
 * to write over a file.
 */
export async function backUp(workspace: Workspace, clock: Clock, to: string | undefined): Promise<{ path: string; at: string }> {
  const at = localTimestamp(clock)
  const path = to ?? freeName(workspace.file, at)
  await workspace.backUp(path)
  return { path, at: at.slice(0, 16) }
}

function freeName(file: string, at: string): string {
  mkdirSync(folderOf(file), { recursive: true })
  const stem = join(folderOf(file), `${nameOf(file)} ${at.slice(0, 10)} ${at.slice(11).replaceAll(':', '.')}`)
  let path = `${stem}${ENDING}`
  for (let n = 2; existsSync(path); n += 1) path = `${stem} (${n})${ENDING}`
  return path
}

/** When the newest copy beside the workspace was made, `YYYY-MM-DDTHH:MM` by the officer's clock, or null. */
export function lastBackup(file: string): string | null {
  const folder = folderOf(file)
  if (!existsSync(folder)) return null
  const times = readdirSync(folder)
    .filter((name) => name.startsWith(`${nameOf(file)} `) && name.endsWith(ENDING))
    .map((name) => statSync(join(folder, name)).mtimeMs)
  return times.length === 0 ? null : localMinute(new Date(Math.max(...times)).toISOString())
}

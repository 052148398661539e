/** Where Quartet keeps what is its own on this desk, and what day it is there. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { fixedClock, systemClock } from '../domain/clock.ts'
import type { Clock } from '../domain/clock.ts'
import { refuse } from '../domain/refusal.ts'

/**
 * The folder of the app's own settings and of the workspaces it makes itself. `QUARTET_HOME` names another one.
 *
 * @param user the person's home folder
 */
export function homeFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform, user = homedir()): string {
  if (env['QUARTET_HOME']) return env['QUARTET_HOME']
  if (platform === 'win32') return win32.join(env['APPDATA'] ?? win32.join(user, 'AppData', 'Roaming'), 'Quartet')
  if (platform === 'darwin') return posix.join(user, 'Library', 'Application Support', 'Quartet')
  return posix.join(env['XDG_DATA_HOME'] || posix.join(user, '.local', 'share'), 'quartet')
}

/**
 * Makes the folder of the app's own settings where it is not there yet. Refuses one that cannot be written: a window
 * keeps in it which workspaces it knows and who the officer is.
 */
export function readyHome(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    refuse('home-not-ready', `Quartet may not save its settings in the folder ${folder}. No workspace was changed. Check that it is a folder where you may save files, or name another one in QUARTET_HOME.`)
  }
}

/** The clock, which `QUARTET_TODAY` (a civil date) makes stand still at noon of that day. */
export function deskClock(env: NodeJS.ProcessEnv = process.env): Clock {
  const today = env['QUARTET_TODAY']
  if (!today) return systemClock
  const noon = `${today}T12:00:00.000Z`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(noon))) {
    refuse('no-date', `QUARTET_TODAY says "${today}", which is no date: write it as 2016-06-21, or leave it out.`)
  }
  return fixedClock(noon)
}

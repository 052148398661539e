/** A desk of its own for each test: a home folder and, where wanted, a fresh copy of the sample workspace. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export const root = join(import.meta.dirname, '..', '..')

export interface Desk {
  home: string
  /** The workspace to open, or `null` for what Quartet itself opens there. */
  workspace: string | null
  /** The environment that Quartet is started in. */
  env: Record<string, string>
  remove(): void
}

/** Makes the sample workspace with the build's own command line, once for all tests of a worker. */
export function makeSample(): { file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'quartet sample '))
  const run = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), 'demo', '--out', folder, '--json'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The sample workspace could not be made. ${run.stderr}`)
  const { workspace } = z.object({ workspace: z.string() }).parse(JSON.parse(run.stdout))
  return { file: workspace, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * @param sample the workspace to copy, or `null` for a first day
 * @param today a civil date at which the clock stands still
 */
export function setDesk(sample: string | null, today: string): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'quartet desk '))
  const home = join(folder, 'home')
  mkdirSync(home)
  const workspace = sample === null ? null : join(folder, 'Sample workspace.quartet')
  if (sample !== null && workspace !== null) copyFileSync(sample, workspace)
  return {
    home,
    workspace,
    env: { ...inherited(), QUARTET_HOME: home, QUARTET_TODAY: today },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

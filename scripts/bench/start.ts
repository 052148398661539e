/** `npm start` with nothing changed since the last one: from the command to a listening host. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { percentile, report, type Measure } from './report.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Starts Quartet without a window and stops it as Ctrl+C does; answers the milliseconds until it listened. */
async function start(home: string): Promise<number> {
  const begun = performance.now()
  const quartet = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), '--no-open'], {
    cwd: ROOT,
    env: { ...process.env, QUARTET_HOME: home },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => quartet.once('exit', resolve))
  const listening = await new Promise<number>((resolve, reject) => {
    quartet.stdout.on('data', (said: Buffer) => {
      if (said.includes('http://')) resolve(performance.now() - begun)
    })
    quartet.once('exit', (code) => reject(new Error(`npm start ended with ${String(code)} before it listened`)))
  })
  // The whole group, as a terminal does.
  process.kill(-(quartet.pid ?? 0), 'SIGINT')
  await ended
  return listening
}

export async function measureStart(): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'quartet measure '))
  try {
    await start(home)
    const times = [await start(home), await start(home), await start(home)]
    return [{ what: 'second start, nothing changed: to a listening host, slowest of three', value: percentile(times, 100), unit: 'ms', limit: 3_000 }]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

if (import.meta.main) report(await measureStart())

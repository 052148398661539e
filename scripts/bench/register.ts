/**
 * How long the national register takes from file to queryable, with history: against a bare loop that parses the same
 * file with the same library and inserts all its columns with one prepared statement in one transaction.
 *
 * Prints one line of JSON a measure. Run by Node 24 straight from source: `node --expose-gc scripts/bench/register.ts`.
 */
import Database from 'better-sqlite3'
import { parse } from 'csv-parse'
import { existsSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createWorkspace, randomIds, statement, undoTransaction, verify } from '../../src-main/database/index.ts'
import { systemClock } from '../../src-main/domain/clock.ts'
import { applyImport, planImport } from '../../src-main/features/imports/run.ts'

const NATIONAL = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'gias-england-2024-10-28.csv.gz')

function say(line: Record<string, string | number | boolean>): void {
  console.log(JSON.stringify(line))
}

/** Milliseconds of a piece of work by the clock and of processors, and the most memory seen in its course, in MB. */
async function measured(work: () => Promise<void>): Promise<{ ms: number; cpuMs: number; peakMb: number }> {
  globalThis.gc?.()
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(before)
  const ms = Math.round(performance.now() - start)
  clearInterval(watch)
  return { ms, cpuMs: Math.round((user + system) / 1_000), peakMb: Math.round(Math.max(peak, process.memoryUsage.rss()) / 1_048_576) }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** The bare loop, all that the workspace keeps: no cleaning, no checks, no history, no search. */
async function bareLoop(file: File, to: string): Promise<void> {
  const db = new Database(to)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  let insert: Database.Statement<unknown[]> | null = null
  db.exec('BEGIN')
  const rows: AsyncIterable<string[]> = Readable.from(file.stream()).pipe(createGunzip()).pipe(parse())
  for await (const cells of rows) {
    if (insert) {
      insert.run(...cells)
      continue
    }
    db.exec(`CREATE TABLE register (${cells.map((heading) => `"${heading}" TEXT`).join(', ')}) STRICT`)
    insert = db.prepare(`INSERT INTO register VALUES (${cells.map(() => '?').join(', ')})`)
  }
  db.exec('COMMIT')
  db.close()
}

/** Measures the national register; says so and goes on where the file is not there. */
export async function benchRegister(rounds = 3): Promise<void> {
  if (!existsSync(NATIONAL)) {
    say({ bench: 'register', skipped: 'the national register file is not beside the repository' })
    return
  }
  const file = new File([await openAsBlob(NATIONAL)], 'gias-england-2024-10-28.csv.gz')
  const folder = mkdtempSync(join(tmpdir(), 'quartet-bench-'))
  const desk = { clock: systemClock, newId: randomIds, officer: () => 'Bench' }
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const bare = await measured(() => bareLoop(file, join(folder, `bare-${round}.db`)))
      const workspace = createWorkspace(join(folder, `${round}.quartet`), desk, () => undefined)
      let digest = ''
      let transaction = ''
      const preview = await measured(async () => {
        digest = (await planImport(workspace.read, { kind: 'register', file })).digest
      })
      const apply = await measured(async () => {
        transaction = (await applyImport(workspace, { kind: 'register', file }, digest)).transactionId ?? ''
        statement(workspace.read, 'SELECT count(*) FROM schools').get()
      })
      say({ bench: 'register', round, bareMs: bare.ms, previewMs: preview.ms, applyMs: apply.ms, ratio: hundredths(apply.ms / bare.ms), cpuRatio: hundredths(apply.cpuMs / bare.cpuMs), limit: 3, peakMb: Math.max(preview.peakMb, apply.peakMb), peakLimitMb: 400 })
      if (round === rounds) {
        const checked = await measured(async () => say({ bench: 'register verify', ok: verify(workspace.read).ok }))
        const undone = await measured(async () => void (await undoTransaction(workspace, transaction)))
        say({ bench: 'register', verifyMs: checked.ms, verifyPeakMb: checked.peakMb, undoMs: undone.ms, undoPeakMb: undone.peakMb })
      }
      workspace.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await benchRegister(Number(process.argv[2] ?? 3))

import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportKind, ImportOutcome } from '../../../api/imports.ts'
import { createWorkspace, openWorkspace, randomIds, statement, undoTransaction, verify, type ReadHandle, type Workspace } from '../../../database/index.ts'
import { fixedClock } from '../../../domain/clock.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { seedTypes } from '../../figures/queries.ts'
import { applyImport, planImport } from '../run.ts'
import { chanceOf, spoiltFile, type SoundFiles, type SpoiltFile } from './spoilt-files.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'imports', 'fixtures')

/** What a run of spoilt files came to. `problems` names each file by its seed, so that it can be made again. */
export interface FuzzReport {
  files: number
  refused: number
  planned: number
  applied: number
  problems: string[]
  /** The preview that took the most of a processor, in milliseconds: by the clock, other work would count as well. */
  slowest: { cpuMs: number; clockMs: number; bytes: number; seed: number; how: string }
}

/** Files as they are meant to be, of real extracts and of the other kinds. */
export function soundFiles(): SoundFiles {
  const register = ['birmingham-2024-10-28.csv', 'birmingham-2025-01-21.csv', 'birmingham-2015-04-07.csv', 'windows-1252-2024-10-28.csv'].map((name) => readFileSync(join(FIXTURES, name)))
  const urns = ['103122', '103362', '103514', '103300', '103627']
  const table = (head: string, rows: readonly string[]) => Buffer.from(`${[head, ...rows].join('\r\n')}\r\n`)
  return {
    register,
    links: [table('URN,LinkURN,LinkName,LinkType,LinkEstablishedDate', urns.map((urn, i) => `${urn},10${3000 + i},School ${i},${i % 2 === 0 ? 'Predecessor' : 'Successor - merged'},01-09-201${i}`))],
    visits: [table('URN,Date,Visitor,Kind,Status,Counts,Purpose,Note', urns.map((urn, i) => `${urn},${10 + i}/05/2016,District Lead,visit,completed,yes,Termly visit,"A note, of ${i} lines"`))],
    attendance: [table('Group,District,Meeting date,URN,Attended', urns.map((urn, i) => `Yardley DSG,Yardley,12/05/2016,${urn},${i % 2 === 0 ? 'yes' : 'no'}`))],
    needs: [table('URN,Decision date,Requires package,Reason', urns.map((urn, i) => `${urn},14-01-2016,${i % 2 === 0 ? 'yes' : 'no'},Results below floor`))],
    outcomes: [table('URN,Publication date,Inspection start date,Overall effectiveness', urns.map((urn, i) => `${urn}.0,31/08/2015,${10 + i}/03/2015,${i % 2 === 0 ? '2' : '9'}`))],
    districts: [table('URN,District', urns.map((urn, i) => `${urn},${i % 2 === 0 ? 'Birmingham, Yardley' : 'Perry Barr'}`.replace(/,(Birmingham, \w+)/, ',"$1"')))],
  }
}

/** How many files are tried on one workspace before a fresh one is taken: histories would grow without end. */
const ON_ONE = 100
/** Tables that an undone import leaves its story in. */
const STORY = new Set(['transactions', 'imports', 'import_refusals', 'files', 'establishment_types'])

const desk = { clock: fixedClock('2016-06-14T09:30:00.000Z'), newId: randomIds, officer: () => 'Fuzz' }

/**
 * Tries spoilt files, each a plan or a refusal. What is applied does what its preview counted, is undone to what stood
 * before, and leaves nothing where it is refused or called off on the way.
 *
 * @param files how many
 * @param seed of the first; each file's is one more
 */
export async function fuzzImports(files: number, seed: number, each: (done: number, report: FuzzReport) => void = () => undefined): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'quartet fuzz '))
  const report: FuzzReport = { files, refused: 0, planned: 0, applied: 0, problems: [], slowest: { cpuMs: 0, clockMs: 0, bytes: 0, seed: 0, how: '' } }
  const sound = soundFiles()
  try {
    const template = await templateIn(folder, sound)
    for (let start = 0; start < files; start += ON_ONE) {
      const file = join(folder, `${start}.quartet`)
      copyFileSync(template, file)
      const workspace = await openWorkspace(file, desk)
      for (let at = start; at < Math.min(files, start + ON_ONE); at += 1) {
        await tryFile(workspace, spoiltFile(seed + at, sound), seed + at, report)
        each(at + 1, report)
      }
      const { problems } = verify(workspace.read)
      if (problems.length > 0) report.problems.push(`seeds ${seed + start} on: ${problems[0]?.message ?? ''}`)
      workspace.close()
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    }
    return report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A workspace in use: a register with what was done at its schools. */
async function templateIn(folder: string, sound: SoundFiles): Promise<string> {
  const path = join(folder, 'Template.quartet')
  const workspace = createWorkspace(path, desk, (made) => made.change('Types', (db) => seedTypes(db)))
  for (const kind of ['register', 'links', 'visits', 'attendance', 'needs'] as const) {
    const [bytes] = sound[kind]
    if (!bytes) continue
    const file = fileOf({ kind, name: `${kind} 2016-01-01.csv`, bytes, how: [] })
    const { digest } = await planImport(workspace.read, { kind, file })
    await applyImport(workspace, { kind, file }, digest)
  }
  workspace.close()
  return path
}

function fileOf({ bytes, name }: SpoiltFile): File {
  return new File([new Uint8Array(bytes)], name)
}

async function tryFile(workspace: Workspace, spoilt: SpoiltFile, seed: number, report: FuzzReport): Promise<void> {
  const source = { kind: spoilt.kind, file: fileOf(spoilt) }
  const wrong = (words: string) => report.problems.push(`seed ${seed} (${spoilt.kind}, ${spoilt.how.join(', ')}): ${words}`)
  try {
    const [started, cpu] = [performance.now(), process.cpuUsage()]
    const plan = await refusable(() => planImport(workspace.read, source))
    const { user, system } = process.cpuUsage(cpu)
    const cpuMs = Math.round((user + system) / 1_000)
    if (cpuMs > report.slowest.cpuMs) report.slowest = { cpuMs, clockMs: Math.round(performance.now() - started), bytes: spoilt.bytes.length, seed, how: spoilt.how.join(', ') }
    if (plan === null) {
      report.refused += 1
      return
    }
    report.planned += 1
    const { added, changed, unchanged, ignored, refusedCount, rows } = plan
    if (added + changed + unchanged + ignored + refusedCount !== rows) wrong('the counts of the preview do not add up')
    if (chanceOf(seed).below(4) === 0) await applied(workspace, source, plan, wrong, report)
  } catch (error) {
    wrong(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** The table in which each added record is one row; a district or an outcome may move more than one stretch of its school. */
const COUNTED: Readonly<Partial<Record<ImportKind, string>>> = { register: 'schools', links: 'school_links', visits: 'visits', attendance: 'school_attendance', needs: 'need_judgements' }

/** First as what must fail and leave nothing, then as it is meant, then taken back. */
async function applied(workspace: Workspace, source: { kind: ImportKind; file: File }, plan: ImportOutcome, wrong: (words: string) => void, report: FuzzReport): Promise<void> {
  const before = fingerprint(workspace.read)
  const table = COUNTED[source.kind]
  const rows = () => (table === undefined ? 0 : (statement<{ n: number }>(workspace.read, `SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0))
  const count = rows()
  if ((await refusable(() => applyImport(workspace, source, 'another digest'))) !== null && plan.added + plan.changed > 0) wrong('a preview of something else was applied')
  const calledOff = new AbortController()
  calledOff.abort()
  await applyImport(workspace, source, plan.digest, { report: () => undefined, signal: calledOff.signal }).then(() => wrong('it went on after it was called off'), () => undefined)
  if (fingerprint(workspace.read) !== before) wrong('half of it was applied')
  const done = await applyImport(workspace, source, plan.digest)
  const counted = (outcome: ImportOutcome) => JSON.stringify([outcome.added, outcome.changed, outcome.statusChanged, outcome.unchanged, outcome.refusedCount])
  if (counted(done) !== counted(plan)) wrong('it did something else than its preview counted')
  if (table !== undefined && rows() - count !== plan.added) wrong(`${rows() - count} rows were added, and the preview counted ${plan.added}`)
  report.applied += 1
  if (done.transactionId === null) return
  await undoTransaction(workspace, done.transactionId)
  if (fingerprint(workspace.read) !== before) wrong('undoing it did not restore what stood before')
}

async function refusable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && /Nothing was changed|No workspace was changed/.test(error.message)) return null
    throw error
  }
}

/** All rows of all tracked tables as one digest, without the story of imports. */
function fingerprint(db: ReadHandle): string {
  const hash = createHash('sha256')
  const tables = statement<{ name: string }>(db, "SELECT tbl_name AS name FROM sqlite_master WHERE type = 'trigger' AND name = 'history_' || tbl_name || '_insert' ORDER BY 1").all()
  for (const { name } of tables.filter((table) => !STORY.has(table.name))) {
    hash.update(name)
    // A row that was taken away and put back may have another row number.
    for (const row of statement<Record<string, unknown>>(db, `SELECT * FROM ${name} ORDER BY id`).iterate()) hash.update(JSON.stringify({ ...row, n: null }))
  }
  return hash.digest('hex')
}

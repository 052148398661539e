/**
 * A page of the school list in the core: any filter, any sort, anywhere in the list, over the national number of rows
 * and over ten times as many, asked through the router.
 */
import { createRouterClient } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { newWorkspace, openCore, type Core } from '../../src-main/core.ts'
import { fixedClock } from '../../src-main/domain/clock.ts'
import { percentile, report, type Measure } from './report.ts'

/** Records of the national register of October 2024. */
export const NATIONAL = 51_331
const QUESTIONS = 400
const PHASES = ['Primary', 'Secondary', 'Nursery', 'Not applicable', '16 plus', 'All-through', 'Middle deemed secondary']
const TYPES = ['Community school', 'Academy converter', 'Academy sponsor led', 'Voluntary aided school', 'Other independent school', 'Free schools', 'Foundation school']
const DISTRICTS = ['Edgbaston', 'Erdington', 'Hall Green', 'Hodge Hill', 'Ladywood', 'Northfield', 'Perry Barr', 'Selly Oak', 'Sutton Coldfield', 'Yardley']
const STATUSES = ['Open', 'Closed', 'Open, but proposed to close', 'Proposed to open']
const WORDS = ['Ash', 'Beacon', 'Calder', 'Dene', 'Elm', 'Ford', 'Green', 'Hill', 'Ivy', 'Kings', 'Lea', 'Moor', 'North', 'Oak', 'Park', 'Queens', 'Rise', 'South', 'Thorn', 'Vale']
const SORTS = ['name', 'urn', 'type', 'phase', 'district', 'lastVisit'] as const

/** A generator of its own, so that every run asks the same questions. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Namer = (next: (below: number) => number) => string
const someWords: Namer = (next) => `${WORDS[next(20)] ?? ''} ${WORDS[next(20)] ?? ''} ${WORDS[next(20)] ?? ''} School`

/** Rows go in past the triggers: what is measured here is reading. */
export async function filled(folder: string, rows: number, nameOf: Namer = someWords): Promise<Core> {
  const file = join(folder, `${rows}.quartet`)
  const clock = fixedClock('2016-06-14T09:00:00.000Z')
  newWorkspace(file, folder, 'Measure', clock)
  const core = await openCore({ home: folder, workspaceFile: file, clock })
  const { connection } = core.context().workspace.read
  const next = chance(rows)
  for (const table of ['schools', 'school_facts']) connection.exec(`DROP TRIGGER history_${table}_insert`)
  const school = connection.prepare('INSERT INTO schools (id, urn, name, phase, town) VALUES (?, ?, ?, ?, ?)')
  const fact = connection.prepare("INSERT INTO school_facts (id, school_id, fact, value, valid_from) VALUES (?, ?, ?, ?, '2010-01-01')")
  connection.exec('BEGIN')
  for (let i = 0; i < rows; i++) {
    const id = `s${i}`
    const name = nameOf(next)
    school.run(id, String(100_000 + i), name, PHASES[next(PHASES.length)], 'Town')
    fact.run(`${id}t`, id, 'type', TYPES[next(TYPES.length)])
    fact.run(`${id}s`, id, 'status', STATUSES[next(12) < 9 ? 0 : next(4)])
    if (next(3) > 0) fact.run(`${id}d`, id, 'district', DISTRICTS[next(10)])
  }
  connection.exec('COMMIT')
  return core
}

async function timePages(core: Core, rows: number): Promise<number[]> {
  const client = createRouterClient(core.router, { context: core.context() })
  const next = chance(7)
  const some = <T>(values: readonly T[]) => values.filter(() => next(3) === 0)
  const times: number[] = []
  for (let i = 0; i < QUESTIONS + SORTS.length * 2; i++) {
    const warming = i < SORTS.length * 2
    const filter = {
      ...(next(2) === 0 ? { group: some(['maintained', 'academy', 'neither'] as const) } : {}),
      ...(next(2) === 0 ? { phase: some(PHASES) } : {}),
      ...(next(2) === 0 ? { district: some(DISTRICTS) } : {}),
      ...(next(2) === 0 ? { status: some(STATUSES) } : {}),
    }
    const question = {
      filter,
      sort: SORTS[(warming ? i : next(SORTS.length)) % SORTS.length] ?? 'name',
      descending: warming ? i >= SORTS.length : next(2) === 0,
      offset: next(2) === 0 ? 0 : next(rows),
      limit: 100,
    }
    const start = performance.now()
    await client.schools.list(question)
    if (!warming) times.push(performance.now() - start)
  }
  return times
}

export async function measureSchoolList(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quartet measure '))
  try {
    const p95: number[] = []
    const measures: Measure[] = []
    for (const rows of [NATIONAL, NATIONAL * 10]) {
      const core = await filled(folder, rows)
      const start = performance.now()
      await createRouterClient(core.router, { context: core.context() }).schools.facets()
      const index = performance.now() - start
      const times = await timePages(core, rows)
      core.close()
      p95.push(percentile(times, 95))
      measures.push({ what: `school list, ${rows} rows: page, 95th percentile`, value: percentile(times, 95), unit: 'ms', ...(rows === NATIONAL ? { limit: 10 } : {}) })
      measures.push({ what: `school list, ${rows} rows: page, median`, value: percentile(times, 50), unit: 'ms' })
      measures.push({ what: `school list, ${rows} rows: index made afresh`, value: index, unit: 'ms' })
    }
    const [national = 0, tenfold = 0] = p95
    measures.push({ what: 'school list: ten times the rows, 95th percentile', value: tenfold / national, unit: 'times', limit: 2 })
    return measures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) report(await measureSchoolList())

/** Search over everything said, decided and agreed in ten years of all bodies, asked through the router. */
import { createRouterClient } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { questions, tenYears } from './committee-years.ts'
import { percentile, report } from './report.ts'

const QUESTIONS = 400

const folder = mkdtempSync(join(tmpdir(), 'quartet-committee-'))
const core = await tenYears(folder)
try {
  const client = createRouterClient(core.router, { context: core.context() })
  const bodies = await client.bodies.list()
  const timed = async (ask: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await ask()
    return performance.now() - start
  }
  const first = await timed(() => client.search.said({ words: 'telescope' }))
  const said: { time: number; question: string; total: number }[] = []
  for (const { bodyAt, ...question } of questions(QUESTIONS)) {
    const bodyId = bodies[bodyAt]?.id
    let total = 0
    const time = await timed(async () => (total = (await client.search.said({ ...question, ...(bodyId !== undefined && { bodyId }) })).total))
    said.push({ time, question: question.words, total })
  }
  const palette: number[] = []
  for (const { words } of questions(QUESTIONS)) palette.push(await timed(() => client.search.find({ words })))
  const afterWriting: number[] = []
  for (let i = 0; i < 10; i++) {
    const { id } = await client.meetings.create({ bodyId: bodies[0]?.id ?? '', date: '2026-07-01', time: '', place: '' })
    afterWriting.push(await timed(() => client.search.said({ words: 'visit plan' })))
    await client.meetings.delete({ id })
  }
  const slowest = said.toSorted((a, b) => b.time - a.time).slice(0, 3)
  const kept = report([
    { what: 'search of ten years, 95th percentile', value: percentile(said.map(({ time }) => time), 95), unit: 'ms', limit: 50 },
    { what: 'the same, median', value: percentile(said.map(({ time }) => time), 50), unit: 'ms' },
    { what: 'the palette (Ctrl+K) over the same, 95th percentile', value: percentile(palette, 95), unit: 'ms', limit: 50 },
    { what: 'the first search after opening', value: first, unit: 'ms' },
    { what: 'the first after a meeting was planned, 95th percentile', value: percentile(afterWriting, 95), unit: 'ms' },
    { what: `the slowest: ${slowest.map(({ question, total }) => `“${question}” (${total})`).join(', ')}`, value: slowest[0]?.time ?? 0, unit: 'ms' },
  ])
  if (!kept) process.exitCode = 1
} finally {
  core.close()
  rmSync(folder, { recursive: true, force: true })
}

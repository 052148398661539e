/** The demo paper, from an open workspace to the bytes of the Word file, asked through the router. */
import { createRouterClient } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { newSample, openCore } from '../../src-main/core.ts'
import { percentile, report, type Measure } from './report.ts'

export async function measurePaper(): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'quartet measure '))
  try {
    const workspaceFile = join(home, 'Sample.quartet')
    await newSample(workspaceFile, home)
    const core = await openCore({ home, workspaceFile })
    const client = createRouterClient(core.router, { context: core.context() })
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const start = performance.now()
      const { file } = await client.papers.compose({ asAt: '2016-06-21' })
      await file.arrayBuffer()
      times.push(performance.now() - start)
    }
    core.close()
    return [
      { what: 'demo paper, first one after start-up', value: times[0] ?? 0, unit: 'ms', limit: 1_500 },
      { what: 'demo paper, median', value: percentile(times, 50), unit: 'ms' },
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

if (import.meta.main) report(await measurePaper())

import { describe, expect, it } from 'vitest'
import { fuzzImports } from './testing/fuzz.ts'

describe('spoilt files', () => {
  // `npm run fuzz -- 20000` tries many more; these are the same few at every run.
  it('are planned or refused, and never half applied', async () => {
    const report = await fuzzImports(400, 1)
    expect(report.problems).toEqual([])
    expect(report.refused).toBeGreaterThan(50)
    expect(report.applied).toBeGreaterThan(20)
  })
})

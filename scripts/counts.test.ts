import { describe, expect, it } from 'vitest'
import { playwrightCount, skipReasons, sum, vitestCount, whole } from './counts.mjs'

describe('the count of checks', () => {
  it('reads what the runners report', () => {
    expect(vitestCount({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })).toEqual({ passed: 7, failed: 2, skipped: 2 })
    expect(playwrightCount({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 4 } })).toEqual({ passed: 5, failed: 2, skipped: 4 })
  })

  it('never takes silence for success', () => {
    expect(whole(vitestCount(null), true).failed).toBe(1)
    expect(whole(playwrightCount({ stats: {} }), true).failed).toBe(1)
    expect(whole({ passed: 7, failed: 0, skipped: 0 }, false)).toEqual({ passed: 7, failed: 1, skipped: 0 })
    expect(whole({ passed: 7, failed: 1, skipped: 0 }, false).failed).toBe(1)
    expect(whole({ passed: 0, failed: 0, skipped: 3 }, true).failed).toBe(0)
  })

  it('says why tests were skipped', () => {
    const tests = [{ annotations: [{ type: 'skip', description: 'No display.' }] }, { annotations: [{ type: 'skip', description: 'No display.' }] }]
    expect(skipReasons({ suites: [{ specs: [{ tests }] }], stats: { skipped: 2 } })).toEqual(['No display.'])
    expect(skipReasons(null)).toEqual([])
  })

  it('adds up', () => {
    expect(sum([{ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 1, skipped: 0 }])).toEqual({ passed: 4, failed: 1, skipped: 2 })
  })
})

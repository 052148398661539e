/** Counts tests from what the test runners report. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @param {unknown} value @param {string} name @returns {number} */
function number(value, name) {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'number' ? found : 0
}

/** From Vitest's JSON report, or nothing where there is none. @param {unknown} report @returns {Count} */
export function vitestCount(report) {
  return {
    passed: number(report, 'numPassedTests'),
    failed: number(report, 'numFailedTests'),
    skipped: number(report, 'numPendingTests') + number(report, 'numTodoTests'),
  }
}

/** From Playwright's JSON report. A test that passed only when tried again has failed. @param {unknown} report @returns {Count} */
export function playwrightCount(report) {
  const stats = typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : null
  return {
    passed: number(stats, 'expected'),
    failed: number(stats, 'unexpected') + number(stats, 'flaky'),
    skipped: number(stats, 'skipped'),
  }
}

/**
 * Why tests were skipped, in the words of the specs, each once.
 *
 * @param {unknown} report Playwright's JSON report, or any part of it
 * @returns {string[]}
 */
export function skipReasons(report) {
  if (typeof report !== 'object' || report === null) return []
  const own = Reflect.get(report, 'type') === 'skip' ? Reflect.get(report, 'description') : undefined
  const found = Object.values(report).flatMap((part) => skipReasons(part))
  return [...new Set(typeof own === 'string' ? [own, ...found] : found)]
}

/**
 * A runner that ended badly has failed, also where it counts no failed test: a file could not be read, or it crashed.
 * One that ran nothing has failed too.
 *
 * @param {Count} count
 * @param {boolean} well whether the runner ended well
 * @returns {Count}
 */
export function whole(count, well) {
  const missing = (!well && count.failed === 0) || count.passed + count.failed + count.skipped === 0
  return missing ? { ...count, failed: count.failed + 1 } : count
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce(
    (all, { passed, failed, skipped }) => ({ passed: all.passed + passed, failed: all.failed + failed, skipped: all.skipped + skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

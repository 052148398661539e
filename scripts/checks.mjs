/**
 * Every check, one after the other, each with its own time. Ends with one line that counts them:
 * `N passed, N failed, N skipped`. Lint, types and layers are one check each.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { playwrightCount, skipReasons, sum, vitestCount, whole } from './counts.mjs'
import { programOf } from './tool.mjs'
import { at, environment, root } from './toolchain.mjs'

/** @typedef {import('./counts.mjs').Count} Count */

const REPORTS = at('test-results', 'reports')
const unitReport = at('test-results', 'reports', 'unit.json')
const e2eReport = at('test-results', 'reports', 'e2e.json')

/**
 * Runs a tool of the project, showing what it says.
 *
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {boolean} whether it ended well
 */
function tool(name, args, env = {}) {
  const run = spawnSync(process.execPath, [programOf(name), ...args], {
    cwd: root,
    env: environment(env),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return run.status === 0
}

/** @param {boolean} well @returns {Count} */
const one = (well) => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 })

/** @param {string} file @returns {unknown} */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** A step, announced and timed. @param {string} name @param {() => Count} work @returns {Count} */
function step(name, work) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const count = work()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`── ${name}: ${count.failed === 0 ? 'passed' : 'failed'} in ${seconds} s`)
  return count
}

const steps = {
  lint: () => one(tool('eslint', ['.', '--max-warnings', '0'])),
  types: () => one(tool('vue-tsc', ['--noEmit', '-p', 'tsconfig.json'])),
  layers: () => one(tool('depcruise', ['--config', '.dependency-cruiser.cjs', 'src-main', 'src-renderer'])),
  'unit and integration': () => {
    const well = tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`])
    return whole(vitestCount(report(unitReport)), well)
  },
  'end to end': () => {
    if (!ensureBrowser()) {
      console.log('No browser was found for the end-to-end tests: install Edge, Chrome or Chromium, or run "npx playwright install chromium", then run "npm test" again.')
      return one(false)
    }
    const well = tool('playwright', ['test', '--config', 'e2e/playwright.config.ts', '--project', 'browser', '--project', 'electron'], {
      QUARTET_E2E_REPORT: e2eReport,
    })
    for (const reason of skipReasons(report(e2eReport))) console.log(`Skipped: ${reason}`)
    return whole(playwrightCount(report(e2eReport)), well)
  },
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
build()
const all = sum(Object.entries(steps).map(([name, work]) => step(name, work)))
console.log(`\n${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`)
process.exitCode = all.failed === 0 ? 0 : 1

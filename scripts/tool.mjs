/**
 * Runs one of the project's own tools by its name, on Node 24: `node scripts/tool.mjs vitest run`. So every npm script
 * runs on the Node that better-sqlite3 needs, also right after a bare `npm ci`, which runs no package's install script.
 */
import { readFileSync } from 'node:fs'
import { setUp } from './setup.mjs'
import { at, giveUp, handOver, isStarted, node24, root } from './toolchain.mjs'

/** The package of each tool, where it is not called as the tool is. @type {Readonly<Record<string, string>>} */
const PACKAGES = { depcruise: 'dependency-cruiser', playwright: '@playwright/test' }

/** The program of a tool, by its package's own word. @param {string} tool */
export function programOf(tool) {
  const name = PACKAGES[tool] ?? tool
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin = {} } = JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8'))
  const program = typeof bin === 'string' ? bin : bin[tool]
  return program === undefined ? giveUp(`The package ${name} has no program called ${tool}.`) : at('node_modules', name, program)
}

if (isStarted(import.meta.filename)) {
  const [tool = '', ...args] = process.argv.slice(2)
  setUp()
  process.exitCode = await handOver(node24(), [programOf(tool), ...args], { cwd: root })
}

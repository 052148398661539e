/**
 * Installs what is missing, once for each state of the lockfile.
 *
 * No package's install script runs, but those that package.json's `allowScripts` lists as true: .npmrc switches all
 * of them off, and the listed ones are run here by name. So it holds also for an npm that does not know `allowScripts`.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { npm } from './npm.mjs'
import { giveUp, isStarted, node24, root, say } from './toolchain.mjs'

const STAMP = '.quartet-setup'

/**
 * @typedef {{ allowScripts?: Record<string, boolean>, packages: Record<string, { version?: string, optional?: boolean }> }} Manifest
 * package.json, the lockfile, or npm's record of what is installed
 */

/** @param {string[]} path @returns {Manifest} */
const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))

/** The packages whose install scripts may run. @param {string} project @returns {string[]} */
export function allowedScripts(project = root) {
  const listed = json(project, 'package.json').allowScripts ?? {}
  return Object.keys(listed).filter((name) => listed[name] === true)
}

/** What an installation must match. @param {string} project */
function stampOf(project) {
  return createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .update(JSON.stringify(allowedScripts(project)))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
}

/** Whether the project is installed as its lockfile says. @param {string} project */
export function isSetUp(project = root) {
  const stamp = join(project, 'node_modules', STAMP)
  return existsSync(stamp) && existsSync(node24(project)) && readFileSync(stamp, 'utf8') === stampOf(project)
}

/**
 * Whether what is installed is what the lockfile lists, by npm's own record. It is after `npm install`, and then
 * nothing needs to be fetched again.
 *
 * @param {string} project
 */
export function matchesLockfile(project = root) {
  const record = join(project, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = json(record).packages
  return Object.entries(json(project, 'package-lock.json').packages).every(
    ([path, wanted]) => path === '' || installed[path]?.version === wanted.version || (wanted.optional && !installed[path]),
  )
}

/** @param {{ ok: true } | { ok: false, sentence: string }} result */
function orGiveUp(result) {
  if (!result.ok) giveUp(result.sentence)
}

/** Installs what is missing; ends the process with a sentence where it cannot. @param {string} [project] */
export function setUp(project = root) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    giveUp(`Quartet needs Node 20 or newer to set itself up, and this is ${process.version}: install a newer Node, then run the same command again.`)
  }
  if (isSetUp(project)) return
  if (!matchesLockfile(project)) {
    say('Installing what Quartet is built from. This takes a minute or two the first time.')
    orGiveUp(npm(installCommand(project), { project }))
  }
  for (const name of allowedScripts(project)) {
    orGiveUp(npm(['rebuild', name, '--loglevel=error'], { project, env: { npm_config_ignore_scripts: 'false' } }))
  }
  if (!existsSync(node24(project))) {
    giveUp('Node 24 was not installed with the other packages: delete the folder node_modules, then run the same command again.')
  }
  writeFileSync(join(project, 'node_modules', STAMP), stampOf(project))
}

/**
 * `npm ci`, unless this very process runs on the Node within node_modules: that one cannot be deleted under itself on
 * Windows, so there npm brings the folder up to date with the lockfile instead of making it afresh.
 *
 * @param {string} project
 */
function installCommand(project) {
  const within = process.execPath.startsWith(join(project, 'node_modules') + sep)
  return [...(within ? ['install', '--no-save'] : ['ci']), '--ignore-scripts', '--loglevel=error']
}

if (isStarted(import.meta.filename)) setUp()

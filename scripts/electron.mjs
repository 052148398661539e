/**
 * Electron's program, which does not come with its package: it is fetched from elsewhere, and many council networks
 * allow a package registry and no more. It is tried once, for a short time, and what came of it is remembered beside
 * the package until the package changes or a program is installed in another way.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, node24, root } from './toolchain.mjs'

const PATIENCE_MS = 20_000

/** A program that ends with an error sooner than this never showed a window. */
export const NEVER_SHOWN_MS = 5000

/** How Quartet in Electron ends when it has said, in a box, why it cannot open what was asked for. */
export const REFUSED_CODE = 3

/** @param {string} project */
const note = (project) => join(project, 'node_modules', '.quartet-electron')

/** @param {string[]} path @returns {string | null} */
function textIn(...path) {
  const file = join(...path)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** The version of the package. @param {string} project @returns {string} */
function version(project) {
  return JSON.parse(textIn(project, 'node_modules', 'electron', 'package.json') ?? '{"version":"none"}').version
}

/** Electron's program, if it is here and whole. @returns {string | null} */
export function electronProgram(project = root) {
  const folder = join(project, 'node_modules', 'electron')
  const name = textIn(folder, 'path.txt')
  if (name === null || textIn(folder, 'dist', 'version')?.replace(/^v/, '') !== version(project)) return null
  const program = join(folder, 'dist', name)
  return existsSync(program) ? program : null
}

/** What there is to try: this version, and the program as it was installed or its absence. @param {string} project */
function whatIsHere(project) {
  const program = electronProgram(project)
  return `${version(project)} ${program ? statSync(program).mtimeMs : 'absent'}`
}

/** Whether just this was tried before, and in vain. */
export function isGivenUp(project = root) {
  return textIn(note(project)) === whatIsHere(project)
}

/** Remembers that this version cannot be had, or that the program that is here does not run. */
export function giveUpElectron(project = root) {
  writeFileSync(note(project), whatIsHere(project))
}

/**
 * Whether the program ended as one that does not run here, which nobody closed and which refused nothing.
 *
 * @param {number} code its exit code
 * @param {number} lasted in milliseconds
 */
export function showedNothing(code, lasted) {
  return code !== 0 && code !== REFUSED_CODE && code < 128 && lasted <= NEVER_SHOWN_MS
}

/**
 * Electron's program; fetched where it was never tried before, and `null` where it cannot be had.
 *
 * @param {string} [project]
 * @param {number} [patience] in milliseconds
 * @returns {string | null}
 */
export function fetchElectron(project = root, patience = PATIENCE_MS) {
  if (isGivenUp(project)) return null
  const here = electronProgram(project)
  if (here) return here
  spawnSync(node24(), [join(project, 'node_modules', 'electron', 'install.js')], {
    env: environment(),
    stdio: 'ignore',
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  const fetched = electronProgram(project)
  if (!fetched) giveUpElectron(project)
  return fetched
}

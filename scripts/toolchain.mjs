/**
 * Where the project's own tools are and how to run them.
 *
 * Plain JavaScript without dependencies: it runs on any Node from 20, before anything is installed. All that follows
 * runs on the Node 24 that is installed here, because better-sqlite3 ends the whole process on Node 20.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')

/** A file or folder of the project. @param {string[]} parts */
export const at = (...parts) => join(root, ...parts)

/** The Node 24 of the project. @param {string} [project] */
export function node24(project = root) {
  return join(project, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * The environment in which `node` and the tools are the project's own.
 *
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(more = {}) {
  const { PATH, Path, path, ...rest } = process.env
  const outer = PATH ?? Path ?? path ?? ''
  const own = [at('node_modules', 'node', 'bin'), at('node_modules', '.bin')]
  return { ...rest, PATH: [...own, outer].join(delimiter), ...more }
}

/**
 * Runs a script on Node 24 and waits for it. What it prints goes to standard error, so that standard output stays the
 * command's own.
 *
 * @param {string[]} args
 * @returns {number} its exit code
 */
export function onNode24(args) {
  const run = spawnSync(node24(), args, { cwd: root, env: environment(), stdio: ['ignore', 2, 2] })
  return run.status ?? 1
}

/**
 * Hands over to a long-running program: its input and output are this process's, signals are passed on, and this
 * process ends as it ends. A terminal's Ctrl+C reaches both, so the program must not mind hearing it twice.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function handOver(program, args, { cwd = process.cwd(), env = environment() } = {}) {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  // npm runs this through a shell, and one that is ended does not pass that on: without a parent, nobody waits any more.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref()
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${program} could not be started: ${error.message}.`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/** A sentence for the person at the terminal. @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * Ends the script with a sentence instead of a stack.
 *
 * @param {string} sentence says what happened and what to do
 * @returns {never}
 */
export function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

/** Whether a window can be shown at all. */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** Whether this file is the one that was started. @param {string} file `import.meta.filename` */
export const isStarted = (file) => process.argv[1] !== undefined && existsSync(process.argv[1]) && sameFile(process.argv[1], file)

/** @param {string} one @param {string} other */
function sameFile(one, other) {
  return realpathSync(one) === realpathSync(other)
}

/** How to call the npm that the person already has. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, join, sep } from 'node:path'
import { root } from './toolchain.mjs'

const NETWORK = /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/
const DISK = /\bENOSPC\b/
const FORBIDDEN = /\b(EACCES|EPERM|EROFS)\b/

/**
 * A Node outside the project's node_modules, to run npm with: npm may replace the one within.
 *
 * @param {string} project
 */
function outerNode(project) {
  const within = join(project, 'node_modules') + sep
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const onPath = (process.env['PATH'] ?? process.env['Path'] ?? '').split(delimiter).map((folder) => join(folder, name))
  const known = [process.env['npm_node_execpath'], process.execPath, ...onPath]
  return known.find((node) => node && !node.startsWith(within) && existsSync(node)) ?? process.execPath
}

/**
 * Runs npm in a project; its output goes to standard error.
 *
 * npm names its own program to the scripts it starts, and that program is run directly: no shell, so spaces in a path
 * need no care. Only where a script was started without npm is it looked up on the path, which on Windows takes a shell.
 *
 * @param {string[]} args plain words only
 * @param {{ project?: string, env?: Record<string, string> }} [options]
 * @returns {{ ok: true } | { ok: false, sentence: string }}
 */
export function npm(args, { project = root, env = {} } = {}) {
  const program = process.env['npm_execpath']
  const ownProgram = program && basename(program).startsWith('npm') && existsSync(program)
  const options = {
    cwd: project,
    env: { ...process.env, ...env },
    encoding: /** @type {const} */ ('utf8'),
    stdio: /** @type {['ignore', number, 'pipe']} */ (['ignore', 2, 'pipe']),
  }
  const run = ownProgram
    ? spawnSync(outerNode(project), [program, ...args], options)
    : process.platform === 'win32'
      ? spawnSync(`npm.cmd ${args.join(' ')}`, { ...options, shell: true })
      : spawnSync('npm', args, options)

  process.stderr.write(run.stderr ?? '')
  if (run.status === 0) return { ok: true }
  return { ok: false, sentence: why(run.error?.message ?? run.stderr ?? '', run.error !== undefined) }
}

/** What went wrong, in a sentence with a next step. @param {string} words @param {boolean} notStarted */
function why(words, notStarted) {
  if (notStarted) return 'npm could not be started: install Node 20 or newer together with npm, then run the same command again.'
  if (NETWORK.test(words)) {
    return 'The packages could not be downloaded, because npm could not reach its registry: check the network and the proxy settings of npm, then run the same command again.'
  }
  if (DISK.test(words)) return 'The packages could not be installed, because the disk is full: free some space, then run the same command again.'
  if (FORBIDDEN.test(words)) {
    return 'The packages could not be installed, because this folder may not be written to, or a file in it is in use: close what uses it, or move the folder to where you may write, then run the same command again.'
  }
  return 'npm could not install the packages; its own message is above. When that is mended, run the same command again.'
}

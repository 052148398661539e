/**
 * Opens Quartet: on the sample workspace the first time, on the last used one later.
 *
 * In Electron where its program can be had, else as a browser window, else by printing the address. `--browser` asks
 * for the browser at once; `--workspace W`, `--port N`, `--no-open` and `--home DIR` are passed on.
 */
import { resolve } from 'node:path'
import { build } from './build.mjs'
import { fetchElectron, giveUpElectron, showedNothing } from './electron.mjs'
import { setUp } from './setup.mjs'
import { at, environment, handOver, hasDisplay, node24, root, say } from './toolchain.mjs'

const cwd = process.env['INIT_CWD'] ?? process.cwd()
const asked = process.argv.slice(2)
const wanted = asked.filter((word) => word !== '--browser')

setUp()
build()
process.exitCode = wantsElectron() ? await inElectron() : await inBrowser()

function wantsElectron() {
  return hasDisplay() && !asked.some((word) => /^--(browser|no-open|port)\b/.test(word))
}

async function inElectron() {
  const program = fetchElectron()
  if (!program) {
    say('Electron’s program cannot be had here, so Quartet opens as a browser window instead.')
    return inBrowser()
  }
  const started = performance.now()
  const home = wanted.indexOf('--home')
  const env = environment(home < 0 ? {} : { QUARTET_HOME: resolve(cwd, wanted[home + 1] ?? '') })
  const code = await handOver(program, [root, ...wanted], { cwd, env })
  if (!showedNothing(code, performance.now() - started)) return code
  giveUpElectron()
  say('Electron’s program does not run here, so Quartet opens as a browser window instead.')
  return inBrowser()
}

function inBrowser() {
  return handOver(node24(), [at('out', 'main', 'browser.js'), ...wanted], { cwd })
}

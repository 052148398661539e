/**
 * Builds Quartet into out/, when what it is built from has changed.
 *
 * `--force` builds in any case.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setUp } from './setup.mjs'
import { at, giveUp, isStarted, onNode24, root, say } from './toolchain.mjs'

const SOURCES = ['src-main', 'src-renderer', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const RESULTS = ['main/electron.js', 'main/core-process.js', 'main/browser.js', 'main/cli.js', 'main/workbook-worker.js', 'preload/preload.cjs', 'renderer/index.html']

/** The files the build reads, in a fixed order; tests are not among them. @param {string} project */
function sources(project) {
  return SOURCES.flatMap((name) => {
    const path = join(project, name)
    if (!existsSync(path)) return []
    if (name.includes('.')) return [name]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
  }).sort()
}

/** What the build was made of. Contents decide, not times: a fresh clone and a changed branch are both seen. */
export function stampOfSources(project = root) {
  const hash = createHash('sha256')
  for (const name of sources(project)) {
    const bytes = readFileSync(join(project, name))
    hash.update(`${name} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** Whether out/ is complete and made of the sources as they stand. */
export function isBuilt(project = root) {
  const stamp = join(project, 'out', '.stamp')
  return (
    RESULTS.every((name) => existsSync(join(project, 'out', name))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === stampOfSources(project)
  )
}

/** Builds what is stale; ends the process with a sentence where it cannot. @param {{ force?: boolean }} [options] */
export function build({ force = false } = {}) {
  if (!force && isBuilt()) return
  say('Building Quartet.')
  const stamp = stampOfSources()
  rmSync(at('out', '.stamp'), { force: true })
  const code = onNode24([at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'])
  if (code !== 0) giveUp('Quartet could not be built; the message above says where.')
  writeFileSync(at('out', '.stamp'), stamp)
}

if (isStarted(import.meta.filename)) {
  setUp()
  build({ force: process.argv.includes('--force') })
}

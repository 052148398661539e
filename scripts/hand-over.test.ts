import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from './toolchain.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quartet hand over '))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes a launcher that hands over to a program, and gives its path. */
function launcher(program: string): string {
  const child = join(folder, 'a program.mjs')
  const path = join(folder, 'a launcher.mjs')
  writeFileSync(child, program)
  const toolchain = pathToFileURL(join(root, 'scripts/toolchain.mjs')).href
  writeFileSync(path, `import { handOver } from ${JSON.stringify(toolchain)}; process.exitCode = await handOver(process.execPath, [${JSON.stringify(child)}])`)
  return path
}

/** Resolves when the process has said so much on its standard output. */
function heard(process: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve) => {
    let said = ''
    process.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(words)) resolve()
    })
  })
}
const exitOf = (process: ChildProcess) => new Promise<number | null>((resolve) => process.once('exit', resolve))

const waits = `
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log('told ' + signal); process.exit(7) })
setInterval(() => {}, 1000)
console.log('ready')
`

describe('handing over', () => {
  it('ends as the program ends', async () => {
    expect(await exitOf(spawn(process.execPath, [launcher('process.exit(2)')]))).toBe(2)
    expect(await exitOf(spawn(process.execPath, [launcher('')]))).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('passes a signal on and waits for the program to close', async () => {
    const run = spawn(process.execPath, [launcher(waits)])
    await heard(run, 'ready')
    run.kill('SIGINT')
    expect(await exitOf(run)).toBe(7)
  })

  it.skipIf(process.platform === 'win32')('ends the program when the shell above is gone', async () => {
    const shell = spawn('sh', ['-c', '"$0" "$1"; true', process.execPath, launcher(waits)])
    await heard(shell, 'ready')
    const told = heard(shell, 'told SIGTERM')
    shell.kill('SIGKILL')
    await told
  })
})

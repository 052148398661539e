/**
 * Every measure, each in a process of its own so that one's memory is not another's. Ratios come from one run on one
 * machine; a single absolute time says little.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const asked = process.argv.slice(2)
const all = ['register', 'school-list', 'committee', 'paper', 'start', 'list-keystroke']
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n${name}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

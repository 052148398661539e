/** Writes the sample workspace and its paper into ./demo, for a machine without a display. */
import { build } from './build.mjs'
import { setUp } from './setup.mjs'
import { at, handOver, node24, root } from './toolchain.mjs'

setUp()
build()
process.exitCode = await handOver(
  node24(),
  [at('out', 'main', 'cli.js'), 'demo', '--out', './demo', ...process.argv.slice(2)],
  { cwd: root },
)

/** Measures Quartet: runs the benchmark's sources directly, on Node 24. */
import { setUp } from './setup.mjs'
import { at, handOver, node24, root } from './toolchain.mjs'

setUp()
process.exitCode = await handOver(node24(), ['--expose-gc', at('scripts', 'bench', 'main.ts'), ...process.argv.slice(2)], {
  cwd: root,
})

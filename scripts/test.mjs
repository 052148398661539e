/** Sets Quartet up and runs every check there is; the checks themselves run on Node 24. */
import { setUp } from './setup.mjs'
import { at, handOver, node24, root } from './toolchain.mjs'

setUp()
process.exitCode = await handOver(node24(), [at('scripts', 'checks.mjs')], { cwd: root })

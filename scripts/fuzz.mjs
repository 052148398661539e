/** Tries spoilt files on the imports, straight from source, on Node 24: `npm run fuzz -- 20000`. */
import { setUp } from './setup.mjs'
import { at, handOver, node24, root } from './toolchain.mjs'

setUp()
process.exitCode = await handOver(node24(), [at('scripts', 'bench', 'fuzz.ts'), ...process.argv.slice(2)], { cwd: root })

/**
 * The command line from the build: `npm run --silent quartet -- COMMAND …`. Its standard output is the command's alone.
 *
 * npm runs scripts in the project's folder and says in INIT_CWD where the person stood; paths are meant from there.
 */
import { build } from './build.mjs'
import { setUp } from './setup.mjs'
import { at, handOver, node24 } from './toolchain.mjs'

setUp()
build()
process.exitCode = await handOver(node24(), [at('out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
})

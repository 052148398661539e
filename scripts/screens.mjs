/** Takes the real screenshots for docs/screens, through the end-to-end tests' own hosts. */
import { build } from './build.mjs'
import { setUp } from './setup.mjs'
import { at, handOver, node24, root } from './toolchain.mjs'

setUp()
build()
process.exitCode = await handOver(
  node24(),
  [
    at('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    at('e2e', 'playwright.config.ts'),
    '--project',
    'screens',
    ...process.argv.slice(2),
  ],
  { cwd: root },
)

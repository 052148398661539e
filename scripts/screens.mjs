/** Takes the real screenshots for docs/screens, through the end-to-end tests' own hosts. */
import { build } from './build.mjs'
import { setUp } from './setup.mjs'
import { programOf } from './tool.mjs'
import { at, handOver, node24, root } from './toolchain.mjs'

setUp()
build()
process.exitCode = await handOver(
  node24(),
  [
    programOf('playwright'),
    'test',
    '--config',
    at('e2e', 'playwright.config.ts'),
    '--project',
    'screens',
    ...process.argv.slice(2),
  ],
  { cwd: root },
)

import { defineConfig } from '@playwright/test'
import { browserHere } from '../scripts/browser.mjs'
import type { HostOptions } from './hosts/test.ts'

const executablePath = browserHere()
const report = process.env['QUARTET_E2E_REPORT']

/** One suite, two hosts. `screens` is no test: it takes the pictures for docs/screens, and runs only when named. */
export default defineConfig<HostOptions>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // Generous, because a build machine may be slow: nothing here measures speed.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Chromium's own sandbox refuses to run as root, as on a build machine.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'browser', testMatch: '**/*.spec.ts', use: { host: 'browser' } },
    { name: 'electron', testMatch: '**/*.spec.ts', use: { host: 'electron' } },
    { name: 'screens', testMatch: 'screens.ts', use: { host: 'browser' } },
  ],
})

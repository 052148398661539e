/**
 * The test that every spec takes instead of Playwright's own: its `page` is Quartet, open in the host of the project.
 *
 *     import { expect, test } from './hosts/test.ts'
 *     test.use({ begin: 'first day' })
 *
 * A test fails when its page reports an error of its own, in a dialog or on the console.
 */
import { expect, test as playwright } from '@playwright/test'
import type { Page } from '@playwright/test'
import { browserHosts } from './browser.ts'
import type { BrowserHost, BrowserHosts } from './browser.ts'
import { makeSample, setDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { startElectronHost, whyNoElectron } from './electron.ts'

export interface HostOptions {
  host: 'browser' | 'electron'
  /** What lies on the desk: a copy of the sample workspace, or nothing, as on the first day. */
  begin: 'sample' | 'first day'
  /** The civil date on which the clock stands still. */
  today: string
}

interface HostFixtures {
  /** Skips, before anything is made, what this machine cannot show. */
  possible: undefined
  desk: Desk
  /** Starts browser hosts on the desk; none of them outlives the test, also where it fails or takes too long. */
  browserHosts: BrowserHosts
  /** The running host, for tests of the browser host itself. */
  browserHost: BrowserHost
}

export { expect }

export const test = playwright.extend<HostOptions & HostFixtures, { sample: string }>({
  host: ['browser', { option: true }],
  begin: ['sample', { option: true }],
  today: ['2016-06-21', { option: true }],

  possible: [
    async ({ host }, use, testInfo) => {
      const why = host === 'electron' ? whyNoElectron() : null
      testInfo.skip(why !== null, why ?? '')
      await use(undefined)
    },
    { auto: true },
  ],

  sample: [
    async ({}, use) => {
      const sample = makeSample()
      await use(sample.file)
      sample.remove()
    },
    { scope: 'worker' },
  ],

  desk: async ({ begin, sample, today }, use) => {
    const desk = setDesk(begin === 'sample' ? sample : null, today)
    await use(desk)
    desk.remove()
  },

  // It is set up at once, so that it is torn down in any case: a fixture that does not get ready is never torn down.
  browserHosts: async ({ desk }, use) => {
    const hosts = browserHosts(desk)
    await use(hosts)
    await hosts.endAll()
  },

  browserHost: async ({ browserHosts }, use) => {
    const host = await browserHosts.start()
    await use(host)
    expect(await host.end(), 'the host ends cleanly on Ctrl+C').toBe(0)
  },

  page: async ({ host, desk, browserHosts, context }, use) => {
    if (host === 'electron') {
      const app = await startElectronHost(desk)
      try {
        await watched(await app.firstWindow(), use)
      } finally {
        await app.close()
      }
      return
    }
    const started = await browserHosts.start()
    const page = await context.newPage()
    await watched(page, use, started.address)
    await page.close()
    expect(await started.end(), 'the host ends cleanly on Ctrl+C').toBe(0)
  },
})

/** Lends the page out and then asks whether it had anything to complain of. */
async function watched(page: Page, use: (page: Page) => Promise<void>, address?: string): Promise<void> {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refusal is an answer like any other; Chromium alone notes its status as an error.
    const refusal = message.text().includes('the server responded with a status of 422')
    if (message.type() === 'error' && !refusal) complaints.push(message.text())
  })
  if (address !== undefined) await page.goto(address)
  await use(page)
  expect(complaints, 'what the page complained of').toEqual([])
}

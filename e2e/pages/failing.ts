import type { Page } from '@playwright/test'

/** Makes one procedure answer with a refusal, as the core words it, until `again` is called. Browser host only. */
export async function refuseAll(page: Page, procedure: string, sentence: string): Promise<{ again: () => Promise<void> }> {
  const address = `**/rpc/${procedure.replace('.', '/')}`
  await page.route(address, (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/json',
      body: JSON.stringify({ json: { defined: true, code: 'REFUSED', status: 422, message: sentence, data: { code: 'for-a-test' } }, meta: [] }),
    }),
  )
  return { again: () => page.unroute(address) }
}

/** Cuts the page off from its core without a word on the console, and joins them again. */
export async function cutOff(page: Page): Promise<{ joinAgain: () => Promise<void> }> {
  await page.evaluate(() => {
    const real = window.fetch.bind(window)
    window.fetch = () => Promise.reject(new TypeError('cut off'))
    window.addEventListener('quartet-test:join', () => (window.fetch = real), { once: true })
  })
  return { joinAgain: () => page.evaluate(() => void window.dispatchEvent(new Event('quartet-test:join'))) }
}

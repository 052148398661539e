import type { Page } from '@playwright/test'

/**
 * Goes to a place by its address, without loading the page anew. The title of the first page must stand there before:
 * until then the way to it would overwrite the address, since the rail stands there earlier.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate((hash) => (window.location.hash = hash), path)
}

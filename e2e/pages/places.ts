import type { Page } from '@playwright/test'

/** Goes to a place by its address, without loading the page anew; the first page must have opened before. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate((hash) => (window.location.hash = hash), path)
}

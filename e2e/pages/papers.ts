import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'

/** The composer of a paper: sections, text, preview. */
export class PaperScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: /^Section \d/ })
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'Preview of the paper' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  section(number: number): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${number} `) })
  }

  async openDraft(): Promise<void> {
    await goTo(this.page, '/papers')
    await this.page.getByRole('row').filter({ hasText: 'Draft' }).getByRole('link').first().click()
    await this.editor.waitFor()
  }
}

import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'

/** The coverage page: figures, districts, and the schools behind a number. */
export class CoverageScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await goTo(this.page, '/coverage')
    await this.page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor()
  }

  /** The line of one figure, by its name. */
  figure(title: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title }) })
  }

  get records(): Locator {
    return this.page.getByRole('grid')
  }

  /** Schools in the list, in sight or not. */
  async recordCount(): Promise<number> {
    return Number(await this.records.getAttribute('aria-rowcount')) - 1
  }

  get asAt(): Locator {
    return this.page.getByRole('textbox', { name: 'As at' })
  }
}

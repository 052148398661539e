import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'
import { tabTo } from './schools.ts'

/** The support packages and one of them beside the list. */
export class SupportScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get table(): Locator {
    return this.page.getByRole('grid')
  }

  get rows(): Locator {
    return this.table.locator('[role=row][aria-selected]')
  }

  get detail(): Locator {
    return this.page.getByRole('region', { name: 'Package', exact: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo\s*Ctrl Z/ })
  }

  async open(query = ''): Promise<void> {
    await goTo(this.page, `/support${query}`)
    await this.rows.first().waitFor()
  }

  /** Opens the only package that has the words; what was listed before stays in sight while the answer is on its way. */
  async openOnly(words: string): Promise<void> {
    await this.page.getByLabel('Search packages').fill(words)
    await expect(this.table).toHaveAttribute('aria-rowcount', '2')
    await this.rows.first().click()
    await this.detail.getByRole('heading', { level: 2 }).waitFor()
  }

  tabTo(control: Locator): Promise<void> {
    return tabTo(this.page, control, 80)
  }

  /** One of the rarer moves, behind the menu. */
  async ask(verb: string): Promise<void> {
    await this.detail.getByRole('button', { name: 'More moves' }).click()
    await this.page.getByRole('menuitem', { name: verb }).click()
  }
}

import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'
import { tabTo } from './schools.ts'

/** The action log and the story of one action beside it. */
export class ActionsScreen {
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
    return this.page.getByRole('region', { name: 'Action', exact: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async open(): Promise<void> {
    await goTo(this.page, '/actions')
    await this.rows.first().waitFor()
  }

  tabTo(control: Locator): Promise<void> {
    return tabTo(this.page, control, 60)
  }

  /** One of the rarer moves, behind the menu. */
  async ask(verb: string): Promise<void> {
    await this.detail.getByRole('button', { name: 'More moves' }).click()
    await this.page.getByRole('menuitem', { name: verb }).click()
    await this.dialog.waitFor()
  }
}

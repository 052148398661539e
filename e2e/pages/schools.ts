import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'

/** The school list and a school's page, as an officer meets them. */
export class SchoolsScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: 'Schools' })
  }

  /** Rows in sight, without the heading. */
  get rows(): Locator {
    return this.table.locator('[role=row][aria-selected]')
  }

  get search(): Locator {
    return this.page.getByLabel('Search schools')
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'School', exact: true })
  }

  get name(): Locator {
    return this.panel.getByRole('heading', { level: 2 })
  }

  get story(): Locator {
    return this.panel.getByRole('list', { name: 'Story, latest first' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** What an open list of choices offers. */
  get choices(): Locator {
    return this.page.getByRole('listbox').getByRole('option')
  }

  get filters(): Locator {
    return this.page.getByRole('search', { name: 'Schools' })
  }

  /** The bar that says what was done, and offers to take it back. */
  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo\s*Ctrl Z/ })
  }

  async open(query = ''): Promise<void> {
    await this.goTo(`/schools${query}`)
    await this.rows.first().waitFor()
  }

  goTo(path: string): Promise<void> {
    return goTo(this.page, path)
  }

  cell(row: number, column: number): Locator {
    return this.rows.nth(row).getByRole('gridcell').nth(column)
  }

  /** Waits until the list is so long: what was fetched before stays in sight while the answer is on its way. */
  async expectTotal(rows: number): Promise<void> {
    await expect(this.table).toHaveAttribute('aria-rowcount', String(rows + 1))
  }

  /** All rows of the list, in sight or not, as it stands at this moment. */
  async total(): Promise<number> {
    return Number(await this.table.getAttribute('aria-rowcount')) - 1
  }

  async openFirst(): Promise<string> {
    const name = await this.cell(0, 0).innerText()
    await this.rows.first().click()
    await this.name.filter({ hasText: name }).waitFor()
    return name
  }

  /** The URN of the school whose page is open. */
  async urn(): Promise<string> {
    const words = this.panel.getByText(/URN \d{6}/).first()
    return /\d{6}/.exec(await words.innerText())?.[0] ?? ''
  }
}

/** Presses Tab until the control has the focus, as one without a mouse does. */
export async function tabTo(page: Page, control: Locator, most = 40): Promise<void> {
  for (let press = 0; press < most; press += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${control.toString()}`)
}

import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
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

  /** Chooses a way to look at coverage. */
  async look(view: 'Figures' | 'By district' | 'By phase' | 'By term' | 'Actions' | 'Compare'): Promise<void> {
    await this.page.getByRole('tab', { name: view, exact: true }).click()
  }

  /** Saves what a panel shows, and gives the file's name and bytes. */
  async export(what: string, format: 'Excel' | 'Word' | 'Plain table'): Promise<{ name: string; bytes: Buffer }> {
    await this.page.getByRole('button', { name: `Export ${what}` }).click()
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('menuitem', { name: format }).click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
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

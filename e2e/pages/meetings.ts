import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'

/** The list of meetings and the page on which minutes are taken. */
export class MeetingsScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: /^Minutes of item/ })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get agenda(): Locator {
    return this.page.getByRole('region', { name: 'Agenda' })
  }

  get items(): Locator {
    return this.agenda.getByRole('listitem')
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo\s*Ctrl Z/ })
  }

  saved(): Promise<void> {
    return expect(this.page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  }

  async openList(): Promise<void> {
    await goTo(this.page, '/meetings')
    await this.page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor()
  }

  /** Opens the latest past meeting whose body has these words. */
  async openPast(words: string): Promise<void> {
    await this.openList()
    await this.page.getByLabel('Search meetings').fill(words)
    await this.page.getByRole('table', { name: 'Past meetings' }).getByRole('link').first().click()
    await this.editor.waitFor()
  }

  /** Plans a meeting of a body and comes to stand on its page. */
  async plan(body: string, date = '4 July 2016'): Promise<void> {
    await this.openList()
    await this.page.getByRole('button', { name: 'New meeting' }).click()
    await this.dialog.getByLabel('Body').selectOption({ label: body })
    await this.dialog.getByLabel('Date', { exact: true }).fill(date)
    await this.dialog.getByRole('button', { name: 'Plan meeting' }).click()
    await this.editor.waitFor()
  }
}

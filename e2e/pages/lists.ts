import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** What every list of Quartet has: columns to choose, rows to select, views to keep. */
export class ListTools {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get grid(): Locator {
    return this.page.getByRole('grid')
  }

  /** "12 selected", and the verbs for them. */
  get bar(): Locator {
    return this.page.getByRole('group', { name: /^Selected/ })
  }

  get view(): Locator {
    return this.page.getByRole('button', { name: /^Saved view: / })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  headings(): Promise<string[]> {
    return this.grid.getByRole('columnheader').allInnerTexts()
  }

  async openColumns(): Promise<void> {
    await this.page.getByRole('button', { name: 'Columns' }).click()
    await expect(this.page.getByRole('button', { name: 'Reset columns' })).toBeVisible()
  }

  /** Ticks a column in the open menu. */
  column(label: string): Locator {
    return this.page.getByRole('checkbox', { name: label, exact: true })
  }

  async chooseView(name: string): Promise<void> {
    await this.view.click()
    await this.page.getByRole('menuitem', { name, exact: true }).click()
  }

  /** What Ctrl+C put on the clipboard, as Excel and Word would read it. */
  async clipboard(): Promise<{ html: string; text: string }> {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '')
      return { html: await read('text/html'), text: await read('text/plain') }
    })
  }
}

import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { goTo } from './places.ts'

/** The visits: all of them, by term, who was not visited, and the visits of one day. */
export class VisitsScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get table(): Locator {
    return this.page.getByRole('grid')
  }

  /** Rows in sight, without the heading. */
  get rows(): Locator {
    return this.table.locator('[role=row][aria-selected]')
  }

  /** The card of the visit that is open. */
  get card(): Locator {
    return this.page.getByRole('region', { name: 'Visit', exact: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo\s*Ctrl Z/ })
  }

  get choices(): Locator {
    return this.page.getByRole('listbox').getByRole('option')
  }

  async open(query = ''): Promise<void> {
    await goTo(this.page, `/visits${query}`)
    await this.page.getByRole('heading', { level: 1, name: 'Visits' }).waitFor()
    if (!query.includes('view=terms')) await this.rows.first().waitFor()
  }

  async openDay(): Promise<void> {
    await goTo(this.page, '/visits/day')
    await this.day('School', 1).waitFor()
  }

  /** A box of a line of the day. */
  day(what: 'School' | 'Purpose' | 'Note', line: number): Locator {
    return this.page.getByLabel(`${what}, line ${line}`, { exact: true })
  }

  get dayLines(): Locator {
    return this.page.getByRole('list', { name: 'Visits of the day' }).getByRole('listitem')
  }

  async expectTotal(rows: number): Promise<void> {
    await expect(this.table).toHaveAttribute('aria-rowcount', String(rows + 1))
  }
}

/** Pastes a list into a box as Ctrl+V would: no clipboard of the machine is asked. */
export async function paste(box: Locator, text: string): Promise<void> {
  await box.focus()
  await box.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

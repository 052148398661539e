import type { Locator, Page } from '@playwright/test'
import { dropFile, type GivenFile } from './files.ts'
import { goTo } from './places.ts'

/** The import page: choose, look, apply, undo. */
export class ImportScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get list(): Locator {
    return this.page.getByRole('grid', { name: 'What the import does' })
  }

  get rows(): Locator {
    return this.list.locator('[role=row][aria-selected]')
  }

  /** The button that writes; its words say how much. */
  get apply(): Locator {
    return this.page.getByRole('button', { name: /^(Import|Change) [\d,]+ / })
  }

  get refusal(): Locator {
    return this.page.getByRole('alert')
  }

  get history(): Locator {
    return this.page.getByRole('region', { name: 'Earlier imports' })
  }

  async open(kind = 'register'): Promise<void> {
    await goTo(this.page, `/schools/import?kind=${kind}`)
    await this.page.getByText('Drop the file here').waitFor()
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name })
  }

  async read(file: GivenFile): Promise<void> {
    await dropFile(this.page, file)
  }

  /** From the file to the record: gives it, and applies what the preview shows. */
  async import(file: GivenFile): Promise<void> {
    await this.read(file)
    await this.apply.click()
    await this.page.getByText('Imported', { exact: true }).waitFor({ timeout: 30_000 })
  }
}

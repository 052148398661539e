import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import vue from '@vitejs/plugin-vue'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { browserHere } from '../../../scripts/browser.mjs'

// The gallery as a browser shows it: built with the target of the product, so that what the build does to the style
// sheets is tested too.
const root = join(import.meta.dirname, '../..')
const outDir = mkdtempSync(join(tmpdir(), 'quartet-gallery-'))
let server: PreviewServer
let browser: Browser
let page: Page

beforeAll(async () => {
  const shared = { configFile: false, root, logLevel: 'error' } as const
  const rolldownOptions = { input: join(import.meta.dirname, 'index.html') }
  await build({ ...shared, mode: 'production', plugins: [vue()], build: { outDir, target: 'es2022', rolldownOptions } })
  server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const executablePath = browserHere()
  browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--disable-background-networking', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
})

afterEach(async () => page.context().close())

afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
})

async function open(part: 'States' | 'Fields' | 'Lists', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', ...options })
  page = await context.newPage()
  await page.goto(`${server.resolvedUrls?.local[0]}ui/gallery/index.html`)
  await page.getByRole('tab', { name: part }).click()
  return page
}

async function violations(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
}

const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(['States', 'Fields', 'Lists'] as const)('%s have no violation', async (part) => {
    await open(part, { colorScheme })
    expect(await violations()).toEqual([])
  })

  it('what opens above the page has no violation', async () => {
    await open('States', { colorScheme })
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menu').waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Record a visit' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations()).toEqual([])
  })

  it('lists of choices and the calendar have no violation while open', async () => {
    await open('Fields', { colorScheme })
    await page.getByRole('button', { name: 'Choose from a calendar' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'School' }).fill('Be')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'District: Yardley' }).click()
    await page.getByRole('menu').waitFor()
    expect(await violations()).toEqual([])
  })
})

it('the chosen theme wins over that of the system, both ways', async () => {
  await open('States', { colorScheme: 'dark' })
  const dark = await ground()
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
  const light = await ground()
  expect([light, dark]).toEqual(['rgb(246, 245, 241)', 'rgb(21, 24, 26)'])
  await page.context().close()
  await open('States', { colorScheme: 'light' })
  expect(await ground()).toBe(light)
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
  expect(await ground()).toBe(dark)
})

it('a dialog gives the focus back to the button that opened it', async () => {
  await open('States')
  const button = page.getByRole('button', { name: 'Record a visit' })
  await button.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
})

it('a date is taken as typed or from the calendar, and an unreadable one is explained', async () => {
  await open('Fields')
  const date = page.getByRole('textbox', { name: 'Date' })
  await date.fill('4/7/2016')
  await date.press('Tab')
  expect(await date.inputValue()).toBe('4 July 2016')
  await page.getByRole('button', { name: 'Choose from a calendar' }).press('Enter')
  await page.getByRole('button', { name: 'Monday, 4 July 2016' }).press('ArrowRight')
  await page.keyboard.press('Enter')
  expect(await date.inputValue()).toBe('5 July 2016')
  await date.fill('soon')
  await date.press('Tab')
  expect(await date.getAttribute('aria-invalid')).toBe('true')
  const described = await date.getAttribute('aria-describedby')
  const error = page.getByText('Enter a date such as')
  expect(described?.split(' ')).toContain(await error.getAttribute('id'))
})

it('a table is moved through, sorted and opened by keys alone', async () => {
  await open('Lists')
  const grid = page.getByRole('grid', { name: 'Schools' })
  const activeRow = () =>
    grid.evaluate((table) => document.getElementById(table.getAttribute('aria-activedescendant') ?? '')?.ariaRowIndex)
  expect(await grid.getAttribute('aria-rowcount')).toBe('5001')
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  expect(await activeRow()).toBe('2')
  await page.keyboard.press('End')
  await expect.poll(activeRow).toBe('5001')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('row', { selected: true }).getAttribute('aria-rowindex')).toBe('3')
  await page.getByRole('button', { name: 'Type' }).press('Enter')
  expect(await page.getByRole('columnheader', { name: 'Type' }).getAttribute('aria-sort')).toBe('ascending')
  expect(await page.locator('[role=gridcell]').count()).toBeLessThan(500)
})

it('the active row is never beneath the sticky head or the lower edge', async () => {
  await open('Lists')
  const grid = page.getByRole('grid', { name: 'Schools' })
  await grid.focus()
  for (const key of ['PageDown', 'PageDown', 'ArrowUp', 'PageUp']) {
    await page.keyboard.press(key)
    await expect
      .poll(() =>
        grid.evaluate((table) => {
          const row = document.getElementById(table.getAttribute('aria-activedescendant') ?? '')?.getBoundingClientRect()
          const head = table.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect()
          return row && head && row.top >= head.bottom - 1 && row.bottom <= table.getBoundingClientRect().bottom
        }),
      )
      .toBe(true)
  }
})

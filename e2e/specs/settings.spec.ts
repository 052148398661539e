import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'

test.use({ today: '2016-06-14' })

test('a name is kept as the field is left, and can be taken back', async ({ page }) => {
  await goTo(page, '/settings')
  const provider = page.getByRole('textbox', { name: 'Provider' })
  const before = await provider.inputValue()
  await expectAccessible(page)
  await provider.fill('Another Partnership')
  await provider.press('Tab')
  await page.getByRole('button', { name: /^Undo\s*Ctrl Z/ }).waitFor()
  await page.reload()
  await expect(provider).toHaveValue('Another Partnership')
  await provider.fill('')
  await provider.press('Tab')
  await expect(provider).toHaveValue('Another Partnership')
  await provider.fill(before)
  await provider.press('Tab')
  await page.getByRole('button', { name: /^Undo\s*Ctrl Z/ }).click()
  await expect(provider).toHaveValue('Another Partnership')
})

test('a choice of how figures are counted moves the figures', async ({ page }) => {
  const meter = page.getByRole('meter', { name: 'Maintained' })
  const before = await meter.getAttribute('aria-valuetext')
  await goTo(page, '/settings')
  await page.getByRole('checkbox', { name: 'Telephone' }).click()
  await page.getByRole('button', { name: /^Undo\s*Ctrl Z/ }).waitFor()
  await page.getByRole('checkbox', { name: 'Visit in person' }).click()
  await expect(page.getByRole('checkbox', { name: 'Visit in person' })).not.toBeChecked()
  await goTo(page, '/')
  await expect(meter).not.toHaveAttribute('aria-valuetext', before ?? '')
})

test('terms that overlap stay as they are typed until they fit, or are put back', async ({ page }) => {
  await goTo(page, '/settings')
  const panel = page.getByRole('region', { name: 'Terms' })
  const [ends, begins] = [panel.getByRole('textbox', { name: 'Autumn term ends' }), panel.getByRole('textbox', { name: 'Spring term begins' })]
  const kept = await ends.inputValue()
  await ends.fill('8 January 2016')
  await ends.press('Tab')
  await expect(panel.getByRole('alert')).toContainText('so they share days')
  await expect(panel).toContainText('2015/16, not kept as shown')
  await expect(ends).toHaveValue('8 January 2016')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Put back' }).click()
  await expect(ends).toHaveValue(kept)
  await expect(panel.getByRole('alert')).toBeHidden()
  await ends.fill('8 January 2016')
  await ends.press('Tab')
  await expect(panel.getByRole('alert')).toBeVisible()
  await begins.fill('11 January 2016')
  await begins.press('Tab')
  await expect(panel.getByRole('alert')).toBeHidden()
  await page.reload()
  await expect(ends).toHaveValue('8 January 2016')
  await expect(begins).toHaveValue('11 January 2016')
})

test('a backup is made and checked, and the history is verified', async ({ page, desk }) => {
  await goTo(page, '/settings')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Backed up and checked')).toBeVisible()
  const backups = join(dirname(desk.workspace ?? ''), 'Backups')
  expect(existsSync(backups) && readdirSync(backups).length).toBe(1)
  await page.getByRole('button', { name: 'Verify the history' }).click()
  await expect(page.getByText('The history is whole')).toBeVisible()
  await expectAccessible(page)
})

test('one starts a workspace of one’s own, and goes back to the other', async ({ page }) => {
  await goTo(page, '/settings')
  await page.getByRole('button', { name: 'Start your own' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Start workspace' }).click()
  await expect(dialog.getByText('Give the workspace a name')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Name').fill('School improvement 2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No meeting ahead')).toBeVisible()
  await goTo(page, '/settings')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open Sample workspace' }).click()
  await expect(page.getByRole('region', { name: 'Coming up' }).getByRole('link').first()).toBeVisible()
})

test('the officer’s name and the theme are set and stay', async ({ page }) => {
  await goTo(page, '/settings')
  await page.getByLabel('Your name or role').fill('Committee officer')
  await page.getByLabel('Your name or role').press('Tab')
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByLabel('Your name or role')).toHaveValue('Committee officer')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

testOnEmpty('an empty workspace offers the sample', async ({ page }) => {
  await goTo(page, '/settings')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(page.getByRole('region', { name: 'Coming up' }).getByRole('link').first()).toBeVisible({ timeout: 20_000 })
})

test('a workspace that cannot be opened says why, and the open one stays', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  await refuseAll(page, 'workspaces.create', 'There is a workspace of that name already. Choose another name.')
  await goTo(page, '/settings')
  await page.getByRole('button', { name: 'Start your own' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Sample workspace')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Choose another name')
  await expectAccessible(page)
})

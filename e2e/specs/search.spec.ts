import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'

test.use({ today: '2016-06-14' })

test('Ctrl+K finds an action by its words and opens it', async ({ page }) => {
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('charging rates')
  const hit = page.getByRole('option').filter({ hasText: 'Action' }).first()
  await expect(hit).toBeVisible()
  await expectAccessible(page)
  await hit.click()
  await expect(page.getByRole('region', { name: 'Action', exact: true })).toBeVisible()
})

test('Ctrl+K finds words in the minutes and opens the meeting', async ({ page }) => {
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('stocktake')
  await page.getByRole('option').filter({ hasText: 'Minute' }).first().click()
  await expect(page.getByRole('textbox', { name: /^Minutes of item/ })).toBeVisible()
})

test('words that are nowhere are said to be nowhere', async ({ page }) => {
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzqqxx')
  await expect(page.getByText('Nothing found. Try fewer letters.')).toBeVisible()
})

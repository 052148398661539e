import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'

test.use({ today: '2016-06-14' })

test('everything said is searched, narrowed, and opened where it was said, by the keyboard', async ({ page }) => {
  await goTo(page, '/search')
  await expect(page.getByText('Type two letters or more, or choose a school.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('/')
  await page.keyboard.type('visit plan')
  const hits = page.getByRole('list', { name: 'What was found' }).getByRole('listitem')
  await expect(hits.first()).toBeVisible()
  await expect(hits.first().locator('mark').first()).toHaveText(/^(visit|plan)/i)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Kinds' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Actions/ }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/kinds=action/)
  await expect(hits.filter({ hasNotText: /^Action / })).toHaveCount(0)
  await expect(hits.first()).toBeVisible()
  await page.getByLabel('Order').selectOption({ label: 'Latest first' })
  await page.getByLabel('Body').selectOption({ label: 'Education Quartet' })
  await expect(hits.filter({ hasNotText: 'Education Quartet' })).toHaveCount(0)

  await page.getByLabel('Words').press('ArrowDown')
  await expect(hits.first().getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Action', exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Words')).toHaveValue('visit plan')
  await expect(page).toHaveURL(/sort=date/)
})

test('a minute that was found opens its meeting at that item', async ({ page }) => {
  await goTo(page, '/search?words=stocktake&kinds=minute')
  const first = page.getByRole('list', { name: 'What was found' }).getByRole('link').first()
  const title = (await first.textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { name: title }).first()).toBeVisible()
})

test('what is nowhere is said to be nowhere, and a search that fails can be made again', async ({ page, host }) => {
  await goTo(page, '/search?words=zzqqxx&kinds=minute')
  await expect(page.getByText('Try fewer letters, or clear the filters.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page.getByText('Try fewer letters, or another word for it.')).toBeVisible()
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const { again } = await refuseAll(page, 'search.said', 'The workspace cannot be read.')
  await page.getByLabel('Words').fill('visit')
  await expect(page.getByText('The search could not be made')).toBeVisible()
  await expectAccessible(page)
  await again()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('list', { name: 'What was found' })).toBeVisible()
})

test('the palette leads to the same words over everything said', async ({ page }) => {
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('stocktake')
  await page.getByRole('option', { name: /All that was said of “stocktake”/ }).click()
  await expect(page.getByLabel('Words')).toHaveValue('stocktake')
})

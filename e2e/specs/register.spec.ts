import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { goTo } from '../pages/places.ts'
import { SchoolsScreen } from '../pages/schools.ts'

test.describe.configure({ timeout: 180_000 })

test('everything that the register says of a school stands on its page, and a word is found in it', async ({ page }) => {
  const screen = new SchoolsScreen(page)
  await screen.open()
  await screen.openFirst()
  await screen.panel.getByRole('tab', { name: 'Register' }).click()
  await expect(screen.panel.getByRole('heading', { name: 'Identity' })).toBeVisible()
  await expect(screen.panel.getByText('Head teacher', { exact: true }).first()).toBeVisible()
  const rest = screen.panel.getByRole('region', { name: 'Everything else in the register' })
  await expect(rest.getByText('Date of the census')).toBeVisible()
  await expect(rest.getByText('21 January 2016')).toBeVisible()
  await expectAccessible(page)
  const find = rest.getByLabel('Find in everything else')
  await find.fill('constituency')
  await expect(rest.getByText(/^1 of \d+ entries$/)).toBeVisible()
  await expect(rest.getByText('Date of the census')).toBeHidden()
  await find.fill('nowhere')
  await expect(rest.getByText(/^None of \d+ entries has these words$/)).toBeVisible()
  await find.press('Escape')
  await expect(rest.getByText('Date of the census')).toBeVisible()
})

test('the list finds schools by words of the register beside their names', async ({ page }) => {
  const screen = new SchoolsScreen(page)
  await screen.open()
  const all = await screen.total()
  await screen.search.fill('has a sixth form')
  await expect.poll(() => screen.total()).toBeLessThan(all)
  await screen.openFirst()
  await screen.panel.getByRole('tab', { name: 'Register' }).click()
  await expect(screen.panel.getByText(/sixth form$/).first()).toBeVisible()
})

test('names of head teachers are kept only by choice, and the choice says what it does', async ({ page }) => {
  await goTo(page, '/settings')
  const names = page.getByRole('checkbox', { name: 'Keep the names of head teachers and proprietors' })
  await expect(names).not.toBeChecked()
  await names.click()
  await expect(names).toBeChecked()
  await expect(page.getByText('Unticking this takes the names out of every school record at once.')).toBeVisible()
  await expectAccessible(page)
  await names.click()
  await expect(page.getByText('There were none in the register').first()).toBeVisible()
})

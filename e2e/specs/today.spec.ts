import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'

test.use({ today: '2016-06-14' })
testOnEmpty.use({ today: '2016-06-14' })

test('the first screen says what is coming, what is due and how the contract stands', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 14 June 2016')
  await expect(page.getByText('Audit Committee meets in 7 days')).toBeVisible()
  const visited = page.getByRole('region', { name: 'Schools visited' })
  await expect(visited.getByRole('meter', { name: 'Maintained' })).toHaveAttribute('aria-valuetext', /^\d+%, \d+ of \d+$/)
  await expect(visited.getByText(/since the Quartet of 9 May 2016/)).toBeVisible()
  await expect(page.getByText(/^\d+ days over$/).first()).toBeInViewport()
  await expectAccessible(page)
})

test('an action, a meeting and the paper are one step away', async ({ page }) => {
  const actions = page.getByRole('region', { name: 'Actions that need you' })
  const number = await actions.getByText(/^[A-Z-]+\/2016-\d\d-\d\d\/\d+$/).first().innerText()
  await actions.getByRole('listitem').first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 2, name: number })).toBeVisible()
  await goTo(page, '/')
  await page.getByRole('region', { name: 'Coming up' }).getByRole('link', { name: 'Education Quartet' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Education Quartet, 4 July 2016')
  await goTo(page, '/')
  await page.getByRole('button', { name: 'Continue the committee paper' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit Committee, 21 June 2016')
})

test('"New meeting" opens the form', async ({ page }) => {
  await page.getByRole('button', { name: 'New meeting' }).click()
  await expect(page.getByRole('dialog', { name: 'New meeting' })).toBeVisible()
})

testOnEmpty('an empty workspace says what belongs here', async ({ page }) => {
  await expect(page.getByText('No meeting ahead')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Import a register file' })).toBeVisible()
  await expectAccessible(page)
})

test('a failure says what to do, and trying again works', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const { again } = await refuseAll(page, 'today.get', 'The workspace is busy. Try again in a moment.')
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('The workspace is busy. Try again in a moment.')
  await expectAccessible(page)
  await again()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 14 June 2016')
})

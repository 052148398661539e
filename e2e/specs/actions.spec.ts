import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { ActionsScreen } from '../pages/actions.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'

test.use({ today: '2016-06-14' })

test('each view says how many it has, and shows as many', async ({ page }) => {
  const screen = new ActionsScreen(page)
  await screen.open()
  for (const view of ['Overdue', 'Due soon', 'Closed', 'All', 'Live']) {
    const tab = page.getByRole('tab', { name: new RegExp(`^${view}`) })
    const count = Number(/\d+$/.exec(await tab.innerText())?.[0])
    await tab.click()
    await expect(screen.table).toHaveAttribute('aria-rowcount', String(count + 1))
  }
  await page.getByRole('tab', { name: /^Overdue/ }).click()
  await expect(screen.rows.first()).toContainText(/days? over/)
  await expectAccessible(page)
})

test('the log is narrowed by words, body and owner', async ({ page }) => {
  const screen = new ActionsScreen(page)
  await screen.open()
  await page.keyboard.press('/')
  await page.keyboard.type('charging rates')
  await expect(screen.table).toHaveAttribute('aria-rowcount', '2')
  await page.getByLabel('Search actions').fill('')
  await page.getByLabel('Body').selectOption({ label: 'LASI workshop' })
  await expect(screen.rows.first()).toContainText('LASI/')
  await page.getByLabel('Owner').selectOption({ label: 'Data manager' })
  await page.getByLabel('Search actions').fill('no such words')
  await expect(page.getByText('No action fits this search')).toBeVisible()
})

test('an action is found, opened, extended and done by keyboard alone; a reload still shows it', async ({ page }) => {
  const screen = new ActionsScreen(page)
  const { keyboard } = page
  await screen.open()
  await keyboard.press('/')
  await keyboard.type('charging rates')
  await expect(screen.table).toHaveAttribute('aria-rowcount', '2')
  await screen.tabTo(screen.table)
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(screen.detail.getByRole('heading', { level: 2 })).toHaveText('IQ/2016-02-22/4')
  await expectAccessible(page)

  await screen.tabTo(screen.detail.getByRole('button', { name: 'Extend' }))
  await keyboard.press('Enter')
  await screen.tabTo(screen.dialog.getByLabel('New due date'))
  await keyboard.type('8/7/2016')
  await keyboard.press('Enter')
  await expect(screen.dialog.getByRole('alert')).toContainText('Reason')
  await expectAccessible(page)
  await screen.tabTo(screen.dialog.getByLabel('Reason'))
  await keyboard.type('The Commissioner asked for time.')
  await keyboard.press('Control+Enter')
  await expect(screen.detail.getByText('Extended to 8 July 2016')).toBeVisible()
  await expect(screen.detail.getByText('in 24 days')).toBeVisible()

  await screen.tabTo(screen.detail.getByRole('button', { name: 'Mark done' }))
  await keyboard.press('Enter')
  await screen.tabTo(screen.dialog.getByLabel('Evidence'))
  await keyboard.type('Rates published.')
  await keyboard.press('Control+Enter')
  await expect(screen.detail.getByRole('button', { name: 'Confirm' })).toBeVisible()
  await page.reload()
  await expect(screen.detail.getByText('Done 14 June 2016')).toBeVisible()
})

test('transfer, supersede and cancel each leave their trace, and undo takes the last one back', async ({ page }) => {
  const screen = new ActionsScreen(page)
  await screen.open()
  await screen.rows.nth(2).click()
  await screen.ask('Transfer')
  await screen.dialog.getByLabel('New owner').fill('Data manager')
  await screen.dialog.getByRole('button', { name: 'Transfer' }).click()
  await expect(screen.detail.getByText('Transferred to Data manager')).toBeVisible()
  await screen.ask('Cancel action')
  await screen.dialog.getByRole('button', { name: 'Cancel action' }).click()
  await expect(screen.dialog.getByRole('alert')).toContainText('Reason')
  await screen.dialog.getByLabel('Reason').fill('Overtaken by events.')
  await screen.dialog.getByRole('button', { name: 'Cancel action' }).click()
  await expect(screen.detail.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await page.getByRole('button', { name: /^Undo\s*Ctrl Z/ }).click()
  await expect(screen.detail.getByRole('button', { name: 'Mark done' })).toBeVisible()
})

test('a move that the core refuses says why and stays in the form', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const screen = new ActionsScreen(page)
  await screen.open()
  await screen.rows.first().click()
  await refuseAll(page, 'actions.move', 'This action is done already. Reopen it first if it was not done after all.')
  await screen.detail.getByRole('button', { name: 'Mark done' }).click()
  await screen.dialog.getByRole('button', { name: 'Mark done' }).click()
  await expect(screen.dialog.getByRole('alert')).toContainText('Reopen it first')
  await expectAccessible(page)
})

testOnEmpty('an empty log says where actions come from', async ({ page }) => {
  await goTo(page, '/actions')
  await expect(page.getByText('No actions yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go to meetings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
})

test('a log that cannot be read says so', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  await refuseAll(page, 'actions.list', 'The workspace is busy. Try again in a moment.')
  await goTo(page, '/actions')
  await expect(page.getByRole('alert')).toContainText('The action log could not be read')
  await expectAccessible(page)
})

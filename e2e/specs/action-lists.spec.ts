import { readFileSync } from 'node:fs'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { ActionsScreen } from '../pages/actions.ts'
import { refuseAll } from '../pages/failing.ts'
import { ListTools } from '../pages/lists.ts'

test.use({ today: '2016-06-14' })
// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

test('selected actions are marked done together by keyboard, and one undo takes all of it back', async ({ page }) => {
  const [screen, list] = [new ActionsScreen(page), new ListTools(page)]
  await screen.open()
  const live = page.getByRole('tab', { name: /^Live/ })
  const before = await live.innerText()
  await screen.tabTo(screen.table)
  for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(list.bar.getByRole('status')).toHaveText('3 selected')
  await expectAccessible(page)
  await screen.tabTo(list.bar.getByRole('button', { name: 'Mark done' }))
  await page.keyboard.press('Enter')
  await expect(screen.dialog).toContainText('3 actions')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 actions recorded as done')).toBeVisible()
  await expect(live).not.toHaveText(before)
  await page.getByRole('button', { name: /^Undo\s*Ctrl Z/ }).click()
  await expect(live).toHaveText(before)
})

test('actions that cannot move are named one by one, and the others go only when the officer says so', async ({ page }) => {
  const [screen, list] = [new ActionsScreen(page), new ListTools(page)]
  await screen.open()
  await page.getByRole('tab', { name: /^All/ }).click()
  await screen.table.focus()
  await page.keyboard.press('Control+a')
  await list.bar.getByRole('button', { name: 'Extend' }).click()
  await screen.dialog.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(screen.dialog.getByRole('alert').first()).toContainText('Enter the new due date')
  await screen.dialog.getByLabel('New due date').fill('1 September 2016')
  await screen.dialog.getByLabel('Reason').fill('The summer recess.')
  await screen.dialog.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(screen.dialog.getByText('Not all of them can')).toBeVisible()
  await expect(screen.dialog.getByRole('listitem').first()).toContainText(/IQ|CMG|LASI|DSG/)
  await expect(screen.dialog.getByRole('listitem').first()).toContainText('Reopen it before it is extended')
  await expect(screen.dialog.getByText('Nothing has been changed yet.')).toBeVisible()
  await expectAccessible(page)
  await screen.dialog.getByRole('button', { name: /^Extend: the other \d+/ }).click()
  await expect(screen.dialog).toBeHidden()
  await expect(page.getByText(/^\d+ actions extended$/)).toBeVisible()
})

test('a move of many that the core refuses says why and keeps the form', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const [screen, list] = [new ActionsScreen(page), new ListTools(page)]
  await screen.open()
  await screen.rows.first().hover()
  await screen.rows.first().getByRole('checkbox').click()
  await expect(screen.detail).toBeHidden()
  await refuseAll(page, 'actions.moveMany', 'An import is still running. Nothing was changed. Try again when it has finished.')
  await list.bar.getByRole('button', { name: 'Transfer' }).click()
  await screen.dialog.getByLabel('New owner').fill('Data manager')
  await screen.dialog.getByRole('button', { name: 'Transfer' }).click()
  await expect(screen.dialog.getByRole('alert')).toContainText('Nothing was changed')
  await expect(screen.dialog.getByLabel('New owner')).toHaveValue('Data manager')
})

test('the log has columns, two sorts, a view to keep, and goes to a file as it is shown', async ({ page, host }) => {
  const [screen, list] = [new ActionsScreen(page), new ListTools(page)]
  await screen.open()
  await list.openColumns()
  await list.column('Body').click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await screen.table.getByRole('button', { name: 'Owner' }).click()
  await screen.table.getByRole('button', { name: 'Due' }).click({ modifiers: ['Shift'] })
  await expect(screen.table.getByRole('columnheader', { name: 'Due' })).toContainText('second sort')
  const owners = async () => (await screen.rows.getByRole('gridcell').allInnerTexts()).filter((_, at) => at % 6 === 2)
  await expect.poll(async () => (await owners()).every((owner, at, all) => at === 0 || owner.localeCompare(all[at - 1] ?? '') >= 0)).toBe(true)
  await expect(list.view).toHaveText('Live actions, changed')
  await page.getByRole('button', { name: 'Save view' }).click()
  await list.dialog.getByLabel('Name').fill('By owner')
  await page.keyboard.press('Enter')
  await expect(list.view).toHaveText('By owner')
  await list.chooseView('Overdue, the longest first')
  await expect(page.getByRole('tab', { name: /^Overdue/ })).toHaveAttribute('aria-selected', 'true')
  await list.chooseView('By owner')
  await expect(page.getByRole('tab', { name: /^Live/ })).toHaveAttribute('aria-selected', 'true')
  if (host !== 'browser') return
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export actions' }).click()
  await page.getByRole('menuitem', { name: 'Plain table' }).click()
  const lines = readFileSync(await (await download).path(), 'utf8').trim().split('\r\n')
  expect(lines[0]).toContain('"Body"')
  expect(lines).toHaveLength(Number(await screen.table.getAttribute('aria-rowcount')))
})

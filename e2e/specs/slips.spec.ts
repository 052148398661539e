import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { ActionsScreen } from '../pages/actions.ts'
import { goTo } from '../pages/places.ts'
import { MeetingsScreen } from '../pages/meetings.ts'

test.use({ today: '2016-06-14' })

test('a meeting of a day to come is recorded as held only when that is meant', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await page.getByRole('button', { name: 'Issue agenda' }).click()
  await page.getByRole('button', { name: 'Record as held' }).click()
  await expect(screen.dialog).toContainText('This meeting is dated 4 July 2016, which is still to come.')
  await expectAccessible(page)
  await screen.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Agenda issued', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Record as held' }).click()
  await screen.dialog.getByRole('button', { name: 'Record as held all the same' }).click()
  await expect(screen.dialog).toBeHidden()
  await expect(page.getByText('Held', { exact: true })).toBeVisible()
})

test('a due date that is past or before the meeting is remarked on, and may stand', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await page.keyboard.press('Control+Shift+A')
  await screen.dialog.getByLabel('What is to be done').fill('Send the rates')
  await screen.dialog.getByLabel('Owner').fill('Data manager')
  const due = screen.dialog.getByLabel('Due', { exact: true })
  await expect(due).toHaveAttribute('placeholder', 'day month year')
  await due.fill('1/7/2016')
  await due.press('Tab')
  await expect(screen.dialog.getByRole('status')).toHaveText('1 July 2016 is before the meeting of 4 July 2016.')
  await expectAccessible(page)
  await due.fill('5/7/2016')
  await due.press('Tab')
  await expect(screen.dialog.getByRole('status')).toHaveCount(0)
  await due.fill('1/6/2016')
  await due.press('Tab')
  await screen.dialog.getByRole('button', { name: 'Record action' }).click()
  await expect(screen.dialog).toBeHidden()
  await expect(page.getByText('Data manager, due 1 June 2016').first()).toBeVisible()
})

test('a move that takes effect on a day to come says so', async ({ page }) => {
  const screen = new ActionsScreen(page)
  await screen.open()
  await screen.rows.first().click()
  await screen.detail.getByRole('button', { name: 'Extend' }).click()
  const date = screen.dialog.getByLabel('Date', { exact: true })
  await expect(date).toHaveValue('14 June 2016')
  await expect(screen.dialog.getByRole('status')).toHaveCount(0)
  await date.fill('15/6/2016')
  await date.press('Tab')
  await expect(screen.dialog.getByRole('status')).toContainText('takes effect on 15 June 2016')
})

test('the letters that the menu of attendance shows work while it is open', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  const first = page.getByRole('region', { name: 'Attendance' }).getByRole('listitem').first().getByRole('button')
  for (const [letter, words] of [['x', 'Absent'], ['a', 'Apologies'], ['i', 'In attendance'], ['p', 'Present']] as const) {
    await first.click()
    await page.getByRole('menuitem', { name: 'Absent' }).waitFor()
    await page.keyboard.press(letter)
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(first).toHaveAccessibleName(new RegExp(`: ${words}$`))
  }
})

test('the bar says what was taken back, covers nothing, and leaves with the page', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await page.getByRole('button', { name: 'Issue agenda' }).click()
  await expect(screen.undo).toBeVisible()
  const box = async (of: ReturnType<typeof page.locator>) => (await of.boundingBox()) ?? { x: 0, width: 0 }
  const rail = await box(screen.undo)
  const main = await box(page.locator('main'))
  expect(rail.x + rail.width).toBeLessThanOrEqual(main.x)
  await screen.undo.click()
  const said = page.getByText(/^Undone\. “.*agenda issued.*” was taken back\.$/)
  await expect(said).toBeVisible()
  await page.mouse.move(700, 400)
  await expect(said).toBeHidden({ timeout: 12_000 })
  await page.getByRole('button', { name: 'Issue agenda' }).click()
  await expect(screen.undo).toBeVisible()
  await screen.undo.hover()
  await expectAccessible(page)
  await page.waitForTimeout(9_000)
  await expect(screen.undo).toBeVisible()
  await goTo(page, '/actions')
  await expect(screen.undo).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/was taken back\.$/)).toBeVisible()
})

test('Today shows as many actions as there is room for', async ({ page }) => {
  const rows = page.getByRole('region', { name: 'Actions that need you' }).getByRole('listitem')
  await expect(rows).toHaveCount(8)
  await expect(rows.last()).toBeInViewport({ ratio: 1 })
})

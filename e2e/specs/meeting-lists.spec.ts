import { readFileSync } from 'node:fs'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { ListTools } from '../pages/lists.ts'
import { MeetingsScreen } from '../pages/meetings.ts'

test.use({ today: '2016-06-14' })
// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

test('the meetings have columns and an order, are kept as a view, and go to a file as they are shown', async ({ page, host }) => {
  const [screen, list] = [new MeetingsScreen(page), new ListTools(page)]
  await screen.openList()
  const past = page.getByRole('table', { name: 'Past meetings' })
  await list.openColumns()
  await list.column('Decisions').click()
  await list.column('Contents').click()
  await page.keyboard.press('Escape')
  await expect(past.getByRole('columnheader')).toHaveText(['Date', 'Body', 'State', 'Decisions'])
  const heading = past.getByRole('columnheader', { name: 'Decisions' })
  await heading.getByRole('button').click()
  await heading.getByRole('button').click()
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  const decisions = async () => (await past.getByRole('row').locator('td:nth-child(4)').allInnerTexts()).map(Number)
  await expect.poll(async () => (await decisions()).every((count, at, all) => at === 0 || count <= (all[at - 1] ?? 0))).toBe(true)
  expect((await decisions())[0]).toBeGreaterThan(0)
  await expectAccessible(page)
  await expect(list.view).toHaveText('All meetings, changed')
  await page.getByRole('button', { name: 'Save view' }).click()
  await list.dialog.getByLabel('Name').fill('Most decisions')
  await page.keyboard.press('Enter')
  await expect(list.view).toHaveText('Most decisions')
  await list.chooseView('All meetings')
  await expect(heading).toHaveAttribute('aria-sort', 'none')
  await list.chooseView('Most decisions')
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  if (host !== 'browser') return
  const rows = (await page.getByRole('row').count()) - (await page.getByRole('table').count())
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export meetings' }).click()
  await page.getByRole('menuitem', { name: 'Plain table' }).click()
  const lines = readFileSync(await (await download).path(), 'utf8').trim().split('\r\n')
  expect(lines[0]).toBe('"Date","Body","State","Decisions"')
  expect(lines).toHaveLength(rows + 1)
})

test('meetings of both lists are selected by keyboard, copied as one table, and go to a file', async ({ page, context, host }) => {
  const [screen, list] = [new MeetingsScreen(page), new ListTools(page)]
  await screen.openList()
  const past = page.getByRole('table', { name: 'Past meetings' })
  const first = past.getByRole('checkbox', { name: /^Select (?!all)/ }).first()
  await first.focus()
  await page.keyboard.press('Space')
  await page.getByRole('table', { name: 'Meetings ahead' }).getByRole('checkbox', { name: 'Select all: Meetings ahead' }).click()
  const ahead = await page.getByRole('table', { name: 'Meetings ahead' }).getByRole('link').count()
  await expect(list.bar.getByRole('status')).toHaveText(`${ahead + 1} selected`)
  await expect(past.getByRole('checkbox', { name: 'Select all: Past meetings' })).toHaveAttribute('aria-checked', 'mixed')
  await expectAccessible(page)
  if (host !== 'browser') return
  await context.grantPermissions(['clipboard-read'])
  await list.bar.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText(`${ahead + 1} meetings copied as a table`)).toBeVisible()
  expect((await list.clipboard()).text.split('\r\n')).toHaveLength(ahead + 2)
  const download = page.waitForEvent('download')
  await list.bar.getByRole('button', { name: 'Export the selected meetings' }).click()
  await page.getByRole('menuitem', { name: 'Plain table' }).click()
  expect(readFileSync(await (await download).path(), 'utf8').trim().split('\r\n')).toHaveLength(ahead + 2)
  await list.bar.getByRole('button', { name: 'Clear selection' }).click()
  await expect(first).toHaveAttribute('aria-checked', 'false')
})

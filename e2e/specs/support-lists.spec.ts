import { readFileSync } from 'node:fs'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { refuseAll } from '../pages/failing.ts'
import { ListTools } from '../pages/lists.ts'
import { SupportScreen } from '../pages/support.ts'

test.use({ today: '2016-06-14' })
// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

test('the packages have columns, two sorts and views to keep', async ({ page }) => {
  const [screen, list] = [new SupportScreen(page), new ListTools(page)]
  await screen.open()
  await list.openColumns()
  await list.column('District').click()
  await list.column('Cost (£)').click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(screen.table.getByRole('columnheader')).toHaveText(['School', 'Package', 'State', 'Lead', 'RAG', 'Next review', 'Days', 'District'])
  await screen.table.getByRole('button', { name: 'District' }).click()
  await screen.table.getByRole('button', { name: 'School' }).click({ modifiers: ['Shift'] })
  await expect(screen.table.getByRole('columnheader', { name: 'School' })).toContainText('second sort')
  const districts = async () => (await screen.rows.getByRole('gridcell').allInnerTexts()).filter((_, at) => at % 8 === 7)
  await expect.poll(async () => (await districts()).every((name, at, all) => at === 0 || name.localeCompare(all[at - 1] ?? '') >= 0)).toBe(true)
  await expect(list.view).toHaveText('Live packages, changed')
  await page.getByRole('button', { name: 'Save view' }).click()
  await list.dialog.getByLabel('Name').fill('By district')
  await page.keyboard.press('Enter')
  await expect(list.view).toHaveText('By district')
  await list.chooseView('By next review')
  await expect(screen.table.getByRole('columnheader', { name: 'Next review' })).toHaveAttribute('aria-sort', 'ascending')
  await list.chooseView('By district')
  await expect(screen.table.getByRole('columnheader', { name: 'District' })).toHaveAttribute('aria-sort', 'ascending')
})

test('selected packages are copied and taken as a file, which says that it is not for publication', async ({ page, context, host }) => {
  const [screen, list] = [new SupportScreen(page), new ListTools(page)]
  await screen.open()
  await screen.table.focus()
  for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(list.bar.getByRole('status')).toHaveText('2 selected')
  await expectAccessible(page)
  if (host !== 'browser') return
  await context.grantPermissions(['clipboard-read'])
  await page.keyboard.press('Control+c')
  await expect(page.getByText('2 packages copied as a table')).toBeVisible()
  const { text } = await list.clipboard()
  expect(text).toMatch(/^Not for publication/)
  expect(text.split('\r\n')).toHaveLength(4)
  const download = page.waitForEvent('download')
  await list.bar.getByRole('button', { name: 'Export the selected packages' }).click()
  await page.getByRole('menuitem', { name: 'Plain table' }).click()
  expect((await download).suggestedFilename()).toBe('Support packages (not for publication).csv')
  expect(readFileSync(await (await download).path(), 'utf8').trim().split('\r\n')).toHaveLength(3)
})

test('a file that cannot be written says why, and the list stays', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const screen = new SupportScreen(page)
  await screen.open()
  await refuseAll(page, 'exports.table', 'A page in Word has room for 12 columns. Nothing was saved. Leave columns out, or choose Excel.')
  await page.getByRole('button', { name: 'Export packages' }).click()
  await page.getByRole('menuitem', { name: 'Word document' }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was saved')
  await expect(screen.rows.first()).toBeVisible()
})

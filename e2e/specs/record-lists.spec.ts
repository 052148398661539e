import { readFileSync } from 'node:fs'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { ListTools } from '../pages/lists.ts'
import { goTo } from '../pages/places.ts'
import { VisitsScreen } from '../pages/visits.ts'

test.use({ today: '2016-06-14' })
// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

test('visits have columns and views, and go as selected to the clipboard and, whole, to a file', async ({ page, context, host }) => {
  const [screen, list] = [new VisitsScreen(page), new ListTools(page)]
  await screen.open('?status=planned')
  await screen.expectTotal(51)
  await list.openColumns()
  await list.column('URN').click()
  await page.keyboard.press('Escape')
  await expect(screen.table.getByRole('columnheader').last()).toHaveText('URN')
  await expect(list.view).toHaveText('All visits, changed')
  await list.chooseView('Planned, the next first')
  await expect(screen.table.getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'ascending')
  await screen.table.focus()
  for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(list.bar.getByRole('status')).toHaveText('3 selected')
  await expectAccessible(page)
  if (host !== 'browser') return
  await context.grantPermissions(['clipboard-read'])
  await page.keyboard.press('Control+c')
  await expect(page.getByText('3 visits copied as a table')).toBeVisible()
  expect((await list.clipboard()).text.split('\r\n')).toHaveLength(4)
  await page.getByRole('button', { name: 'Status: Planned' }).click()
  await page.getByRole('menuitem', { name: 'Clear' }).click()
  await screen.expectTotal(860)
  await expect(list.bar.getByRole('status')).toHaveText('')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export visits' }).click()
  await page.getByRole('menuitem', { name: 'Plain table' }).click()
  const lines = readFileSync(await (await download).path(), 'utf8').trim().split('\r\n')
  expect(lines).toHaveLength(861)
  expect(lines[1]).toMatch(/^"\d{4}-\d\d-\d\d",.*,9\d{5}$/)
})

test('findings that are selected are accepted together', async ({ page }) => {
  const list = new ListTools(page)
  await goTo(page, '/schools/quality')
  await expect(list.grid).toHaveAttribute('aria-rowcount', '6')
  await list.grid.focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: '2 findings selected' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Why it is in order').fill('The visitor has said when')
  await page.getByRole('button', { name: 'Accept 2 selected' }).click()
  await expect(list.grid).toHaveAttribute('aria-rowcount', '4')
  await page.getByRole('button', { name: /^Undo\s*Ctrl Z/ }).click()
  await expect(list.grid).toHaveAttribute('aria-rowcount', '6')
})

test('charges are sorted, and taken as a file that says that it is not for publication', async ({ page, host }) => {
  const list = new ListTools(page)
  await goTo(page, '/support/charging')
  const heading = list.grid.getByRole('columnheader', { name: 'Sum' })
  await heading.getByRole('button').click()
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await expectAccessible(page)
  if (host !== 'browser') return
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export charges' }).click()
  await page.getByRole('menuitem', { name: 'Plain table' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Charges (not for publication).csv')
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\r\n')
  expect(lines).toHaveLength(Number(await list.grid.getAttribute('aria-rowcount')))
  const sums = lines.slice(1).map((line) => Number(line.split(',').at(-1)))
  expect(sums).toEqual(sums.toSorted((a, b) => a - b))
})

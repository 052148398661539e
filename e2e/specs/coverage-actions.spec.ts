import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { ActionsScreen } from '../pages/actions.ts'
import { CoverageScreen } from '../pages/coverage.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'
import { tabTo } from '../pages/schools.ts'

test.use({ today: '2016-06-14' })
// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

test('a number of actions opens exactly its actions in the log, as at its day, and the way back finds it', async ({ page }) => {
  const [screen, log] = [new CoverageScreen(page), new ActionsScreen(page)]
  await screen.open()
  await expect(page.getByRole('region', { name: 'Actions', exact: true }).getByRole('row', { name: /All bodies/ })).toBeVisible()
  await screen.look('Actions')
  await expect(page.getByRole('img', { name: /^Chart\. Open and overdue actions, by body\. Open: .*Education Quartet 9.*Overdue: .*Education Quartet 1/ })).toBeVisible()
  await expectAccessible(page)
  for (const [label, tab] of [['open', 'Live'], ['overdue', 'Overdue'], ['done', 'Done']] as const) {
    const number = page.getByRole('link', { name: new RegExp(`, ${label}, Education Quartet: show the actions`) })
    const shown = Number(await number.innerText())
    await number.click()
    await expect(page.getByRole('tab', { name: new RegExp(`^${tab} ${shown}$`) })).toHaveAttribute('aria-selected', 'true')
    await expect(log.table).toHaveAttribute('aria-rowcount', String(shown + 1))
    await expect(page.getByLabel('Body')).toHaveText(/Education Quartet/)
    await page.goBack()
    await expect(number).toHaveText(String(shown))
  }
})

test('by keyboard alone: a term’s number, the log as at its end, and back to today', async ({ page }) => {
  const [screen, log] = [new CoverageScreen(page), new ActionsScreen(page)]
  await screen.open()
  await screen.look('Actions')
  const number = page.getByRole('link', { name: /, open, Spring 2016, 31 March 2016: show the actions/ })
  await number.waitFor()
  const shown = Number(await number.innerText())
  await tabTo(page, number, 80)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'As at' })).toHaveValue('31 March 2016')
  await expect(log.table).toHaveAttribute('aria-rowcount', String(shown + 1))
  await expect(page.getByText(/^\d+ live, \d+ overdue on 31 March 2016$/)).toBeVisible()
  await log.rows.first().click()
  await expect(log.detail).toContainText('Here the action is shown as it is today.')
  await expectAccessible(page)
  await page.reload()
  await expect(log.table).toHaveAttribute('aria-rowcount', String(shown + 1))
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(page.getByRole('textbox', { name: 'As at' })).toHaveValue('14 June 2016')
})

test('the figures on actions are exported, and of two dates it is said why each moved', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  await screen.look('Actions')
  const csv = (await screen.export('the actions by body', 'Plain table')).bytes.toString('utf8').split('\r\n')
  expect(csv[0]).toBe('\uFEFF"Body","Open","Overdue","Done","Mean days to done"')
  expect(csv.some((line) => line.startsWith('"All bodies"'))).toBe(true)
  expect((await screen.export('the actions by term', 'Excel')).bytes.subarray(0, 2).toString()).toBe('PK')
  expect((await screen.export('the actions by body', 'Word')).name).toBe('Actions by body as at 14 June 2016.docx')
  await screen.look('Compare')
  await page.getByRole('button', { name: /Overdue actions: show why/ }).click()
  const why = page.getByRole('region', { name: 'Overdue actions' })
  const reason = why.getByRole('button', { name: /Fell due and was not done/ })
  await expect(reason).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => screen.recordCount()).toBe(Number(/\d+/.exec(await reason.innerText())?.[0]))
  await expectAccessible(page)
  expect((await screen.export('why it moved', 'Plain table')).bytes.toString('utf8')).toContain('"fell due and was not done"')
  await screen.records.getByRole('row').nth(1).click()
  await expect(new ActionsScreen(page).detail.getByRole('heading', { level: 2 })).toHaveText(/^[A-Z-]+\/2016-/)
})

test('figures on actions that cannot be counted say so, and the rest of the page stays', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const screen = new CoverageScreen(page)
  await refuseAll(page, 'actionFigures.byBody', 'The workspace is busy. Try again in a moment.')
  await screen.open()
  await expect(page.getByRole('alert')).toContainText('The workspace is busy')
  await expect(screen.figure('Academies visited')).toBeVisible()
  await screen.look('Actions')
  await expect(page.getByRole('alert')).toContainText('The workspace is busy')
  await expectAccessible(page)
})

test('before there was an action the page says where actions come from', async ({ page }) => {
  await goTo(page, '/coverage?view=actions&asAt=2015-10-01')
  await expect(page.getByText('No actions by 1 October 2015')).toBeVisible()
  await expectAccessible(page)
})

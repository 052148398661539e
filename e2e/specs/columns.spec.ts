import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { textFile, workbook } from '../pages/files.ts'
import { ImportScreen } from '../pages/imports.ts'
import { SchoolsScreen, tabTo } from '../pages/schools.ts'

test.describe.configure({ timeout: 180_000 })

async function twoUrns(list: SchoolsScreen): Promise<[string, string]> {
  await list.open('?visited=no')
  await list.openFirst()
  const one = await list.urn()
  await list.page.keyboard.press('ArrowDown')
  await expect(list.panel.getByText(`URN ${one}`)).toBeHidden()
  return [one, await list.urn()]
}

test('a spreadsheet of other headings is matched once, and the next one goes straight to its preview', async ({ page }) => {
  const list = new SchoolsScreen(page)
  const [one, other] = await twoUrns(list)
  const screen = new ImportScreen(page)
  await screen.open('visits')
  await screen.read(
    await workbook('visit log.xlsx', {
      Cover: [['Visits of the summer']],
      Staff: [['Who', 'Room'], ['District Lead', '12']],
      Log: [['School ref', 'Who went', 'When', 'Comments'], [Number(one), 'District Lead', new Date('2016-06-03T00:00:00Z'), 'From the log'], [Number(other), 'Adviser', new Date('2016-06-06T00:00:00Z'), 'From the log']],
    }),
  )
  await expect(page.getByText(/^Still missing: .*URN/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show the preview' }).click()
  await expect(page.getByRole('alert')).toContainText('URN: choose its column in the file')
  await page.getByLabel('Sheet').selectOption('Log')
  await expect(page.getByText('Everything that is needed is matched.')).toBeVisible()
  await expect(page.getByText('2016-06-03 · 2016-06-06')).toBeVisible()
  await expect(page.getByLabel('Kind of every row')).toHaveValue('visit')
  await expectAccessible(page)

  await page.getByLabel('Purpose (optional)').selectOption('Comments')
  await page.getByLabel('Note (optional)', { exact: true }).selectOption('Not in the file')
  await page.getByRole('button', { name: 'Show the preview' }).click()
  await expect(screen.apply).toHaveText('Import 2 visits')
  await expect(screen.rows.first()).toContainText('3 June 2016District LeadVisit in personCompleted')
  await expect(page.getByText('Columns matched as you chose.')).toBeVisible()
  await expectAccessible(page)
  await screen.apply.click()
  await expect(page.getByText('2 visits added, from visit log.xlsx').first()).toBeVisible()

  await page.getByRole('button', { name: 'Import another file' }).click()
  await screen.read(textFile('next log.csv', ['When;Comments;Who went;School ref', `07/06/2016;Again;Adviser;${one}`]))
  await expect(page.getByText('Columns matched as on 14 June 2016.')).toBeVisible()
  await expect(screen.apply).toHaveText('Import 1 visit')
  await page.getByRole('button', { name: 'Change how the columns are matched' }).click()
  await expect(page.getByText('These are matched as on 14 June 2016.')).toBeVisible()
  await page.getByLabel('Kind of every row').selectOption('telephone')
  await page.getByRole('button', { name: 'Show the preview' }).click()
  await expect(screen.rows.first()).toContainText('7 June 2016AdviserTelephoneCompleted')
  await list.goTo(`/schools/${one}`)
  await expect(list.story).toContainText('From the log')
})

test('columns are matched by keyboard alone', async ({ page }) => {
  const list = new SchoolsScreen(page)
  const [one] = await twoUrns(list)
  const screen = new ImportScreen(page)
  await screen.open('needs')
  await screen.read(textFile('needs.csv', ['Number,Judged,Outcome', `${one},03/06/2016,yes`]))
  await expect(page.getByText(/^(Still missing|Everything)/)).toBeVisible()
  const requires = page.getByLabel('Requires package', { exact: true })
  await tabTo(page, requires)
  await page.keyboard.type('Outcome')
  await expect(requires.locator('option:checked')).toHaveText('Outcome')
  await expect(page.getByText('Everything that is needed is matched.')).toBeVisible()
  const preview = page.getByRole('button', { name: 'Show the preview' })
  await page.keyboard.press('Shift+Tab')
  for (let press = 0; press < 12 && !(await preview.evaluate((element) => element === document.activeElement)); press += 1) await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(screen.apply).toHaveText('Import 1 judgement')
})

test('a workbook with several sheets shows the first, and another when it is chosen', async ({ page }) => {
  const list = new SchoolsScreen(page)
  const [one, other] = await twoUrns(list)
  const head = ['URN', 'Decision date', 'Requires package']
  const screen = new ImportScreen(page)
  await screen.open('needs')
  await screen.read(await workbook('needs.xlsx', { Spring: [head, [Number(one), new Date('2016-03-01T00:00:00Z'), 'yes']], Summer: [head, [Number(other), new Date('2016-06-01T00:00:00Z'), 'no']] }))
  await expect(screen.rows.first()).toContainText(`${one}`)
  await expectAccessible(page)
  await page.getByLabel('Sheet').selectOption('Summer')
  await expect(screen.rows.first()).toContainText(`${other}`)
  await screen.apply.click()
  await expect(page.getByText('1 judgement added, from needs.xlsx').first()).toBeVisible()
})

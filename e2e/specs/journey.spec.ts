import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { expect } from '../hosts/test.ts'
import { testOnEmpty as test } from '../pages/desks.ts'
import { goTo } from '../pages/places.ts'
import { inventedRegister } from '../pages/files.ts'
import { ImportScreen } from '../pages/imports.ts'
import { MeetingsScreen } from '../pages/meetings.ts'
import { SchoolsScreen } from '../pages/schools.ts'

test.use({ today: '2016-06-14' })

const register = inventedRegister('register 2016-04-01.csv', [
  { urn: '900001', name: 'Ashfold Primary', pupils: 210 },
  { urn: '900002', name: 'Beacon Lane Primary', pupils: 420 },
  { urn: '900003', name: 'Calder Lane Primary', pupils: 300 },
])

test('from the register to the committee paper, on a workspace of one’s own', async ({ page }) => {
  const imports = new ImportScreen(page)
  await imports.open()
  await imports.import(register)

  const schools = new SchoolsScreen(page)
  await schools.open()
  await schools.openFirst()
  await schools.panel.getByRole('button', { name: 'Record a visit' }).click()
  await schools.dialog.getByRole('combobox', { name: 'Visitor' }).fill('District Lead')
  await schools.dialog.getByRole('button', { name: 'Record visit' }).click()
  await expect(schools.dialog).toBeHidden()

  const meetings = new MeetingsScreen(page)
  await meetings.plan('Education Quartet', '14 June 2016')
  await meetings.editor.pressSequentially('The provider presented its stocktake.')
  await meetings.editor.press('Control+a')
  await meetings.editor.press('Control+d')
  await meetings.dialog.getByRole('button', { name: 'Record decision' }).click()
  await expect(page.getByText('Decision IQ 2016/1.')).toBeVisible()
  await expect(meetings.dialog).toBeHidden()
  await meetings.editor.press('Control+Shift+A')
  await meetings.dialog.getByLabel('Owner').fill('Provider director')
  await meetings.dialog.getByRole('textbox', { name: 'Due' }).fill('24 June 2016')
  await meetings.dialog.getByRole('button', { name: 'Record action' }).click()
  await expect(page.getByText('IQ/2016-06-14/1').first()).toBeVisible()
  await meetings.saved()

  await goTo(page, '/actions')
  await expect(page.getByRole('row', { name: /IQ\/2016-06-14\/1/ })).toContainText('24 June 2016')

  await goTo(page, '/papers')
  await page.getByRole('button', { name: 'Begin the first paper' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Audit Committee of' }).fill('21 June 2016')
  await dialog.getByRole('textbox', { name: 'Figures as at' }).fill('21 June 2016')
  await dialog.getByRole('button', { name: 'Begin draft' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  const path = await (await download).path()
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(path) })
  expect(value).toContain('has visited 33% of maintained schools and not applicable of academies')
  expect(value).toMatch(/Maintained schools visited\s+1\s+3\s+33%\s+21 June 2016/)
})

test('every page follows every other without a complaint', async ({ page }) => {
  const pages = ['/', '/schools', '/coverage', '/meetings', '/actions', '/papers', '/settings', '/schools/import']
  for (const first of pages) {
    for (const second of ['/schools', '/coverage', '/papers']) {
      for (const at of [first, second]) {
        await goTo(page, at)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      }
    }
  }
})

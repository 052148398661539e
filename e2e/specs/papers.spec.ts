import { readFileSync } from 'node:fs'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'
import { PaperScreen } from '../pages/papers.ts'
import { tabTo } from '../pages/schools.ts'

test.use({ today: '2016-06-14' })
testOnEmpty.use({ today: '2016-06-14' })

test('the paper is set beside its text, with figures that lead to their records', async ({ page }) => {
  const screen = new PaperScreen(page)
  await screen.openDraft()
  await screen.section(2).click()
  await expectAccessible(page)
  const chip = screen.editor.locator('.figure-chip').first()
  await expect(chip).toHaveText(/\d/)
  const value = await chip.innerText()
  await expect(screen.preview).toContainText(value)
  await chip.click()
  const card = page.getByRole('region', { name: 'Maintained schools visited' })
  await expect(card).toContainText(value)
  await expect(card).toContainText('as at 21 June 2016')
  await expectAccessible(page)
  const counted = card.getByRole('button', { name: /^Show \d+ not counted$/ })
  const missing = Number(/\d+/.exec(await counted.innerText())?.[0])
  await counted.click()
  await expect(screen.dialog.getByRole('listitem')).toHaveCount(missing)
  await screen.dialog.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schools')
})

test('the preview has the headings, numbers and tables of the paper', async ({ page }) => {
  const screen = new PaperScreen(page)
  await screen.openDraft()
  await expect(screen.preview.getByRole('heading', { level: 3 })).toHaveText([/^1Introduction and Background$/, /^2What have we done so far\?$/, /^3Next steps/])
  const table = screen.preview.getByRole('table', { name: /^Table 1: Figures as at 21 June 2016$/ })
  await expect(table.getByRole('columnheader')).toHaveText(['Measure', 'Number', 'Out of', 'Per cent', 'As at'])
  await expect(screen.preview.getByRole('table', { name: 'Table 2: How each figure was counted' })).toBeVisible()
})

test('writing, inserting a figure and moving between sections by keyboard alone; the preview follows', async ({ page }) => {
  const screen = new PaperScreen(page)
  const { keyboard } = page
  await screen.openDraft()
  await tabTo(page, screen.section(1))
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(screen.editor).toHaveAccessibleName(/^Section 3/)
  await tabTo(page, screen.editor)
  await keyboard.press('Control+End')
  await keyboard.type(' Of academies, @')
  await keyboard.type('academies requiring')
  await keyboard.press('Enter')
  await keyboard.type(' need one.')
  await expect(screen.preview).toContainText(/Of academies, \d+%? need one\./)
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await page.reload()
  await expect(screen.editor).toContainText(/Of academies, \d+%? need one\./)
})

test('a chip shows its figure another way, in the text and in the preview', async ({ page }) => {
  const screen = new PaperScreen(page)
  await screen.openDraft()
  await screen.section(2).click()
  const chip = screen.editor.locator('.figure-chip').first()
  await expect(chip).toHaveText(/^\d+%$/)
  await chip.click()
  await page.getByRole('radio', { name: 'Number' }).click()
  await expect(chip).toHaveText(/^\d+$/)
  await expect(screen.preview.getByText(`has visited ${await chip.innerText()} of maintained`)).toBeVisible()
})

test('Word gives the document', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Electron asks where to save it in a dialog of its own.')
  const screen = new PaperScreen(page)
  await screen.openDraft()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Word' }).click()])
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK')
})

test('an issued paper is frozen, says when and by which hash, and begets a new draft', async ({ page }) => {
  const screen = new PaperScreen(page)
  await screen.openDraft()
  await page.getByRole('button', { name: 'Issue paper' }).click()
  await expectAccessible(page)
  await screen.dialog.getByRole('button', { name: 'Issue paper' }).click()
  await expect(page.getByText('Issued 14 June 2016.')).toBeVisible()
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible()
  await expect(screen.editor).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'New draft from this' }).click()
  await expect(screen.editor).toBeVisible()
  await expect(page.getByRole('button', { name: 'Issue paper' })).toBeVisible()
})

test('a paper that cannot be made says why; nothing typed is lost', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const screen = new PaperScreen(page)
  await screen.openDraft()
  await refuseAll(page, 'papers.word', 'The text shows a figure that this paper does not have. Take it out, then make the paper again.')
  await page.getByRole('button', { name: 'Word' }).click()
  await expect(page.getByRole('alert')).toContainText('Take it out')
  await expectAccessible(page)
})

testOnEmpty('an empty workspace begins its first paper, and its figures are honest', async ({ page }) => {
  await goTo(page, '/papers')
  await expect(page.getByText('No papers yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Begin the first paper' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Begin draft' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Audit Committee of').fill('21 June 2016')
  await dialog.getByLabel('Figures as at').fill('21 June 2016')
  await dialog.getByRole('button', { name: 'Begin draft' }).click()
  const screen = new PaperScreen(page)
  await expect(screen.editor).toBeVisible()
  await expect(screen.preview).not.toContainText(/NaN|\b0%/)
  await expectAccessible(page)
})

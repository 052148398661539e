import type { Page } from '@playwright/test'
import { STYLED, wordFile } from '../../src-main/imports/testing/word-files.ts'
import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { dropFile, textFile } from '../pages/files.ts'
import { MeetingsScreen } from '../pages/meetings.ts'

test.use({ today: '2016-06-14' })

const minutes = async () => ({ name: 'IQ minutes May.docx', bytes: await wordFile(STYLED) })
const verb = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openReadIn(page: Page): Promise<void> {
  await new MeetingsScreen(page).openList()
  await verb(page, 'More about meetings').click()
  await page.getByRole('menuitem', { name: 'Read in Word minutes' }).click()
  await expect(page.getByText('Drop the file here')).toBeVisible()
}

test('Word minutes are read in: looked at, put right, entered, kept with their file, and taken back whole', async ({ page }) => {
  await openReadIn(page)
  await expectAccessible(page)
  await dropFile(page, await minutes())
  await expect(page.getByLabel('Body')).toHaveValue(/./)
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('9 May 2016')
  await expect(page.getByRole('region', { name: /^Item \d$/ })).toHaveCount(3)
  await expectAccessible(page)

  // What the file leaves open is asked for, and nothing typed is lost meanwhile.
  await verb(page, 'Enter meeting').click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('Enter the due date of “Check the list”')
  await expectAccessible(page)
  const loose = page.getByRole('region', { name: 'Actions that belong to no item' })
  await expect(loose.getByText('The file says: end of term')).toBeVisible()
  await loose.getByLabel('Due').fill('20 July 2016')
  await page.getByRole('region', { name: 'Item 1' }).getByLabel('Owner').fill('Committee officer')

  const plan = page.getByRole('region', { name: 'Item 2' })
  await plan.getByRole('button', { name: /^Mark “2.1 The provider/ }).click()
  await page.getByRole('menuitem', { name: 'Make it a decision' }).click()
  await expect(plan.getByLabel('Decision 4')).toHaveValue('2.1 The provider presented its plan.')
  await plan.getByRole('button', { name: /^Not a decision: 2.1/ }).click()
  await expect(plan.getByLabel('Decision 4')).toHaveCount(0)
  await page.getByRole('region', { name: 'Item 3' }).getByRole('button', { name: 'Leave out item 3' }).click()
  await expect(page.getByText('Left out: Any other business')).toBeVisible()
  await verb(page, 'Enter meeting').click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Education Quartet, 9 May 2016')
  const screen = new MeetingsScreen(page)
  await expect(screen.items).toHaveCount(2)
  await expect(page.getByText('IQ minutes May.docx', { exact: true })).toBeVisible()
  await expectAccessible(page)
  const kept = page.waitForEvent('download')
  await verb(page, 'Save the file').click()
  expect((await kept).suggestedFilename()).toBe('IQ minutes May.docx')
  // The sample has a meeting of the same body on the same day, which stays.
  const that = page.getByRole('table', { name: 'Past meetings' }).getByRole('row', { name: /9 May 2016.*Education Quartet/ })
  await screen.openList()
  await expect(that).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(that).toHaveCount(1)
})

test('a past meeting without minutes takes them, by the keyboard alone', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet', '10 May 2016')
  await page.getByRole('button', { name: 'More about this meeting' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Read in Word minutes' }).press('Enter')
  await expect(page.getByText('They become the minutes of the Education Quartet of 10 May 2016.')).toBeVisible()
  await dropFile(page, await minutes())
  await expect(page.getByLabel('Enter it as').locator('option:checked')).toHaveText('The meeting of 10 May 2016')
  await page.getByRole('region', { name: 'Item 1' }).getByLabel('Owner').focus()
  await page.keyboard.type('Committee officer')
  await page.getByRole('region', { name: 'Actions that belong to no item' }).getByLabel('Due').focus()
  await page.keyboard.type('20 July 2016')
  await verb(page, 'Enter meeting').press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Education Quartet, 9 May 2016')
  await expect(screen.agenda.getByText('Visit plan')).toBeVisible()
})

test('a file that is no Word document is refused in a sentence', async ({ page }) => {
  await openReadIn(page)
  await dropFile(page, textFile('minutes.docx', ['Minutes']))
  await expect(page.getByText('This is not a Word document, whatever its name says.')).toBeVisible()
  await expectAccessible(page)
})

import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { refuseAll } from '../pages/failing.ts'
import { inventedRegister, textFile } from '../pages/files.ts'
import { ImportScreen } from '../pages/imports.ts'
import { goTo } from '../pages/places.ts'
import { SchoolsScreen, tabTo } from '../pages/schools.ts'

// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })
testOnEmpty.use({ today: '2025-02-03' })

const register = inventedRegister('register 2024-10-28.csv', [
  { urn: '910001', name: 'Larkfield Primary', pupils: 200 },
  { urn: '910002', name: 'Mossbank Primary', pupils: 310 },
  { urn: '910003', name: 'Netherby Primary', pupils: 150 },
])
const visits = textFile('visits.csv', ['URN,Date,Visitor,Kind,Status,Counts', '910001,02/12/2024,District Lead,visit,planned,yes'])

testOnEmpty('what is odd is put right, accepted with a reason, and taken back', async ({ page }) => {
  const screen = new ImportScreen(page)
  await screen.open()
  await screen.import(register)
  await screen.open('visits')
  await screen.import(visits)
  const list = new SchoolsScreen(page)
  await list.open()
  await page.getByRole('button', { name: /^Data quality\s*4$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data quality')
  await expect(page.getByText('4 things look odd')).toBeVisible()
  const odd = page.getByRole('grid', { name: 'What is odd' })
  const rows = odd.locator('[role=row][aria-selected]')
  await expect(rows).toHaveCount(4)
  await expectAccessible(page)

  await rows.filter({ hasText: 'Larkfield Primary is open and has no district' }).click()
  await page.getByRole('button', { name: 'Set the district' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('Yardley')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Set district' }).click()
  await expect(rows).toHaveCount(3)

  const panel = page.getByRole('region', { name: 'Finding' })
  await expect(panel).toContainText('Mossbank Primary is open and has no district')
  await panel.getByRole('button', { name: 'Accept as it is' }).click()
  await expect(panel.getByText('Say why this is in order')).toBeVisible()
  await panel.getByLabel('Why it is in order').fill('It is in two districts')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Accept as it is' }).click()
  await expect(rows).toHaveCount(2)
  await expect(page.getByText('2 things look odd, 1 accepted')).toBeVisible()
  await page.getByRole('button', { name: 'Accepted', exact: true }).click()
  await rows.first().click()
  await expect(panel).toContainText('It is in two districts')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('3 things look odd')).toBeVisible()
  await expect(page.getByText('Nothing is accepted')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(1)
})

testOnEmpty('by keyboard alone: narrowed to a kind, opened, and all of a kind accepted', async ({ page }) => {
  const screen = new ImportScreen(page)
  await screen.open()
  await screen.import(register)
  await goTo(page, '/schools/quality')
  const rows = page.getByRole('grid', { name: 'What is odd' }).locator('[role=row][aria-selected]')
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('/')
  await page.keyboard.type('mossbank')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Set the district' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'By kind' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(3)
  await tabTo(page, page.getByRole('button', { name: /^Open without a district/ }))
  await page.keyboard.press('Enter')
  const all = page.getByRole('button', { name: 'Accept all 3' })
  await all.waitFor()
  await tabTo(page, page.getByLabel('Why it is in order'))
  await page.keyboard.type('Districts come next week')
  await tabTo(page, all)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing looks odd, 3 accepted')).toBeVisible()
})

test('a workspace in order says what would stand here; Today leads here where it is not', async ({ page }) => {
  await page.getByRole('link', { name: /looks? odd\.$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data quality')
  await expect(page.getByRole('grid', { name: 'What is odd' })).toContainText('is closed and has no close date')
})

testOnEmpty('an empty workspace has nothing odd in it', async ({ page }) => {
  await goTo(page, '/schools/quality')
  await expect(page.getByText('What does not fit stands here.')).toBeVisible()
  await expectAccessible(page)
})

test('a reason is not lost when it cannot be kept', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  await goTo(page, '/schools/quality')
  await page.getByRole('grid', { name: 'What is odd' }).locator('[role=row][aria-selected]').first().click()
  const { again } = await refuseAll(page, 'quality.accept', 'The workspace is busy. Try again in a moment.')
  await page.getByLabel('Why it is in order').fill('Known to the council')
  await page.getByRole('button', { name: 'Accept as it is' }).click()
  await expect(page.getByRole('alert')).toContainText('The workspace is busy. Try again in a moment.')
  await expect(page.getByLabel('Why it is in order')).toHaveValue('Known to the council')
  await again()
  await page.getByRole('button', { name: 'Accept as it is' }).click()
  await expect(page.getByText(/1 accepted$/)).toBeVisible()
})

import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { MeetingsScreen } from '../pages/meetings.ts'
import { goTo } from '../pages/places.ts'
import { tabTo } from '../pages/schools.ts'
import { paste } from '../pages/visits.ts'

test.describe.configure({ timeout: 180_000 })
test.use({ today: '2016-06-14' })

test('the groups show coverage by each method, their members by segment, rounds and who never came', async ({ page }) => {
  await new MeetingsScreen(page).openList()
  await page.getByRole('button', { name: 'District Strategy Groups' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('District Strategy Groups')
  await expect(page.getByText('10 groups, 3 rounds begun')).toBeVisible()
  await expect(page.getByRole('row', { name: /attended at least one meeting/ })).toContainText('82% 238 of 290')
  await expect(page.getByRole('row', { name: /whose group has met/ })).toContainText('100% 290 of 290')
  await expect(page.getByRole('row', { name: /Mean attendance/ })).toContainText(/\d+% \d+ of \d+/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Yardley', exact: true }).click()
  const panel = page.getByRole('region', { name: 'Yardley District Strategy Group' })
  await expect(panel.getByRole('heading', { level: 3, name: /^Primary/ })).toBeVisible()
  await panel.getByRole('tab', { name: /^Meetings/ }).click()
  await expect(panel.getByText('Round 3, held')).toBeVisible()
  await expectAccessible(page)
})

test('a school is taken out of its group from a day on, by keyboard, and undone', async ({ page }) => {
  await goTo(page, '/groups')
  const panel = page.getByRole('region', { name: /District Strategy Group$/ })
  const change = panel.getByRole('button', { name: /^Change / }).first()
  const name = ((await change.getAttribute('aria-label')) ?? '').replace('Change ', '')
  await tabTo(page, change, 120)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText(name)
  await expectAccessible(page)
  await tabTo(page, page.getByRole('dialog').getByRole('checkbox', { name: 'Member of the group' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Change membership' }))
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: /^Taken out/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('heading', { name: /^Taken out/ })).toBeHidden()
})

test('attendance is ticked by letters and Enter alone, and a pasted list ticks all that it names in one change', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.openPast('yardley')
  const schools = page.getByRole('region', { name: 'Schools' })
  const all = await schools.getByRole('listitem').allInnerTexts()
  const ticked = schools.getByRole('checkbox', { checked: true })
  await schools.getByRole('button', { name: /present$/ }).click()
  await schools.getByRole('button', { name: 'All absent' }).click()
  await expect(ticked).toHaveCount(0)
  const box = schools.getByLabel('Find a school')
  await box.focus()
  for (const [at, name] of all.slice(0, 3).entries()) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('')
    await expect(ticked).toHaveCount(at + 1)
  }
  await expectAccessible(page)
  await paste(box, `${all.slice(3, 33).join('\n')}\nNo such school\n`)
  await expect(ticked).toHaveCount(33)
  await expect(schools.getByText('Not found among the schools here: No such school.')).toBeVisible()
  await screen.undo.click()
  await expect(ticked).toHaveCount(3)
})

testOnEmpty('an empty workspace says what belongs there', async ({ page }) => {
  await goTo(page, '/groups')
  await expect(page.getByText('No District Strategy Groups yet')).toBeVisible()
  await expectAccessible(page)
})

import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { refuseAll } from '../pages/failing.ts'
import { MeetingsScreen } from '../pages/meetings.ts'
import { goTo } from '../pages/places.ts'

test.use({ today: '2016-06-14' })

test('signed minutes become a minute book, and what is missing from it is named', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  const dialog = screen.dialog
  const verb = (name: string) => page.getByRole('button', { name, exact: true })
  await screen.plan('Cross-cutting group', '13 June 2016')
  await screen.plan('Cross-cutting group', '1 June 2016')
  await page.getByRole('button', { name: 'More about this meeting' }).click()
  await page.getByRole('menuitem', { name: 'Record as held' }).click()
  await page.getByRole('link', { name: 'Minutes: being drafted' }).click()
  await verb('Circulate').click()
  await dialog.getByRole('button', { name: 'Circulate' }).click()
  await expect(dialog).toBeHidden()
  await verb('Record agreement').click()
  await dialog.getByRole('button', { name: 'Record agreement' }).click()
  await verb('Record signature').click()
  await dialog.getByRole('button', { name: 'Record signature' }).click()
  await expect(page.getByText('by Provider director (chair).')).toBeVisible()

  await screen.openList()
  await verb('More about meetings').click()
  await page.getByRole('menuitem', { name: 'Minute book' }).click()
  await page.getByLabel('Body').selectOption({ label: 'Cross-cutting group' })
  await expect(page.getByRole('region', { name: 'In the book', exact: true }).getByRole('listitem')).toHaveText(['1 June 2016'])
  await expect(page.getByRole('region', { name: 'Not in the book' }).getByText('13 June 2016: it is not recorded as held')).toBeVisible()
  await expectAccessible(page)
  const kept = page.waitForEvent('download')
  await verb('Save minute book').click()
  expect((await kept).suggestedFilename()).toBe('CCG 2016 minute book.docx')
})

test('a year without signed minutes says what to do, and a book that cannot be read can be tried again', async ({ page, host }) => {
  await goTo(page, '/meetings/minute-book?year=2015')
  await expect(page.getByText('No signed minutes')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save minute book' })).toHaveCount(0)
  await expectAccessible(page)
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  await goTo(page, '/meetings')
  const { again } = await refuseAll(page, 'minutes.bookContents', 'The workspace cannot be read.')
  await goTo(page, '/meetings/minute-book?year=2014')
  await expect(page.getByText('The minute book could not be read')).toBeVisible()
  await again()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'In the book', exact: true })).toBeVisible()
})

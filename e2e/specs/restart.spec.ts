import { expect, test } from '../hosts/test.ts'
import { MeetingsScreen } from '../pages/meetings.ts'
import { goTo } from '../pages/places.ts'

test.use({ today: '2016-06-14' })
test.skip(({ host }) => host !== 'browser', 'In Electron the page and its core begin and end together.')

test('words typed after Quartet itself was gone are there at the next start, and get saved', async ({ browserHosts, context }) => {
  const before = await browserHosts.start()
  const page = await context.newPage()
  await page.goto(before.address)
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await screen.editor.pressSequentially('The chair welcomed members.')
  await screen.saved()
  const { hash: meeting, origin } = new URL(page.url())

  await before.kill()
  await screen.editor.pressSequentially(' Apologies came from two.')
  await expect(page.getByText(/^Not saved: /)).toBeVisible()
  await page.close()

  const after = await browserHosts.start()
  expect(new URL(after.address).origin).toBe(origin)
  expect(after.address).not.toBe(before.address)
  const again = await context.newPage()
  await again.goto(after.address)
  await goTo(again, meeting)
  const minutes = new MeetingsScreen(again)
  await expect(minutes.editor).toHaveText('The chair welcomed members. Apologies came from two.')
  await expect(again.getByText('just before Quartet was closed, is back')).toBeVisible()
  await minutes.saved()
  await again.close()
  expect(await after.end()).toBe(0)

  const last = await browserHosts.start()
  const fresh = await context.newPage()
  await fresh.addInitScript(() => localStorage.clear())
  await fresh.goto(last.address)
  await goTo(fresh, meeting)
  await expect(new MeetingsScreen(fresh).editor).toHaveText('The chair welcomed members. Apologies came from two.')
  expect(await last.end()).toBe(0)
})

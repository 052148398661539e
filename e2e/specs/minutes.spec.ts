import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { cutOff, refuseAll } from '../pages/failing.ts'
import { MeetingsScreen } from '../pages/meetings.ts'

test.use({ today: '2016-06-14' })

test('minutes save themselves and survive a reload', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await screen.editor.pressSequentially('The chair welcomed members.')
  await screen.saved()
  await page.reload()
  await expect(screen.editor).toHaveText('The chair welcomed members.')
})

test('a reload in the middle of a word loses nothing', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await screen.editor.pressSequentially('Typed and not yet saved')
  await page.reload()
  await expect(screen.editor).toHaveText('Typed and not yet saved')
  await page.reload()
  await expect(screen.editor).toHaveText('Typed and not yet saved')
})

test('a page that is killed while one types comes back with every word', async ({ page, context, host }) => {
  test.skip(host !== 'browser', 'The second page is opened by its address.')
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await cutOff(page)
  await screen.editor.pressSequentially('The last words before the lights went out')
  const address = page.url()
  const token = await page.evaluate(() => Object.keys(sessionStorage).map((name): [string, string] => [name, sessionStorage.getItem(name) ?? '']))
  const killer = await context.newCDPSession(page)
  const gone = page.waitForEvent('crash')
  // A page that has crashed answers nothing, not even that it has.
  void killer.send('Page.crash').catch(() => undefined)
  await gone

  const after = await context.newPage()
  await after.addInitScript((kept) => kept.forEach(([name, value]) => sessionStorage.setItem(name, value)), token)
  await after.goto(address)
  const again = new MeetingsScreen(after)
  await expect(again.editor).toHaveText('The last words before the lights went out')
  await expect(after.getByText(/is back\.$/)).toBeVisible()
  await expectAccessible(after)
  await again.saved()
  await after.reload()
  await expect(again.editor).toHaveText('The last words before the lights went out')
})

test('a refused save says why, keeps the words, and goes through when tried again', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  const { again } = await refuseAll(page, 'minutes.save', 'The disk is full. Make room, then try again.')
  await screen.editor.pressSequentially('Kept in any case.')
  await expect(page.getByText('Not saved: The disk is full. Make room, then try again')).toBeVisible()
  await expectAccessible(page)
  await again()
  await page.getByRole('button', { name: 'Try again' }).click()
  await screen.saved()
})

test('words typed while the core is away are saved when it answers again', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  const { joinAgain } = await cutOff(page)
  await screen.editor.pressSequentially('Typed in the train.')
  await expect(page.getByText(/^Not saved: /)).toBeVisible()
  await joinAgain()
  await screen.saved()
  await page.reload()
  await expect(screen.editor).toHaveText('Typed in the train.')
})

test('going from item to item keeps each in its place', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await screen.items.first().getByRole('button').first().click()
  await screen.editor.pressSequentially('First.')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(screen.editor).toHaveAccessibleName(/^Minutes of item 2/)
  await screen.editor.click()
  await screen.editor.pressSequentially('Second.')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(screen.editor).toHaveText('First.')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(screen.editor).toHaveText('Second.')
})

test('what is pasted comes out clean', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await screen.editor.click()
  await page.evaluate(() => {
    const pasted = new DataTransfer()
    pasted.setData('text/html', '<h1 style="color:red">Heading</h1><p><b>Bold</b> <a href="https://example.test">link</a> <s>struck</s><script>window.name = "run"</' + 'script></p><table><tr><td>cell</td></tr></table><ul><li>point</li></ul>')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }))
  })
  await expect(screen.editor).toContainText('Heading')
  await expect(screen.editor).toContainText('link struck')
  expect(await screen.editor.locator('h1, a, s, table, [style]').count()).toBe(0)
  expect(await screen.editor.locator('strong').innerText()).toBe('Bold')
  expect(await screen.editor.locator('ul li').innerText()).toBe('point')
  await screen.saved()
})

test('a figure is put into the sentence by @, and its card tells how it was counted', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.openPast('education quartet')
  await screen.editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Visits stood at @')
  await expect(page.getByRole('dialog', { name: 'Insert a figure' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('academies visited')
  await page.keyboard.press('Enter')
  await expect(screen.editor).toHaveText(/Visits stood at \d+%$/)
  await screen.editor.locator('.figure-chip').last().click()
  const card = page.getByRole('region', { name: 'Academies visited' })
  await expect(card).toContainText('as at 9 May 2016')
  await expectAccessible(page)
  await card.getByRole('button', { name: /^Show \d+ not counted$/ }).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
})

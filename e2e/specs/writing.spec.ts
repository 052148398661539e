import type { Page } from '@playwright/test'
import { expect, test } from '../hosts/test.ts'
import { MeetingsScreen } from '../pages/meetings.ts'

test.use({ today: '2016-06-14' })

async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate((given) => {
    const pasted = new DataTransfer()
    pasted.setData('text/html', given)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }))
  }, html)
}

test('Alt and an arrow carry the cursor to the end of the next text, and no letter is lost', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  const { keyboard } = page
  await screen.plan('Education Quartet')
  await screen.items.first().getByRole('button').first().click()
  await keyboard.type('First.')
  await keyboard.press('Alt+ArrowDown')
  await keyboard.type('Second.')
  await keyboard.press('Alt+ArrowUp')
  await keyboard.type(' More.')
  await expect(screen.editor).toHaveText('First. More.')
  await keyboard.press('Alt+ArrowDown')
  await keyboard.type(' And more.')
  await expect(screen.editor).toHaveText('Second. And more.')
  await keyboard.press('Home')
  await keyboard.press('Alt+ArrowUp')
  await keyboard.press('Alt+ArrowUp')
  await keyboard.type(' Still first.')
  await expect(screen.editor).toHaveText('First. More. Still first.')
})

test('choosing an item, by mouse or by Enter, stands at the end of its text', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  const { keyboard } = page
  const item = (at: number) => screen.items.nth(at).getByRole('button').first()
  await screen.plan('Education Quartet')
  await item(1).click()
  await keyboard.type('Second.')
  await item(0).click()
  await keyboard.type('First.')
  await item(1).click()
  await keyboard.type(' More.')
  await expect(screen.editor).toHaveText('Second. More.')
  await keyboard.press('Home')
  await item(1).click()
  await keyboard.type(' Again.')
  await expect(screen.editor).toHaveText('Second. More. Again.')
  await item(1).focus()
  await keyboard.press('ArrowUp')
  await expect(item(0)).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.type(' By Enter.')
  await expect(screen.editor).toHaveText('First. By Enter.')
})

test('a decision and an action take the sentence at the cursor', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  const { keyboard } = page
  await screen.plan('Education Quartet')
  await screen.editor.click()
  await keyboard.type('Members asked about Dr. Example. That the pilot be widened.')
  await keyboard.press('Control+d')
  await expect(screen.dialog.getByLabel('Decision')).toHaveValue('That the pilot be widened.')
  await keyboard.press('Escape')
  await expect(screen.editor).toBeFocused()
  await keyboard.press('Home')
  await keyboard.press('Control+Shift+A')
  await expect(screen.dialog.getByLabel('What is to be done')).toHaveValue('Members asked about Dr. Example.')
})

test('what comes from Word keeps its lists, and a table one row a line', async ({ page }) => {
  const screen = new MeetingsScreen(page)
  await screen.plan('Education Quartet')
  await screen.editor.click()
  const point = (level: number, sign: string, words: string) =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
  await paste(page, `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
    <p class=MsoNormal style='margin:0'>The meeting <b style='mso-bidi-font-weight:normal'>noted</b>:<o:p></o:p></p>
    ${point(1, '·', 'every visit')}${point(2, 'o', 'with a note')}${point(1, '·', 'every\nround')}
    ${point(1, '3.', 'third')}${point(1, '4.', 'fourth')}
    <table class=MsoTableGrid style='border:none'><tr><td style='width:10pt'><p class=MsoNormal>District</p></td><td><p>Visited</p></td></tr><tr><td><p>Yardley</p></td><td><p><i>12</i></p></td></tr></table>
    <!--EndFragment--></body></html>`)
  await expect(screen.editor.locator('> ul > li > p')).toHaveText(['every visit', 'every round'])
  await expect(screen.editor.locator('> ul ul li')).toHaveText(['with a note'])
  await expect(screen.editor.locator('> ol > li')).toHaveText(['third', 'fourth'])
  await expect(screen.editor.locator('> ol')).toHaveAttribute('start', '3')
  const lines = await screen.editor.locator('> p').allTextContents()
  expect(lines.filter((line) => line !== '')).toEqual(['The meeting noted:', 'District\tVisited', 'Yardley\t12'])
  await expect(screen.editor).not.toContainText('·')
  await screen.saved()
})

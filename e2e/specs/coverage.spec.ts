import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { CoverageScreen } from '../pages/coverage.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { inventedRegister } from '../pages/files.ts'
import { ImportScreen } from '../pages/imports.ts'
import { tabTo } from '../pages/schools.ts'

// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

/** The first whole number in some words. */
const numberIn = (words: string) => Number(/\d[\d,]*/.exec(words)?.[0].replaceAll(',', ''))

test('every figure has its number, out of what, its share and its date', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  await expect(screen.figure('Maintained schools visited')).toBeVisible()
  const cells = await screen.figure('Maintained schools visited').getByRole('cell').allInnerTexts()
  expect(cells).toHaveLength(4)
  const [number = NaN, outOf = NaN, share = NaN] = cells.map(numberIn)
  // DOMAIN.md, "Statistics": half up, in whole numbers.
  expect(share).toBe(Math.floor((200 * number + outOf) / (2 * outOf)))
  await expect(screen.figure('Rounds of District Strategy Groups held')).toContainText('A count, not a share')
  await expectAccessible(page)
})

test('by district, the name of a group stands over its own columns', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  const edges = async (name: string, nth: number) => {
    const box = await page.getByRole('columnheader', { name, exact: true }).nth(nth).boundingBox()
    return { left: box?.x ?? NaN, right: (box?.x ?? NaN) + (box?.width ?? NaN) }
  }
  for (const [nth, group] of ['Maintained schools', 'Academies'].entries()) {
    const heading = page.getByRole('columnheader', { name: group, exact: true })
    await expect(heading).toBeVisible()
    await expect(heading.locator('span')).toHaveCSS('text-align', 'center')
    const [over, first, last] = [await edges(group, 0), await edges('Open', nth), await edges('Package', nth)]
    expect(over.left).toBeCloseTo(first.left, 0)
    expect(over.right).toBeCloseTo(last.right, 0)
  }
})

test('the schools behind a number are one click away, and go on to the school', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  const visited = screen.figure('Academies visited')
  const shown = numberIn(await visited.getByRole('cell').first().innerText())
  await visited.getByRole('button').first().click()
  await expect(page.getByRole('region', { name: 'Academies visited' })).toContainText('Academies open on')
  await expect.poll(() => screen.recordCount()).toBe(shown)
  await page.getByRole('tab', { name: /^Not visited/ }).click()
  const left = numberIn(await page.getByRole('tab', { name: /^Not visited/ }).innerText())
  await expect.poll(() => screen.recordCount()).toBe(left)
  await expectAccessible(page)
  const first = screen.records.getByRole('row').nth(1)
  const name = await first.getByRole('gridcell').first().innerText()
  await first.click()
  await expect(page.getByRole('region', { name: 'School', exact: true }).getByRole('heading', { level: 2 })).toHaveText(name)
})

test('by keyboard alone: a district’s number, its schools, and back', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  const number = page.getByRole('button', { name: /Maintained schools in .*, visited: show the schools/ }).first()
  await number.waitFor()
  await tabTo(page, number, 80)
  const shown = numberIn(await number.innerText())
  await page.keyboard.press('Enter')
  await expect.poll(() => screen.recordCount()).toBe(shown)
  await expect(number).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(number).toHaveAttribute('aria-pressed', 'false')
})

test('the districts add up to the figure', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  await screen.figure('Maintained schools visited').waitFor()
  const inDistricts = await page.getByRole('button', { name: /^[\d,]+, Maintained schools in .*, visited/ }).allInnerTexts()
  const whole = numberIn(await screen.figure('Maintained schools visited').getByRole('cell').first().innerText())
  expect(inDistricts.map(numberIn).reduce((sum, one) => sum + one, 0)).toBe(whole)
})

test('another as-at date counts anew, stays in the address, and can be left', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  const number = screen.figure('Maintained schools visited').getByRole('cell').first()
  const now = await number.innerText()
  await screen.asAt.fill('1 December 2015')
  await page.keyboard.press('Enter')
  await expect(screen.figure('Maintained schools visited')).toContainText('1 December 2015')
  await expect.poll(async () => numberIn(await number.innerText())).toBeLessThan(numberIn(now))
  expect(page.url()).toContain('asAt=2015-12-01')
  await page.reload()
  await expect(screen.asAt).toHaveValue('1 December 2015')
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(number).toHaveText(now)
})

test('in a narrow window the schools take the place of the tables', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  const screen = new CoverageScreen(page)
  await screen.open()
  await screen.figure('Academies visited').getByRole('button').first().click()
  await expect(screen.figure('Academies visited')).toBeHidden()
  await expect(screen.records).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'All figures' }).click()
  await expect(screen.figure('Academies visited')).toBeVisible()
})

testOnEmpty('without schools the page says where figures come from', async ({ page }) => {
  const screen = new CoverageScreen(page)
  await screen.open()
  await expect(page.getByText('No figures yet')).toBeVisible()
  await expectAccessible(page)
})

testOnEmpty('a share of nothing is not applicable', async ({ page }) => {
  const register = new ImportScreen(page)
  await register.open()
  await register.import(inventedRegister('register 2016-06-01.csv', [{ urn: '910001', name: 'Larkfield Primary', pupils: 200 }]))
  const screen = new CoverageScreen(page)
  await screen.open()
  await expect(screen.figure('Maintained schools visited')).toContainText('0%')
  await expect(screen.figure('Academies visited')).toContainText('Not applicable')
  await expectAccessible(page)
})

/** Takes the pictures for docs/screens from the sample workspace, as an officer meets it. `npm run screens`. */
import { join } from 'node:path'
import { expect, test } from './hosts/test.ts'
import { root } from './hosts/desk.ts'
import { goTo } from './pages/places.ts'

const SCREENS = [
  { name: 'today', at: '/', ready: 'Actions that need you' },
  { name: 'schools', at: '/schools/900417', ready: 'Story' },
  { name: 'coverage', at: '/coverage', ready: 'By district' },
  { name: 'coverage-district', at: '/coverage?view=district', ready: 'Every count by district' },
  { name: 'coverage-compare', at: '/coverage?view=compare', ready: 'What happened between the dates' },
  { name: 'import', at: '/schools/import?kind=register', ready: 'Choose a file' },
  { name: 'visits', at: '/visits', ready: 'All visits' },
  { name: 'support', at: '/support', ready: 'Active' },
  { name: 'groups', at: '/groups', ready: 'Coverage' },
  { name: 'quality', at: '/schools/quality', ready: 'Data quality' },
  { name: 'meetings', at: '/meetings', ready: 'Ahead' },
  { name: 'actions', at: '/actions', ready: 'Overdue' },
] as const

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme })
    const file = (name: string) => join(root, 'docs', 'screens', theme === 'light' ? `${name}.png` : `${name}-dark.png`)

    for (const { name, at, ready } of SCREENS) {
      test(`${name}, ${theme}`, async ({ page }) => {
        await goTo(page, at)
        await expect(page.getByText(ready).first()).toBeVisible()
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: file(name) })
      })
    }

    test(`minutes, ${theme}`, async ({ page }) => {
      await goTo(page, '/meetings')
      await page.getByRole('row', { name: /9 May 2016.*Education Quartet/ }).getByRole('link').first().click()
      await page.getByText('Provider’s stocktake').first().click()
      await expect(page.getByRole('heading', { name: /Provider’s stocktake/ })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: file('minutes') })
    })

    test(`paper, ${theme}`, async ({ page }) => {
      await goTo(page, '/papers')
      await expect(page.getByRole('heading', { level: 1, name: 'Papers' })).toBeVisible()
      await page.getByRole('link', { name: /Audit Committee/ }).first().click()
      await page.getByText('2 What have we done so far?').first().click()
      await expect(page.getByText('The main points are').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: file('paper') })
    })
  })
}

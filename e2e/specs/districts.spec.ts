import { expect } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { inventedRegister, textFile } from '../pages/files.ts'
import { ImportScreen } from '../pages/imports.ts'
import { goTo } from '../pages/places.ts'
import { SchoolsScreen, tabTo } from '../pages/schools.ts'

testOnEmpty.describe.configure({ timeout: 180_000 })

const register = inventedRegister(
  'register 2016-06-01.csv',
  ['Ashfold', 'Barlow', 'Crane', 'Dell', 'Elm', 'Firth'].map((name, at) => ({ urn: `90000${at + 1}`, name: `${name} Primary`, pupils: 200 })),
)

testOnEmpty.describe('districts', () => {
  testOnEmpty.use({ today: '2016-06-21' })

  testOnEmpty.beforeEach(async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open()
    await screen.import(register)
  })

  testOnEmpty('come from a file, and the schools that it leaves out are one click away and set by hand', async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open('districts')
    await page.getByRole('textbox', { name: /^From/ }).fill('1 October 2015')
    await page.keyboard.press('Tab')
    await expectAccessible(page)
    await screen.read(textFile('districts.csv', ['URN,School name,Parliamentary constituency', '900001,Ashfold,"Birmingham, Yardley"', '900002,Barlow,Birmingham Yardley', '900009,None,Yardley']))
    await expect(screen.apply).toHaveText('Import 2 districts of schools')
    await expect(screen.rows.first()).toContainText('Yardley1 October 2015')
    await expect(page.getByText('With this file, 4 maintained schools and academies that are open on 21 June 2016 will have no district.')).toBeVisible()
    await expectAccessible(page)
    await screen.apply.click()
    await expect(page.getByText('2 districts of schools added, from districts.csv').first()).toBeVisible()

    const list = new SchoolsScreen(page)
    await list.open()
    await list.filters.getByRole('button', { name: 'No district' }).click()
    await list.expectTotal(4)
    await page.getByRole('link', { name: 'Set the districts of these schools' }).click()
    const schools = page.getByRole('listbox', { name: 'Schools without a district' })
    await expect(schools.getByRole('option')).toHaveCount(4)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Set district' }).click()
    await expect(page.getByRole('alert')).toContainText('Choose at least one school in the list')
    await expect(page.getByRole('alert')).toContainText('Name the district')
    await schools.getByRole('option', { name: /Crane/ }).click()
    await schools.getByRole('option', { name: /Elm/ }).click({ modifiers: ['Shift'] })
    await expect(page.getByText('3 chosen')).toBeVisible()
    await page.getByRole('combobox', { name: 'District' }).fill('Erdington')
    await page.keyboard.press('Tab')
    await expect(page.getByText('3 schools will be in Erdington from 1 September 2015: 3 without a district.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Set district' }).click()
    await expect(schools.getByRole('option')).toHaveCount(1)
    await expect(page.getByText('District of 3 schools is Erdington from 1 September 2015')).toBeVisible()
    await list.undo.click()
    await expect(schools.getByRole('option')).toHaveCount(4)
  })

  testOnEmpty('are set by keyboard alone, until every school has one', async ({ page }) => {
    await goTo(page, '/schools/districts')
    const schools = page.getByRole('listbox', { name: 'Schools without a district' })
    await tabTo(page, schools)
    await page.keyboard.press('Control+a')
    await expect(page.getByText('6 chosen')).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+End')
    await expect(page.getByText('6 chosen')).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ladywood')
    await page.keyboard.press('Escape')
    await tabTo(page, page.getByRole('button', { name: 'Set district' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('Every open school has a district')).toBeVisible()
    await expectAccessible(page)
  })
})

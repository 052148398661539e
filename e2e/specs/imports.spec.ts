import { expect, test } from '../hosts/test.ts'
import { expectAccessible } from '../pages/access.ts'
import { testOnEmpty } from '../pages/desks.ts'
import { inventedRegister, realFile, textFile } from '../pages/files.ts'
import { ImportScreen } from '../pages/imports.ts'
import { refuseAll } from '../pages/failing.ts'
import { goTo } from '../pages/places.ts'
import { SchoolsScreen, tabTo } from '../pages/schools.ts'

// A look by axe at a full screen, in both themes, takes seconds on a small machine.
test.describe.configure({ timeout: 180_000 })

const autumn = inventedRegister('register 2024-10-28.csv', [
  { urn: '910001', name: 'Larkfield Primary', pupils: 200 },
  { urn: '910002', name: 'Mossbank Primary', pupils: 310 },
  { urn: '910003', name: 'Netherby Primary', pupils: 150 },
])
const spring = inventedRegister('register 2025-01-21.csv', [
  { urn: '910001', name: 'Larkfield Primary', pupils: 214 },
  { urn: '910002', name: 'Mossbank Primary', pupils: 310, status: 'Closed' },
  { urn: '910004', name: 'Oldacre Primary', pupils: 90 },
  { urn: '91', name: 'Half a number', pupils: 90 },
])

testOnEmpty.describe('the register', () => {
  testOnEmpty.use({ today: '2025-02-03' })

  testOnEmpty('a first register and its update are read, shown, applied and undone', async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open()
    await expectAccessible(page)
    await screen.read(autumn)
    await expect(screen.apply).toHaveText('Import 3 schools')
    await expect(screen.rows).toHaveCount(3)
    await screen.apply.click()
    await expect(page.getByText('3 schools added, from register 2024-10-28.csv').first()).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Import another file' }).click()
    await screen.read(spring)
    await expect(screen.apply).toHaveText('Import 1 new and 2 changed schools')
    await expect(screen.tab('Changed 2')).toHaveAttribute('aria-selected', 'true')
    await expect(screen.rows.filter({ hasText: 'Larkfield Primary' })).toContainText('200214')
    await expect(page.getByRole('button', { name: 'Export all changes' })).toBeVisible()
    await screen.tab('Status changed').click()
    await expect(screen.rows.filter({ hasText: 'Mossbank Primary' }).first()).toContainText('Closed')
    await screen.tab('Gone from the file').click()
    await expect(screen.rows).toContainText(['Netherby Primary'])
    await screen.tab('Refused').click()
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.rows).toContainText('5')
    await expectAccessible(page)
    await screen.apply.click()
    await expect(page.getByText('1 school added, 2 changed, from register 2025-01-21.csv').first()).toBeVisible()

    await page.keyboard.press('Control+z')
    const list = new SchoolsScreen(page)
    await list.open()
    await list.expectTotal(3)
    await screen.open()
    await expect(screen.history.getByText('Undone')).toHaveCount(1)
    await expectAccessible(page)
    await screen.history.getByRole('button', { name: 'Undo the import of register 2024-10-28.csv' }).click()
    await expect(screen.history.getByText('Undone')).toHaveCount(2)
    await list.goTo('/schools')
    await expect(page.getByText('No schools yet', { exact: true })).toBeVisible()
  })

  testOnEmpty('a register is imported by keyboard alone', async ({ page, host }) => {
    testOnEmpty.skip(host !== 'browser', 'A system’s own file dialog cannot be pressed from outside.')
    const screen = new ImportScreen(page)
    await screen.open()
    const choose = page.getByRole('button', { name: 'Choose a file' })
    await tabTo(page, choose)
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles({ name: autumn.name, mimeType: 'text/csv', buffer: autumn.bytes })
    await screen.apply.waitFor()
    await tabTo(page, screen.apply)
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 schools added, from register 2024-10-28.csv').first()).toBeVisible()
  })

  testOnEmpty('a file that is no register is refused in a sentence, and another may be chosen', async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open()
    await screen.read(textFile('minutes.csv', ['Name,Town', 'Larkfield Primary,Birmingham']))
    await expect(page.getByText('Still missing: URN.')).toBeVisible()
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await screen.read({ name: 'empty.csv', bytes: Buffer.alloc(0) })
    await expect(screen.refusal).toContainText('empty')
    await screen.read({ name: 'locked.xlsx', bytes: Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]) })
    await expect(screen.refusal).toContainText('locked with a password')
    await expectAccessible(page)
    await screen.read(autumn)
    await expect(screen.apply).toHaveText('Import 3 schools')
    await expect(screen.refusal).toBeHidden()
  })

  testOnEmpty('a local authority that is none is said at its field, before any file is read', async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open()
    await page.getByLabel('Local authority code').fill('33')
    await screen.read(autumn)
    await expect(page.getByText('Enter three digits, such as 330, or leave it empty')).toBeVisible()
    await expect(page.getByText('Drop the file here')).toBeVisible()
    await expectAccessible(page)
  })
})

test('visits come from a file, and the rows that cannot be taken say why', async ({ page }) => {
  const list = new SchoolsScreen(page)
  await list.open('?visited=no')
  const name = await list.openFirst()
  const urn = await list.urn()
  const screen = new ImportScreen(page)
  await screen.open('visits')
  await screen.read(
    textFile('visits.csv', [
      'URN,Date,Visitor,Kind,Status,Counts,Purpose,Note',
      `${urn},02/06/2016,District Lead,visit,completed,yes,First visit from a file,`,
      `${urn},31/06/2016,District Lead,visit,completed,yes,,`,
      '999999,02/06/2016,District Lead,visit,completed,yes,,',
    ]),
  )
  await expect(screen.apply).toHaveText('Import 1 visit')
  await expect(screen.rows.first()).toContainText('2 June 2016District LeadVisit in personCompletedYes')
  await screen.tab('Refused').click()
  await expect(screen.rows).toHaveCount(2)
  await expect(screen.rows.last()).toContainText('999999')
  await expectAccessible(page)
  await screen.apply.click()
  await expect(page.getByText('1 visit added, from visits.csv').first()).toBeVisible()
  await expect(page.getByText('2 rows were refused and left out.')).toBeVisible()
  await page.getByRole('button', { name: 'Show what was left out' }).click()
  await expect(screen.rows.last()).toContainText('999999')
  await list.goTo(`/schools/${urn}`)
  await expect(list.name).toHaveText(name)
  await expect(list.story).toContainText('First visit from a file')
})

test('judgements and attendance come from files too', async ({ page }) => {
  const list = new SchoolsScreen(page)
  await list.open()
  await list.openFirst()
  const urn = await list.urn()
  const screen = new ImportScreen(page)
  await screen.open('needs')
  await screen.import(textFile('needs.csv', ['URN,Decision date,Requires package,Reason', `${urn},01/06/2016,yes,From a file`]))
  await goTo(page, '/schools/imports')
  await page.getByRole('grid', { name: 'Imports' }).getByText('needs.csv').click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export what is listed' }).click()
  await page.getByRole('menuitem', { name: 'Plain table (.csv)' }).click()
  expect((await saved).suggestedFilename()).toBe('Changes by needs.csv (not for publication).csv')
  await screen.open('attendance')
  await screen.import(
    textFile('attendance.csv', ['Group,District,Meeting date,URN,Attended', `Test District Strategy Group,Test,02/06/2016,${urn},yes`]),
  )
  await list.goTo(`/schools/${urn}`)
  await expect(list.story).toContainText('From a file')
  await expect(list.story).toContainText('Test District Strategy Group')
})

testOnEmpty.describe('the register of Birmingham', () => {
  const first = realFile('gias-birmingham-2024-10-28.csv')
  const next = realFile('gias-birmingham-2025-01-21.csv')
  testOnEmpty.skip(first === null || next === null, 'The files of the national register are not beside this project.')
  testOnEmpty.use({ today: '2025-02-03' })

  testOnEmpty('goes in whole, and the next term’s file changes what has changed', async ({ page }) => {
    if (first === null || next === null) return
    const screen = new ImportScreen(page)
    await screen.open()
    await screen.read(first)
    await expect(screen.apply).toHaveText('Import 958 schools')
    await expectAccessible(page)
    await screen.apply.click()
    await expect(page.getByText('958 schools added, from gias-birmingham-2024-10-28.csv').first()).toBeVisible()

    const list = new SchoolsScreen(page)
    await list.open('?open=no')
    await list.expectTotal(958)
    await list.table.focus()
    await page.keyboard.press('End')
    await expect(list.table.locator('[aria-rowindex="959"]').getByRole('gridcell').first()).not.toBeEmpty()
    await page.keyboard.press('Enter')
    await expect(list.name).toBeVisible()
    await expectAccessible(page)

    await screen.open()
    await screen.read(next)
    await expect(screen.apply).toHaveText(/^Import 4 new and [\d,]+ changed schools$/)
    await screen.apply.click()
    await expect(page.getByText(/^4 schools added, [\d,]+ changed, from gias-birmingham-2025-01-21\.csv/).first()).toBeVisible()
    await list.open('?open=no')
    await list.expectTotal(962)
  })
})

testOnEmpty.describe('the national register', () => {
  const england = realFile('gias-england-2024-10-28.csv.gz')
  testOnEmpty.skip(england === null, 'The file of the national register is not beside this project.')
  testOnEmpty.use({ today: '2025-02-03' })

  testOnEmpty('shows how far it has been read, and is cancelled without a trace', async ({ page }) => {
    if (england === null) return
    const screen = new ImportScreen(page)
    await screen.open()
    await screen.read(england)
    await expect(page.getByText(/[1-9][\d,]* of [\d,]+ rows/)).toBeVisible()
    await expect(page.getByRole('progressbar')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText('Drop the file here')).toBeVisible()
    await expect(screen.refusal).toBeHidden()
    await expect(screen.history).toContainText('Nothing has been imported')
  })
})

testOnEmpty.describe('the history of imports', () => {
  testOnEmpty.use({ today: '2025-02-03' })

  testOnEmpty('an import has a page of its own that shows each change, keeps the file, and takes it all back', async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open()
    await screen.import(autumn)
    await page.getByRole('button', { name: 'Import another file' }).click()
    await screen.import(spring)
    await page.getByRole('button', { name: 'Import another file' }).click()
    await screen.history.getByRole('link', { name: 'All imports' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Imports')
    const imports = page.getByRole('grid', { name: 'Imports' })
    await expect(imports.locator('[role=row][aria-selected]')).toHaveCount(2)
    await expectAccessible(page)
    await imports.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(spring.name)
    const rows = page.getByRole('grid').locator('[role=row][aria-selected]')
    await expect(page.getByRole('tab', { name: 'Changed 2', exact: true })).toHaveAttribute('aria-selected', 'true')
    await expect(rows.filter({ hasText: 'Larkfield Primary' })).toContainText('Pupils: 200 → 214')
    await rows.filter({ hasText: 'Mossbank Primary' }).click()
    await expect(page.getByText('before: Open', { exact: true })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'Refused 1' }).click()
    await expect(rows).toContainText(['is not six digits'])
    await page.getByRole('tab', { name: 'Added 1' }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('nobody')
    await expect(page.getByText('Nothing matches the search')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(rows).toHaveCount(1)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    expect((await saved).suggestedFilename()).toBe(spring.name)
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await expect(page.getByText('What it did is listed as it was.')).toBeVisible()
    await expect(rows.filter({ hasText: 'Oldacre Primary' })).toBeVisible()
    await expectAccessible(page)
  })

  testOnEmpty('says what depends on an import, with the way there', async ({ page }) => {
    const screen = new ImportScreen(page)
    await screen.open()
    await screen.import(autumn)
    await screen.open('visits')
    await screen.import(textFile('visits.csv', ['URN,Date,Visitor,Kind,Status,Counts', '910001,02/12/2024,District Lead,visit,completed,yes']))
    await screen.open()
    await expect(screen.history.getByRole('button', { name: 'Undo the import of visits.csv' })).toBeVisible()
    await expect(screen.history.getByRole('button', { name: `Undo the import of ${autumn.name}` })).toBeHidden()
    await expectAccessible(page)
    await screen.history.getByRole('link', { name: autumn.name }).click()
    await expect(page.getByText(/because the import of visits\.csv on .* \(the visit to Larkfield Primary on 2 December 2024\) depends on it/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo this import' })).toBeHidden()
    await expectAccessible(page)
    await page.getByRole('link', { name: /^Go to the import of visits\.csv/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('visits.csv')
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await expect(page.getByText('What it did is listed as it was.')).toBeVisible()
    await screen.open()
    await expect(screen.history.getByRole('button', { name: `Undo the import of ${autumn.name}` })).toBeVisible()
  })
})

test('an import that cannot be read says so', async ({ page, host }) => {
  test.skip(host !== 'browser', 'Answers are intercepted on their way over HTTP.')
  const { again } = await refuseAll(page, 'imports.list', 'The workspace is busy. Try again in a moment.')
  await goTo(page, '/schools/imports')
  await expect(page.getByRole('alert')).toContainText('The workspace is busy. Try again in a moment.')
  await expectAccessible(page)
  await again()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Nothing has been imported yet')).toBeVisible()
  await goTo(page, '/schools/imports/01900000-0000-7000-8000-000000000000')
  await expect(page.getByRole('alert')).toContainText('That import is not in this workspace.')
})

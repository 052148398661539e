import { expect, it } from 'vitest'
import { statement } from '../../database/index.ts'
import { testCore } from '../../testing.ts'
import { bringIn, textFile } from '../imports/testing.ts'

it('keeps the names of head teachers only where the council chooses to, and takes them out when it no longer does', async () => {
  const core = testCore()
  const head = 'URN,EstablishmentName,HeadTitle (name),HeadFirstName,HeadLastName,HeadPreferredJobTitle,PropsName,Diocese (name)'
  const file = (day: string) => textFile(`${head}\n103120,Ashfold,Dr,Invented,Name-One,Principal,Invented Proprietor,Oxford\n`, `x ${day}.csv`)
  const kept = async () => {
    const { headRole, headName, rest } = await core.client.schools.get({ urn: '103120' })
    return [headRole, headName, rest.flatMap(({ entries }) => entries.map(({ value }) => value)).join()]
  }
  const found = async (search: string) => (await core.client.schools.list({ filter: { search } })).total
  await bringIn(core, file('2016-01-01'))
  expect(await kept()).toEqual(['Principal', '', 'Oxford'])
  expect(await core.client.settings.get()).toMatchObject({ keepHeadNames: false })
  expect((await core.client.settings.save({ keepHeadNames: true })).sentence).toBe('Names of head teachers are kept from the next register file on')
  await bringIn(core, file('2016-02-01'))
  expect(await kept()).toEqual(['Principal', 'Dr Invented Name-One', 'Oxford,Invented Proprietor'])
  expect([await found('name-one'), await found('proprietor')]).toEqual([1, 1])
  const { transactionId, sentence } = await core.client.settings.save({ keepHeadNames: false })
  expect(sentence).toBe('Names of head teachers are no longer kept. They were taken out of 1 school record')
  expect(await kept()).toEqual(['Principal', '', 'Oxford'])
  expect([await found('name-one'), await found('proprietor')]).toEqual([0, 0])
  expect(statement(core.workspace.read, "SELECT 1 FROM schools WHERE head_name IS NOT NULL OR rest LIKE '%Proprietor%'").all()).toEqual([])
  await core.client.history.undo({ transactionId })
  expect(await kept()).toEqual(['Principal', 'Dr Invented Name-One', 'Oxford,Invented Proprietor'])
  expect(await core.client.settings.get()).toMatchObject({ keepHeadNames: true })
})

import { expect, it } from 'vitest'
import { testCore } from '../../testing.ts'
import { bringIn, textFile } from '../imports/testing.ts'

const register = (name: string, other = 'Barlow High') =>
  textFile(
    ['URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name)', `900001,${name},Community school,Open`, `900002,${other},Community school,Open`, ''].join('\n'),
    'register.csv',
  )

it('a school is found by a name that it had before, and says so, for as long as the change of name stands', async () => {
  const made = testCore()
  const { client } = made
  await bringIn(made, register('Ashfold Primary'), { kind: 'register', date: '2015-09-01' })
  const found = async (search: string) => (await client.schools.list({ filter: { search } })).rows.map(({ name, formerly }) => [name, formerly])
  expect(await found('ashf')).toEqual([['Ashfold Primary', undefined]])
  const renamed = await bringIn(made, register('Cedar Academy'), { kind: 'register', date: '2016-01-01' })
  expect(await found('ashf')).toEqual([['Cedar Academy', 'Ashfold Primary']])
  expect(await found('a')).toEqual([['Cedar Academy', 'Ashfold Primary']])
  expect(await found('cedar ashfold')).toEqual([['Cedar Academy', 'Ashfold Primary']])
  expect(await found('barlow')).toEqual([['Barlow High', undefined]])
  expect((await client.schools.list({ filter: {} })).rows.every(({ formerly }) => formerly === undefined)).toBe(true)
  expect((await client.schools.find({ search: 'ashfold' })).map(({ name }) => name)).toEqual(['Cedar Academy'])
  await client.history.undo({ transactionId: renamed.transactionId ?? '' })
  expect(await found('cedar')).toEqual([])
  expect(await found('ashf')).toEqual([['Ashfold Primary', undefined]])
})

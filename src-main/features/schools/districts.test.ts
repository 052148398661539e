import { ORPCError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { verify } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'

function coreWithSchools() {
  const core = testCore()
  addSchools(core.workspace, [
    { urn: '900001', name: 'Ashfold' },
    { urn: '900002', name: 'Barlow', district: 'Yardley' },
    { urn: '900003', name: 'Crane', district: 'Erdington' },
    { urn: '900004', name: 'Dell' },
  ])
  const districtsOf = async () => (await core.client.schools.list({ sort: 'urn' })).rows.map(({ district }) => district)
  return { ...core, districtsOf }
}

describe('the district of many schools', () => {
  const entry = { urns: ['900001', '900002', '900003', '900004', '900001'], district: 'Birmingham, Erdington', from: '2016-01-01' }

  it('is shown first, set as one change, and taken back as one', async () => {
    const { client, workspace, districtsOf } = coreWithSchools()
    expect(await client.schools.previewDistricts(entry)).toEqual({
      district: 'Erdington',
      changes: [{ district: null, count: 2 }, { district: 'Yardley', count: 1 }],
      unchanged: 1,
    })
    expect(await districtsOf()).toEqual([null, 'Yardley', 'Erdington', null])
    const { transactionId, sentence } = await client.schools.setDistricts(entry)
    expect(sentence).toBe('District of 3 schools is Erdington from 1 January 2016')
    expect(await districtsOf()).toEqual(['Erdington', 'Erdington', 'Erdington', 'Erdington'])
    expect((await client.schools.get({ urn: '900002' })).facts).toContainEqual({ fact: 'district', value: 'Yardley', validFrom: '2015-04-01', validTo: '2015-12-31' })
    await client.history.undo({ transactionId })
    expect(await districtsOf()).toEqual([null, 'Yardley', 'Erdington', null])
    expect(verify(workspace.read).ok).toBe(true)
  })

  it('names the school where it is one', async () => {
    const { client } = coreWithSchools()
    expect((await client.schools.setDistricts({ ...entry, urns: ['900003', '900004'] })).sentence).toBe('District of Dell is Erdington from 1 January 2016')
  })

  it.each([
    ['a school that is not in the register', { ...entry, urns: ['900001', '900009'] }, /no school with URN 900009.*Nothing was changed/],
    ['schools that are there already', { ...entry, urns: ['900003'] }, /in Erdington from 1 January 2016 already/],
  ])('is refused whole for %s', async (_what, asked, sentence) => {
    const { client, districtsOf } = coreWithSchools()
    await expect(client.schools.setDistricts(asked)).rejects.toSatisfy((error) => error instanceof ORPCError && error.code === 'REFUSED' && sentence.test(error.message))
    expect(await districtsOf()).toEqual([null, 'Yardley', 'Erdington', null])
  })
})

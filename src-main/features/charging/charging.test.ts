import { describe, expect, it } from 'vitest'
import { build, run } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'

async function core() {
  const made = testCore()
  const { client, workspace } = made
  addSchools(workspace, [
    { urn: '900001', name: 'Beacon Rise Primary' },
    { urn: '900002', name: 'Calder Lane Primary', status: 'Closed', closeDate: '2016-03-31' },
    { urn: '900003', name: 'Calder Academy', type: 'Academy converter', openDate: '2016-04-01' },
  ])
  workspace.change('Linked', (db) =>
    run(db, build.insertInto('school_links').values({ id: db.newId(), urn: '900003', link_urn: '900002', type: 'Predecessor', established_on: '2016-04-01' })),
  )
  const packageAt = async (urn: string) => {
    const { id } = await client.support.start({ title: 'Reading recovery', lead: 'District Lead', urn, identifiedOn: '2015-10-05' })
    await client.support.move({ id, kind: 'diagnosed', date: '2015-10-19' })
    await client.support.move({ id, kind: 'agreed', date: '2015-11-02', agreedWith: 'Head teacher', funding: 'Core contract' })
    await client.support.move({ id, kind: 'started', date: '2015-11-09' })
    return id
  }
  const rate = await client.charging.addRate({ name: 'Academy day rate', pence: 45_001, agreedWith: 'regionalSchoolsCommissioner', from: '2016-04-01', to: null })
  const maintained = await packageAt('900001')
  const converting = await packageAt('900002')
  return { ...made, rateId: rate.id, maintained, converting }
}

async function carriedOn() {
  const made = await core()
  await made.client.support.move({ id: made.converting, kind: 'carriedOn', date: '2016-04-01', urn: '900003' })
  return made
}

describe('charging', () => {
  it('is for academies: a maintained school is not charged', async () => {
    const { client, maintained, rateId } = await core()
    await expect(client.charging.record({ packageId: maintained, workFrom: '2016-04-04', basis: 'days', days: 2, rateId })).rejects.toThrow('Beacon Rise Primary is maintained on 4 April 2016, and maintained schools are not charged.')
    expect((await client.charging.list({})).uncharged).toEqual([])
  })

  it('begins with the conversion of a school in mid-package, and asks for it', async () => {
    const { client, converting, rateId } = await core()
    await expect(client.charging.record({ packageId: converting, workFrom: '2016-04-04', basis: 'days', days: 2, rateId })).rejects.toThrow('Decide first what happens next')
    await client.support.move({ id: converting, kind: 'carriedOn', date: '2016-04-01', urn: '900003' })
    expect((await client.charging.list({})).uncharged).toEqual([{ packageId: converting, packageTitle: 'Reading recovery', urn: '900003', schoolName: 'Calder Academy', since: '2016-04-01', converted: true }])
    await expect(client.charging.record({ packageId: converting, workFrom: '2016-03-30', basis: 'fixed', pence: 1_000 })).rejects.toThrow('Calder Lane Primary is maintained on 30 March 2016')
    await client.charging.record({ packageId: converting, workFrom: '2016-04-04', basis: 'days', days: 2.5, rateId })
    expect(await client.charging.list({})).toMatchObject({ uncharged: [], rows: [{ schoolName: 'Calder Academy', term: 'Summer 2016', days: 2.5, rate: 'Academy day rate', pence: 112_503, status: 'toBeAgreed' }] })
  })

  it('is agreed, then invoiced elsewhere, with totals by term and status as at any day', async () => {
    const { client, converting, rateId } = await carriedOn()
    const { id } = await client.charging.record({ packageId: converting, workFrom: '2016-04-04', basis: 'days', days: 2, rateId })
    await client.charging.record({ packageId: converting, workFrom: '2016-05-03', basis: 'fixed', pence: 60_000, note: 'Leadership day' })
    await expect(client.charging.invoice({ id, date: '2016-05-20', reference: 'INV 7' })).rejects.toThrow('still to be agreed')
    await client.charging.agree({ id, date: '2016-05-10', agreedWith: 'Principal' })
    await expect(client.charging.agree({ id, date: '2016-05-11', agreedWith: 'Principal' })).rejects.toThrow('agreed already')
    await client.charging.invoice({ id, date: '2016-06-01', reference: 'INV 7' })
    const totals = async (asAt: string) => (await client.charging.list({ asAt })).totals.map(({ term, toBeAgreed, agreed, invoiced, total }) => [term, toBeAgreed, agreed, invoiced, total])
    expect(await totals('2016-04-03')).toEqual([])
    expect(await totals('2016-05-09')).toEqual([['Summer 2016', 150_002, 0, 0, 150_002]])
    expect(await totals('2016-05-31')).toEqual([['Summer 2016', 60_000, 90_002, 0, 150_002]])
    expect(await totals('2016-06-14')).toEqual([['Summer 2016', 60_000, 0, 90_002, 150_002]])
    await expect(client.charging.delete({ id })).rejects.toThrow('Take that back first')
    await client.charging.stepBack({ id })
    await client.charging.stepBack({ id })
    await expect(client.charging.stepBack({ id })).rejects.toThrow('nothing to take back')
    await expect(client.support.delete({ id: converting })).rejects.toThrow('has charges')
    const { transactionId } = await client.charging.delete({ id })
    await client.history.undo({ transactionId })
    expect((await client.charging.list({ packageId: converting })).rows).toHaveLength(2)
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('keeps the sum of a rate that something was charged by', async () => {
    const { client, converting, rateId } = await carriedOn()
    const entry = { id: rateId, name: 'Academy day rate', pence: 45_001, agreedWith: 'regionalSchoolsCommissioner', from: '2016-04-01', to: null } as const
    await client.charging.changeRate({ ...entry, pence: 40_000 })
    await client.charging.record({ packageId: converting, workFrom: '2016-04-04', basis: 'days', days: 1, rateId })
    await expect(client.charging.changeRate({ ...entry, pence: 50_000 })).rejects.toThrow('1 charge stands on this rate')
    await expect(client.charging.deleteRate({ id: rateId })).rejects.toThrow('End it instead')
    await client.charging.changeRate({ ...entry, pence: 40_000, to: '2016-04-30' })
    await expect(client.charging.record({ packageId: converting, workFrom: '2016-05-03', basis: 'days', days: 1, rateId })).rejects.toThrow('holds from 1 April 2016 to 30 April 2016')
    await expect(client.charging.changeRate({ ...entry, pence: 40_000, to: '2016-03-30' })).rejects.toThrow('before it begins')
    expect((await client.charging.rates()).map(({ charges }) => charges)).toEqual([1])
  })
})

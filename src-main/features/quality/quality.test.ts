import { describe, expect, it } from 'vitest'
import { verify } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'

const visit = { date: '2016-05-03', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: '', note: '' } as const

function twoSchools() {
  const core = testCore()
  addSchools(core.workspace, [{ urn: '900001', name: 'Ashfold' }, { urn: '900002', name: 'Barlow', district: 'Yardley', closeDate: '2016-03-31', status: 'Closed' }, { urn: '900003', name: 'Calder', district: 'Yardley' }])
  return core
}

describe('data quality', () => {
  it('finds, counts, filters and searches what is odd', async () => {
    const { client } = twoSchools()
    const { id } = await client.visits.record({ urn: '900002', ...visit })
    expect(await client.quality.counts()).toEqual({
      open: 2,
      accepted: 0,
      rules: [
        { rule: 'openWithoutDistrict', title: 'Open without a district', open: 1, accepted: 0 },
        { rule: 'visitAfterClosing', title: 'Visit after closing', open: 1, accepted: 0 },
      ],
    })
    const { rows } = await client.quality.list({})
    expect(rows).toMatchObject([
      { rule: 'openWithoutDistrict', urn: '900001', name: 'Ashfold', fix: { kind: 'district', label: 'Set the district' }, accepted: null, acceptedBefore: null },
      { rule: 'visitAfterClosing', urn: '900002', fix: { kind: 'visit', id }, accepted: null },
    ])
    expect((await client.quality.list({ rules: ['visitAfterClosing'] })).total).toBe(1)
    expect((await client.quality.list({ search: 'ASHFOLD' })).rows.map(({ urn }) => urn)).toEqual(['900001'])
    expect((await client.quality.list({ search: 'áshfold' })).rows.map(({ urn }) => urn)).toEqual(['900001'])
    expect((await client.quality.list({ search: 'ashfold nowhere' })).total).toBe(0)
    expect(await client.quality.list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ urn: '900002' }] })
    expect((await client.today.get()).worthALook.map(({ text }) => text)).toContain('2 things in the records of schools look odd.')
  })

  it('goes away when it is put right', async () => {
    const { client } = twoSchools()
    await client.schools.setDistrict({ urn: '900001', district: 'Yardley', from: '2015-09-01' })
    expect(await client.quality.all()).toEqual([])
  })

  it('is accepted with a reason, by whom and when; taken back by undo or withdrawn', async () => {
    const { client, workspace } = twoSchools()
    const [finding] = await client.quality.all()
    const accepted = await client.quality.accept({ keys: [finding?.key ?? ''], reason: ' A hospital\u0007 school ' })
    expect(accepted.sentence).toBe('Accepted: Ashfold is open and has no district.')
    expect((await client.quality.list({})).rows).toEqual([])
    const [kept] = (await client.quality.list({ accepted: true })).rows
    expect(kept?.accepted).toMatchObject({ reason: 'A hospital school', on: '2016-06-14', by: 'Committee officer' })
    await expect(client.quality.accept({ keys: [finding?.key ?? ''], reason: 'Again' })).rejects.toThrow('was accepted already')
    await client.history.undo({ transactionId: accepted.transactionId })
    expect((await client.quality.counts()).open).toBe(1)
    await client.quality.accept({ keys: [finding?.key ?? ''], reason: 'Once more' })
    const [again] = (await client.quality.list({ accepted: true })).rows
    await client.quality.withdraw({ id: again?.accepted?.id ?? '' })
    expect((await client.quality.counts()).open).toBe(1)
    await expect(client.quality.withdraw({ id: again?.accepted?.id ?? '' })).rejects.toThrow('withdrawn already')
    expect(verify(workspace.read).problems).toEqual([])
  })

  it('comes back when the facts change, and says that it was accepted before', async () => {
    const { client } = twoSchools()
    const { id } = await client.visits.record({ urn: '900002', ...visit })
    const key = `visitAfterClosing ${id}`
    await client.quality.accept({ keys: [key], reason: 'A closing meeting' })
    await client.visits.edit({ id, urn: '900002', ...visit, purpose: 'Closing meeting' })
    expect((await client.quality.list({ accepted: true })).total).toBe(1)
    await client.visits.edit({ id, urn: '900002', ...visit, date: '2016-05-04' })
    const [back] = (await client.quality.list({ rules: ['visitAfterClosing'] })).rows
    expect(back).toMatchObject({ key, accepted: null, acceptedBefore: { reason: 'A closing meeting', on: '2016-06-14', by: 'Committee officer' } })
    await client.quality.accept({ keys: [key], reason: 'Still in order' })
    expect((await client.quality.list({ accepted: true })).rows).toMatchObject([{ accepted: { reason: 'Still in order' } }])
  })

  it('accepts many for one reason, all or none', async () => {
    const { client, workspace } = testCore()
    addSchools(workspace, [{ urn: '900001' }, { urn: '900002' }])
    const keys = (await client.quality.all()).map(({ key }) => key)
    await expect(client.quality.accept({ keys: [...keys, 'openWithoutDistrict 900009'], reason: 'No districts yet' })).rejects.toThrow('no longer odd')
    expect((await client.quality.counts()).open).toBe(2)
    expect((await client.quality.accept({ keys, reason: 'No districts yet' })).sentence).toBe('2 findings accepted')
    expect(await client.quality.counts()).toMatchObject({ open: 0, accepted: 2 })
    await expect(client.quality.accept({ keys, reason: ' ' })).rejects.toThrow()
  })
})

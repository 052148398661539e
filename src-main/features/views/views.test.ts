import { describe, expect, it } from 'vitest'
import { testCore } from '../../testing.ts'

const state = { query: { visited: 'no', district: ['Yardley', 'Erdington'] }, columns: [{ key: 'name' }, { key: 'ward', width: 120 }] }

describe('saved views', () => {
  it('are kept for one list by name, changed, renamed, deleted, and each of it undone', async () => {
    const { client } = testCore()
    const { id } = await client.views.save({ list: 'schools', name: ' Yardley to visit ', state })
    await client.views.save({ list: 'actions', name: 'Yardley to visit', state: { query: {}, columns: null } })
    expect(await client.views.list({ list: 'schools' })).toEqual([{ id, name: 'Yardley to visit', state }])

    const changed = { ...state, query: { visited: 'no' } }
    await client.views.change({ id, state: changed })
    await client.views.rename({ id, name: 'To visit' })
    expect(await client.views.list({ list: 'schools' })).toEqual([{ id, name: 'To visit', state: changed }])

    const { transactionId, sentence } = await client.views.delete({ id })
    expect(sentence).toBe('View To visit deleted')
    expect(await client.views.list({ list: 'schools' })).toEqual([])
    await client.history.undo({ transactionId })
    expect(await client.views.list({ list: 'schools' })).toHaveLength(1)
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('refuse a name that another view of the list has, in any capitals, and say so', async () => {
    const { client } = testCore()
    await client.views.save({ list: 'schools', name: 'To visit', state })
    await expect(client.views.save({ list: 'schools', name: 'to VISIT', state })).rejects.toThrow('There is a view called to VISIT already. Give this one another name.')
    const { id } = await client.views.save({ list: 'schools', name: 'Other', state })
    await expect(client.views.rename({ id, name: 'To visit' })).rejects.toMatchObject({ data: { code: 'name-taken' } })
    expect((await client.views.rename({ id, name: 'OTHER' })).sentence).toBe('View Other renamed to OTHER')
    await expect(client.views.save({ list: 'schools', name: ' \u200B ', state })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.views.delete({ id })
    await expect(client.views.change({ id, state })).rejects.toThrow('That saved view is no longer there')
  })
})

import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'
import { passageOf } from './passage.ts'

describe('search', () => {
  it('finds schools, minutes, decisions, actions and papers, with the passage', async () => {
    const { client, workspace } = testCore()
    addSchools(workspace, [{ urn: '900417', name: 'Beacon Rise Primary' }])
    const body = (await client.bodies.list()).find(({ code }) => code === 'IQ')
    const { id } = await client.meetings.create({ bodyId: body?.id ?? '', date: '2016-05-09', time: '', place: '' })
    const itemId = (await client.meetings.get({ id })).agenda[3]?.id ?? ''
    await client.minutes.save({ itemId, document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The beacon schools were praised.' }] }] } })
    await client.minutes.recordDecision({ itemId, text: 'That a beacon plan be written.' })
    await client.actions.record({ meetingId: id, itemId, text: 'Write the beacon plan', owner: 'Data manager', due: '2016-06-17' })
    const hits = await client.search.find({ words: 'beac' })
    expect(hits.map((hit) => hit.kind)).toEqual(['school', 'action', 'minute', 'minute'])
    expect(hits.find((hit) => hit.title.includes('Provider’s stocktake'))?.passage).toEqual([
      { text: 'The ', found: false },
      { text: 'beacon', found: true },
      { text: ' schools were praised.', found: false },
    ])
    expect((await client.search.find({ words: '900417' })).map((hit) => hit.target)).toEqual(['900417'])
    expect(await client.search.find({ words: '"*(' })).toEqual([])
  })

  it('follows what is changed and undone', async () => {
    const { client } = testCore()
    const body = (await client.bodies.list())[0]
    const { id } = await client.meetings.create({ bodyId: body?.id ?? '', date: '2016-05-09', time: '', place: '' })
    const action = await client.actions.record({ meetingId: id, itemId: null, text: 'Write to governors', owner: 'Data manager', due: '2016-06-17' })
    const found = async () => (await client.search.find({ words: 'governors' })).length
    expect(await found()).toBe(1)
    const deleted = await client.actions.delete({ id: action.id })
    expect(await found()).toBe(0)
    await client.history.undo({ transactionId: deleted.transactionId })
    expect(await found()).toBe(1)
  })
})

describe('passageOf', () => {
  it('cuts a marked passage into pieces', () => {
    expect(passageOf('a \uE000b\uE001 c\uE000d\uE001')).toEqual([
      { text: 'a ', found: false },
      { text: 'b', found: true },
      { text: ' c', found: false },
      { text: 'd', found: true },
    ])
  })
})

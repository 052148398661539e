import { describe, expect, it } from 'vitest'
import { all, build, run } from '../../database/index.ts'
import { addSchools, testCore, type TestCore } from '../../testing.ts'

const words = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

/** Two meetings of two bodies that speak of a lighthouse in every kind of record. */
async function lighthouses(core: TestCore) {
  const { client } = core
  const bodies = await client.bodies.list()
  const bodyOf = (code: string) => bodies.find((body) => body.code === code)?.id ?? ''
  const [iq, cmg] = [bodyOf('IQ'), bodyOf('CMG')]
  const meeting = async (bodyId: string, date: string) => {
    const { id } = await client.meetings.create({ bodyId, date, time: '', place: '' })
    await client.meetings.move({ id, to: 'held' })
    return { id, agenda: (await client.meetings.get({ id })).agenda }
  }
  const first = await meeting(iq, '2016-05-09')
  const second = await meeting(cmg, '2016-06-06')
  const item = first.agenda[3]?.id ?? ''
  const added = await client.meetings.addItem({ meetingId: second.id, title: 'The lighthouse', purpose: 'discussion', presenter: '', minutes: null })
  await client.minutes.save({ itemId: item, document: words('The lighthouse was admired. Beacon Rise Primary was praised.') })
  const decision = await client.minutes.recordDecision({ itemId: item, text: 'That a lamp be bought.', reasons: 'The lighthouse is dark.' })
  const action = await client.actions.record({ meetingId: first.id, itemId: item, text: 'Buy a lamp', owner: 'Data manager', due: '2016-07-01' })
  await client.actions.move({ id: action.id, date: '2016-05-20', kind: 'progress', note: 'Asked the lighthouse keeper.' })
  return { iq, cmg, first, second, item, added, decision, action }
}

const kindsOf = (hits: readonly { kind: string }[]) => hits.map(({ kind }) => kind).sort()

describe('search over everything said', () => {
  it('finds titles, minutes, decisions by their reasons, and actions by what became of them', async () => {
    const core = testCore()
    const { action } = await lighthouses(core)
    const { total, counts, hits } = await core.client.search.said({ words: 'light' })
    expect([total, counts]).toEqual([4, { item: 1, minute: 1, decision: 1, action: 1, version: 0 }])
    expect(kindsOf(hits)).toEqual(['action', 'decision', 'item', 'minute'])
    expect(hits.find(({ kind }) => kind === 'action')).toMatchObject({ actionId: action.id, title: 'Action IQ/2016-05-09/1', passage: [{ text: 'Asked the ', found: false }, { text: 'lighthouse', found: true }, { text: ' keeper.', found: false }] })
    expect(hits.find(({ kind }) => kind === 'decision')?.title).toBe('Decision IQ 2016/1')
    expect((await core.client.search.said({ words: 'lamp' })).hits.map(({ kind }) => kind).sort()).toEqual(['action', 'decision'])
  })

  it('is narrowed by body, dates, kinds and school, and sorted by date', async () => {
    const core = testCore()
    addSchools(core.workspace, [{ urn: '900417', name: 'Beacon Rise Primary' }, { urn: '900418', name: 'Elm Primary' }])
    const { iq, cmg, item } = await lighthouses(core)
    const ask = (more: object) => core.client.search.said({ words: 'lighthouse', ...more })
    expect((await ask({ bodyId: cmg })).total).toBe(1)
    expect((await ask({ bodyId: iq })).total).toBe(3)
    expect((await ask({ from: '2016-06-01' })).total).toBe(1)
    expect((await ask({ to: '2016-05-09' })).total).toBe(3)
    const narrowed = await ask({ kinds: ['minute', 'item'] })
    expect([kindsOf(narrowed.hits), narrowed.total, narrowed.counts.action]).toEqual([['item', 'minute'], 2, 1])
    expect((await ask({ sort: 'date' })).hits[0]?.date).toBe('2016-06-06')
    expect((await ask({ urn: '900417' })).hits.map(({ kind }) => kind)).toEqual(['minute'])
    expect((await core.client.search.said({ urn: '900417' })).total).toBe(1)
    expect((await core.client.search.said({ urn: '900418' })).total).toBe(0)
    // A live link to a school counts as naming it.
    core.workspace.change('Linked', (db) => {
      const [minute] = all(db, build.selectFrom('minutes').select('id').where('item_id', '=', item))
      run(db, build.insertInto('mentions').values({ kind: 'school', target: '900418', source: 'minutes', source_id: minute?.id ?? '' }))
    })
    expect(kindsOf((await ask({ urn: '900418' })).hits)).toEqual(['action', 'decision', 'minute'])
    expect((await ask({ urn: '999999' })).total).toBe(0)
    expect((await core.client.search.said({ words: '"*(' })).total).toBe(0)
  })

  it('follows every change and its undo', async () => {
    const core = testCore()
    const { first, item, added, action } = await lighthouses(core)
    const total = async () => (await core.client.search.said({ words: 'lighthouse' })).total
    expect(await total()).toBe(4)
    await core.client.meetings.editItem({ itemId: added.id, title: 'The harbour', purpose: 'discussion', presenter: '', minutes: null, paragraph: null, publicInterest: '' })
    expect(await total()).toBe(3)
    const deleted = await core.client.actions.delete({ id: action.id })
    expect(await total()).toBe(2)
    await core.client.history.undo({ transactionId: deleted.transactionId })
    expect(await total()).toBe(3)
    await core.client.minutes.save({ itemId: item, document: words('Nothing was said.') })
    expect(await total()).toBe(2)
    await core.client.meetings.edit({ id: first.id, date: '2016-01-05', time: '', place: '' })
    expect((await core.client.search.said({ words: 'lighthouse', to: '2016-01-05' })).total).toBe(2)
  })

  it('finds words of a circulated version that a later one no longer has, and says how minutes stand', async () => {
    const core = testCore()
    const { first, item } = await lighthouses(core)
    for (const { id, purpose } of first.agenda) if (purpose === 'decision') await core.client.minutes.recordDecision({ itemId: id, text: 'That it be so.' })
    await core.client.minutes.circulate({ meetingId: first.id, date: '2016-05-12' })
    await core.client.minutes.save({ itemId: item, document: words('The windmill was admired.') })
    await core.client.minutes.circulate({ meetingId: first.id, date: '2016-05-13' })
    const { hits } = await core.client.search.said({ words: 'lighthouse admired' })
    expect(hits).toMatchObject([{ kind: 'version', title: 'Version 1 of the minutes', meetingId: first.id, itemId: item, minutes: 'circulated', exempt: false }])
  })

  it('marks what is exempt', async () => {
    const core = testCore()
    const { item } = await lighthouses(core)
    core.workspace.change('Exempt', (db) => run(db, build.updateTable('agenda_items').set({ paragraph: 3 }).where('id', '=', item)))
    const { hits } = await core.client.search.said({ words: 'lighthouse' })
    expect(hits.map(({ kind, exempt }) => [kind, exempt]).sort()).toEqual([['action', true], ['decision', true], ['item', false], ['minute', true]])
  })

  it('gives a page at a time', async () => {
    const core = testCore()
    await lighthouses(core)
    const pages = await Promise.all([0, 1, 2, 3, 4].map((offset) => core.client.search.said({ words: 'lighthouse', offset, limit: 1 })))
    expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(4)
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4])
  })
})

import { describe, expect, it } from 'vitest'
import { testCore } from '../../testing.ts'

async function withAction() {
  const { client } = testCore()
  const body = (await client.bodies.list()).find(({ code }) => code === 'CMG')
  const meeting = await client.meetings.create({ bodyId: body?.id ?? '', date: '2016-05-10', time: '', place: '' })
  const action = await client.actions.record({ meetingId: meeting.id, itemId: null, text: 'Confirm recruitment to the two vacant posts', owner: 'Provider director', due: '2016-06-10' })
  return { client, id: action.id }
}

describe('an action', () => {
  it('is overdue by the day asked about, never by what is stored', async () => {
    const { client } = await withAction()
    const on = async (asAt: string) => (await client.actions.list({ asAt })).counts
    expect(await on('2016-05-09')).toMatchObject({ all: 0 })
    expect(await on('2016-06-10')).toMatchObject({ live: 1, overdue: 0, dueSoon: 1 })
    expect(await on('2016-06-11')).toMatchObject({ live: 1, overdue: 1 })
  })

  it('is extended, transferred, done and confirmed, with its story kept', async () => {
    const { client, id } = await withAction()
    await client.actions.move({ id, kind: 'extended', date: '2016-06-09', due: '2016-06-30', note: 'Interviews are later' })
    await client.actions.move({ id, kind: 'transferred', date: '2016-06-10', owner: 'Data manager' })
    expect(await client.actions.get({ id })).toMatchObject({ due: '2016-06-30', originalDue: '2016-06-10', owner: 'Data manager', overdue: false })
    await client.actions.move({ id, kind: 'done', date: '2016-06-13', note: 'Both posts filled' })
    await client.actions.move({ id, kind: 'confirmed', date: '2016-06-14' })
    const action = await client.actions.get({ id })
    expect(action).toMatchObject({ state: 'confirmed', doneOn: '2016-06-13' })
    expect(action.events.map((event) => event.kind)).toEqual(['opened', 'extended', 'transferred', 'done', 'confirmed'])
    await client.actions.move({ id, kind: 'reopened', date: '2016-06-14', note: 'One post fell vacant' })
    expect(await client.actions.get({ id })).toMatchObject({ state: 'open', doneOn: null })
  })

  it.each([
    [{ kind: 'extended', due: '2016-06-30' }, 'Give the reason'],
    [{ kind: 'extended', due: '2016-06-01', note: 'x' }, 'Give a later date'],
    [{ kind: 'extended', note: 'x' }, 'Give the new due date'],
    [{ kind: 'transferred' }, 'Name the new owner'],
    [{ kind: 'cancelled' }, 'Give the reason'],
    [{ kind: 'confirmed' }, 'Record it as done first'],
  ] as const)('refuses %j with a sentence', async (move, sentence) => {
    const { client, id } = await withAction()
    await expect(client.actions.move({ id, date: '2016-06-14', ...move })).rejects.toThrow(sentence)
    expect((await client.actions.get({ id })).events).toHaveLength(1)
  })

  it('recorded in a meeting that is still to come is in the log at once, under the number of its meeting', async () => {
    const { client } = testCore()
    const body = (await client.bodies.list()).find(({ code }) => code === 'CMG')
    const meeting = await client.meetings.create({ bodyId: body?.id ?? '', date: '2016-06-21', time: '', place: '' })
    const { id, number } = await client.actions.record({ meetingId: meeting.id, itemId: null, text: 'Send the rates', owner: 'Data manager', due: '2016-06-28' })
    expect(number).toBe('CMG/2016-06-21/1')
    expect((await client.actions.list({})).rows.map((action) => [action.id, action.number])).toEqual([[id, number]])
    expect((await client.actions.get({ id })).events.map(({ kind, date }) => [kind, date])).toEqual([['opened', '2016-06-14']])
  })

  it('moves with others in one change, and those that cannot are named one by one', async () => {
    const { client, id } = await withAction()
    const { meetingId } = await client.actions.get({ id })
    const record = async (owner: string) => (await client.actions.record({ meetingId, itemId: null, text: 'Send the rates', owner, due: '2016-06-28' })).id
    const [second, third] = [await record('Data manager'), await record('Officer')]
    await client.actions.move({ id: third, kind: 'done', date: '2016-06-01' })
    const move = { kind: 'extended', date: '2016-06-14', due: '2016-06-20', note: 'Half term' } as const
    const ids = [id, second, third]
    expect(await client.actions.checkMoves({ ids, ...move })).toEqual({
      possible: [id],
      refused: [
        { id: second, number: 'CMG/2016-05-10/2', reason: 'The action is due on 28 June 2016. Give a later date to extend it.' },
        { id: third, number: 'CMG/2016-05-10/3', reason: 'This action is done. Reopen it before it is extended.' },
      ],
    })
    await expect(client.actions.moveMany({ ids, ...move })).rejects.toThrow('Nothing was changed, because action CMG/2016-05-10/2 cannot make this move: The action is due on 28 June 2016.')
    expect((await client.actions.get({ id })).due).toBe('2016-06-10')

    // "Select all" has no limit of its own.
    const longSelection = Array.from({ length: 60_000 }, (_, at) => (at % 2 === 0 ? id : second))
    expect(await client.actions.checkMoves({ ids: longSelection, kind: 'done', date: '2016-06-14' })).toEqual({ possible: [id, second], refused: [] })
    expect((await client.actions.checkMoves({ ids, kind: 'done', date: '2016-05-01' })).refused.map(({ reason }) => reason)).toEqual(Array(3).fill('It is not in the log yet on 1 May 2016.'))

    const { transactionId, sentence } = await client.actions.moveMany({ ids: [id, second], kind: 'done', date: '2016-06-14' })
    expect(sentence).toBe('2 actions recorded as done')
    expect((await client.actions.list({})).counts.live).toBe(0)
    await client.history.undo({ transactionId })
    expect((await client.actions.list({})).counts.live).toBe(2)
  })

  it('belongs to an item of its own meeting', async () => {
    const { client } = await withAction()
    const bodyId = (await client.bodies.list())[0]?.id ?? ''
    const [one, two] = [await client.meetings.create({ bodyId, date: '2016-05-01', time: '', place: '' }), await client.meetings.create({ bodyId, date: '2016-05-02', time: '', place: '' })]
    const itemId = (await client.meetings.get({ id: two.id })).agenda[0]?.id ?? ''
    const seed = { meetingId: one.id, text: 'Write to governors', owner: 'Data manager', due: '2016-06-17' }
    await expect(client.actions.record({ ...seed, itemId })).rejects.toThrow('is not in that meeting')
    await expect(client.actions.record({ ...seed, itemId: one.id })).rejects.toThrow('is not in that meeting')
  })

  it('is found by its words, its number and its owner', async () => {
    const { client } = await withAction()
    const count = async (question: { search?: string; owner?: string }) => (await client.actions.list({ view: 'all', ...question })).rows.length
    expect(await count({ search: 'recruit' })).toBe(1)
    expect(await count({ search: 'CMG/2016-05-10/1' })).toBe(1)
    expect(await count({ search: 'nothing of this' })).toBe(0)
    expect(await count({ owner: 'Provider director' })).toBe(1)
    expect(await count({ owner: 'Data manager' })).toBe(0)
  })
})

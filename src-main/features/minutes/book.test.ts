import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { build, run } from '../../database/index.ts'
import { testCore, type TestCore } from '../../testing.ts'

const words = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
const CHAIR = 'Education Commissioner (chair)'

async function held({ client }: TestCore, date: string, said: string) {
  const bodyId = (await client.bodies.list()).find(({ code }) => code === 'IQ')?.id ?? ''
  const { id } = await client.meetings.create({ bodyId, date, time: '14:00', place: 'Council House' })
  await client.meetings.move({ id, to: 'held' })
  const { agenda } = await client.meetings.get({ id })
  for (const { id: itemId, purpose } of agenda) if (purpose === 'decision') await client.minutes.recordDecision({ itemId, text: 'That it be so.' })
  await client.minutes.save({ itemId: agenda[0]?.id ?? '', document: words(said) })
  return { id, bodyId, items: agenda.map((item) => item.id) }
}

/** Three meetings: one signed, one agreed but not signed, one still being drafted, and one that was cancelled. */
async function aYear(core: TestCore) {
  const { client } = core
  const [first, second, third] = [await held(core, '2016-01-18', 'Snow was spoken of.'), await held(core, '2016-02-22', 'Sleet was spoken of.'), await held(core, '2016-05-09', 'Sun was spoken of.')]
  for (const [meeting, later] of [[first, second], [second, third]] as const) {
    await client.minutes.circulate({ meetingId: meeting.id, date: '2016-03-01' })
    await client.minutes.agree({ meetingId: meeting.id, atMeetingId: later.id, atItemId: later.items[1] ?? '' })
  }
  await client.minutes.sign({ meetingId: first.id, date: '2016-02-23', byWhom: CHAIR })
  const { id } = await client.meetings.create({ bodyId: first.bodyId, date: '2016-04-01', time: '', place: '' })
  await client.meetings.move({ id, to: 'cancelled' })
  return { first, second, third, bodyId: first.bodyId }
}

const textOf = async (file: File) => (await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })).value

describe('the minute book', () => {
  it('holds what is signed and names what is not', async () => {
    const core = testCore()
    const { bodyId } = await aYear(core)
    const { meetings, years, exempt } = await core.client.minutes.bookContents({ bodyId, year: 2016 })
    expect(meetings.map(({ date, signed, standing }) => [date, signed, standing])).toEqual([
      ['2016-01-18', true, 'its minutes are signed'],
      ['2016-02-22', false, 'its minutes are agreed, but not signed'],
      ['2016-04-01', false, 'it was cancelled'],
      ['2016-05-09', false, 'its minutes are still being drafted'],
    ])
    expect([years, exempt]).toEqual([[2016], false])
    const file = await core.client.minutes.book({ bodyId, year: 2016 })
    const text = await textOf(file)
    expect(file.name).toBe('IQ 2016 minute book.docx')
    expect(text).toContain('Snow was spoken of.')
    expect(text).toContain('22 February 2016: its minutes are agreed, but not signed.')
    expect(text).toContain(`Signed by ${CHAIR} on 23 February 2016.`)
    expect(text).not.toContain('Sleet')
  })

  it('is made of what was agreed, whatever became of the rows since', async () => {
    const core = testCore()
    const { first, bodyId } = await aYear(core)
    const bytesNow = async () => Buffer.from(await (await core.client.minutes.book({ bodyId, year: 2016 })).arrayBuffer())
    const before = await bytesNow()
    core.workspace.change('Rows changed behind the record’s back', (db) => {
      run(db, build.updateTable('minutes').set({ text: 'Changed', document: JSON.stringify(words('Changed')) }).where('item_id', '=', first.items[0] ?? ''))
      run(db, build.updateTable('agenda_items').set({ title: 'Changed' }).where('meeting_id', '=', first.id))
      run(db, build.updateTable('bodies').set({ name: 'Renamed' }).where('id', '=', bodyId))
    })
    expect((await bytesNow()).equals(before)).toBe(true)
  })

  it('shows what later meetings put right', async () => {
    const core = testCore()
    const { first, third, bodyId } = await aYear(core)
    await core.client.minutes.correct({ itemId: first.items[0] ?? '', atItemId: third.items[1] ?? '', oldWords: 'Snow', newWords: 'Ice', reason: '' })
    expect(await textOf(await core.client.minutes.book({ bodyId, year: 2016 }))).toContain('Ice')
  })

  it('is refused in words where nothing is signed', async () => {
    const { client } = testCore()
    const bodyId = (await client.bodies.list())[0]?.id ?? ''
    await expect(client.minutes.book({ bodyId, year: 2016 })).rejects.toThrow('so there is nothing to put into a book')
  })
})

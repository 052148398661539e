import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ConfirmedMinutes, MinutesProposal } from '../../api/past-meetings.ts'
import { verify } from '../../database/index.ts'
import { plainText } from '../../domain/rich-text.ts'
import { STYLED, wordFile } from '../../imports/testing/word-files.ts'
import { testCore, type TestCore } from '../../testing.ts'

const wordOf = async () => new File([new Uint8Array(await wordFile(STYLED))], 'IQ minutes May.docx')

/** What an officer confirms who agrees to everything, and says what the file leaves open. */
function agreedTo({ bodyId, date, otherActions, items, ...facts }: MinutesProposal, more: Partial<ConfirmedMinutes> = {}): ConfirmedMinutes {
  const open = (action: MinutesProposal['otherActions'][number]) => ({ text: action.text, owner: action.owner || 'Clerk', due: action.due ?? '2016-07-20' })
  return { meetingId: null, bodyId: bodyId ?? '', date: date ?? '', ...facts, items: items.map((item) => ({ ...item, actions: item.actions.map(open) })), otherActions: otherActions.map(open), ...more }
}

async function entered({ client }: TestCore, more: Partial<ConfirmedMinutes> = {}) {
  const file = await wordOf()
  const change = await client.pastMeetings.enter({ file, minutes: agreedTo(await client.pastMeetings.read({ file }), more) })
  return { file, change, meeting: await client.meetings.get({ id: change.id }) }
}

const iq = async ({ client }: TestCore) => (await client.bodies.list()).find(({ code }) => code === 'IQ')?.id ?? ''

describe('a past meeting read in from Word', () => {
  it('has its items, minutes, attendance, decisions of the meeting’s year, and actions', async () => {
    const core = testCore()
    const { meeting } = await entered(core)
    expect(meeting).toMatchObject({ bodyCode: 'IQ', date: '2016-05-09', time: '14:00', place: 'Committee Room 2', state: 'held', minutes: 'drafting' })
    expect(meeting.agenda.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Welcome', '2 Visit plan', '3 Any other business'])
    expect(plainText(meeting.agenda[0]?.document ?? { type: 'doc', content: [{ type: 'paragraph' }] })).toBe('The chair welcomed everyone.')
    expect(meeting.decisionList.map(({ number }) => number)).toEqual(['IQ 2016/1', 'IQ 2016/2', 'IQ 2016/3'])
    expect(meeting.actionList.map(({ number, owner, due, state }) => [number, owner, due, state])).toEqual([
      ['IQ/2016-05-09/1', 'Clerk', '2016-07-04', 'open'],
      ['IQ/2016-05-09/2', 'Provider director', '2016-06-10', 'open'],
      ['IQ/2016-05-09/3', 'Data manager', '2016-07-20', 'open'],
    ])
    expect(meeting.attendance.map(({ role, presence }) => [role, presence])).toEqual([['Executive Director', 'present'], ['Provider director', 'present'], ['Cabinet Member', 'apologies']])
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('keeps the very file with its hash', async () => {
    const core = testCore()
    const { file, meeting } = await entered(core)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(await core.client.pastMeetings.source({ meetingId: meeting.id })).toEqual({ name: 'IQ minutes May.docx', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
    const kept = await core.client.pastMeetings.sourceFile({ meetingId: meeting.id })
    expect(Buffer.from(await kept.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('is taken back whole by one undo, and entered again under the next numbers', async () => {
    const core = testCore()
    const before = { meetings: await core.client.meetings.list({}), actions: (await core.client.actions.list({})).counts }
    const { change } = await entered(core)
    await core.client.history.undo({ transactionId: change.transactionId })
    expect({ meetings: await core.client.meetings.list({}), actions: (await core.client.actions.list({})).counts }).toEqual(before)
    expect(verify(core.workspace.read).problems).toEqual([])
    expect((await entered(core)).meeting.decisionList[0]?.number).toBe('IQ 2016/4')
  })

  it('may fill a meeting that is there without minutes: its items keep their place and papers, the rest of its agenda stays', async () => {
    const core = testCore()
    const bodyId = await iq(core)
    const { id } = await core.client.meetings.create({ bodyId, date: '2016-05-10', time: '', place: '' })
    const agenda = (await core.client.meetings.get({ id })).agenda
    const welcome = agenda.find(({ title }) => title.startsWith('Welcome'))
    await core.client.meetings.create({ bodyId, date: '2016-01-10', time: '', place: '' })
    expect((await core.client.pastMeetings.places({ bodyId, date: '2016-05-09' })).map(({ date }) => date)).toEqual(['2016-05-10', '2016-01-10'])
    const file = await wordOf()
    const minutes = agreedTo(await core.client.pastMeetings.read({ file }), { meetingId: id })
    const change = await core.client.pastMeetings.enter({ file, minutes: { ...minutes, items: minutes.items.map((item) => (item.title === 'Welcome' ? { ...item, title: welcome?.title.toUpperCase() ?? '' } : item)) } })
    const meeting = await core.client.meetings.get({ id: change.id })
    expect(change.id).toBe(id)
    expect(meeting).toMatchObject({ date: '2016-05-09', state: 'held' })
    expect(meeting.agenda[0]).toMatchObject({ id: welcome?.id, title: welcome?.title })
    expect(meeting.agenda.map(({ number }) => number)).toEqual(meeting.agenda.map((_, at) => at + 1))
    expect(new Set(meeting.agenda.map(({ title }) => title))).toEqual(new Set([...agenda.map(({ title }) => title), 'Visit plan', 'Any other business']))
    await core.client.history.undo({ transactionId: change.transactionId })
    expect((await core.client.meetings.get({ id })).agenda).toEqual(agenda)
  })

  it.each([
    ['a day to come', { date: '2016-06-15' }, 'still to come'],
    ['a body that is not there', { bodyId: '00000000-0000-7000-8000-000000000000' }, 'not in this workspace'],
    ['a meeting that is not there', { meetingId: '00000000-0000-7000-8000-000000000000' }, 'no longer there'],
  ])('is refused in words for %s', async (_, more, sentence) => {
    const core = testCore()
    await expect(entered(core, more)).rejects.toThrow(sentence)
    expect(await core.client.meetings.list({})).toEqual([])
  })

  it('does not overwrite minutes, and is made of a Word file only', async () => {
    const core = testCore()
    const { meeting } = await entered(core)
    await expect(entered(core, { meetingId: meeting.id })).rejects.toThrow('has minutes, decisions or actions already')
    const file = await wordOf()
    const minutes = agreedTo(await core.client.pastMeetings.read({ file }))
    await expect(core.client.pastMeetings.enter({ file: new File(['text'], 'a.docx'), minutes })).rejects.toThrow('not a Word document')
    await expect(core.client.pastMeetings.sourceFile({ meetingId: (await core.client.meetings.create({ bodyId: minutes.bodyId, date: '2016-01-01', time: '', place: '' })).id })).rejects.toThrow('not read from a file')
  })
})

import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../api/meetings.ts'
import type { RichText } from '../../api/richtext.ts'
import { build, run } from '../../database/index.ts'
import { addSchools, testCore, type TestCore } from '../../testing.ts'

const words = (text: string): RichText => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

async function quartet({ client }: TestCore, date = '2016-05-09'): Promise<Meeting> {
  const body = (await client.bodies.list()).find(({ code }) => code === 'IQ')
  const { id } = await client.meetings.create({ bodyId: body?.id ?? '', date, time: '14:00', place: 'Council House' })
  return client.meetings.get({ id })
}

describe('a meeting', () => {
  it('starts with the standing items and the members of its body', async () => {
    const core = testCore()
    const meeting = await quartet(core)
    expect(meeting.agenda.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Welcome and apologies',
      '2 Minutes of the last meeting',
      '3 Matters arising',
      '4 Provider’s stocktake',
      '5 Any other business',
      '6 Date of next meeting',
    ])
    expect(meeting.attendance[0]).toMatchObject({ role: 'Education Commissioner (chair)', presence: null })
  })

  it('keeps attendance, minutes, a decision and an action, each undone as one', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core)
    const item = meeting.agenda[3]
    const attendee = meeting.attendance[0]
    if (!item || !attendee) throw new Error('no item')
    await client.meetings.setPresence({ attendeeId: attendee.id, presence: 'present' })
    await client.minutes.save({ itemId: item.id, document: words('The provider presented its stocktake.') })
    const saved = await client.minutes.save({ itemId: item.id, document: words('The provider presented its stocktake as at 9 May 2016.') })
    expect(await client.minutes.recordDecision({ itemId: item.id, text: 'That every school be visited.' })).toMatchObject({ number: 'IQ 2016/1' })
    expect(await client.actions.record({ meetingId: meeting.id, itemId: item.id, text: 'Provide a visit plan', owner: 'Provider director', due: '2016-06-10' })).toMatchObject({
      number: 'IQ/2016-05-09/1',
    })
    const now = await client.meetings.get({ id: meeting.id })
    expect(now).toMatchObject({ minuted: 1, decisions: 1, actions: 1, attendance: [{ presence: 'present' }, {}, {}, {}] })
    expect(now.agenda[3]?.document).toEqual(words('The provider presented its stocktake as at 9 May 2016.'))
    expect(now.actionList[0]).toMatchObject({ overdue: true, daysLeft: -4, state: 'open' })

    await client.history.undo({ transactionId: saved.transactionId })
    expect((await client.meetings.get({ id: meeting.id })).agenda[3]?.document).toEqual(words('The provider presented its stocktake.'))
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('brings open actions of earlier meetings back under matters arising', async () => {
    const core = testCore()
    const { client } = core
    const may = await quartet(core)
    const { id } = await client.actions.record({ meetingId: may.id, itemId: null, text: 'Report on visits', owner: 'Data manager', due: '2016-06-17' })
    const july = await quartet(core, '2016-07-04')
    expect((await client.meetings.get({ id: july.id })).mattersArising.map((action) => action.id)).toEqual([id])
    expect(july.previous).toEqual({ id: may.id, date: '2016-05-09' })
    await client.actions.move({ id, kind: 'done', date: '2016-06-13', note: 'Sent' })
    expect((await client.meetings.get({ id: july.id })).mattersArising).toEqual([])
  })

  it('numbers its items without gaps whatever is added, moved and removed', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core)
    const { id } = await client.meetings.addItem({ meetingId: meeting.id, title: 'Quality assurance' })
    await client.meetings.moveItem({ itemId: id, to: 2 })
    await client.meetings.removeItem({ itemId: meeting.agenda[4]?.id ?? '' })
    const { agenda } = await client.meetings.get({ id: meeting.id })
    expect(agenda.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Welcome and apologies',
      '2 Quality assurance',
      '3 Minutes of the last meeting',
      '4 Matters arising',
      '5 Provider’s stocktake',
      '6 Date of next meeting',
    ])
  })

  it('is not removed with what it decided, nor moved against its lifecycle', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core)
    const itemId = meeting.agenda[3]?.id ?? ''
    await client.minutes.recordDecision({ itemId, text: 'That the plan be agreed.' })
    await expect(client.meetings.removeItem({ itemId })).rejects.toThrow('has minutes, decisions or actions')
    await expect(client.meetings.delete({ id: meeting.id })).rejects.toThrow('Cancel the meeting instead')
    await client.meetings.move({ id: meeting.id, to: 'held' })
    await expect(client.meetings.move({ id: meeting.id, to: 'cancelled' })).rejects.toMatchObject({ code: 'REFUSED' })
  })

  it('gives no number twice, whatever was deleted or undone', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core)
    const itemId = meeting.agenda[3]?.id ?? ''
    const decide = () => client.minutes.recordDecision({ itemId, text: 'That the plan be agreed.' })
    const act = () => client.actions.record({ meetingId: meeting.id, itemId: null, text: 'Write the plan', owner: 'Data manager', due: '2016-06-17' })
    const [decision, action] = [await decide(), await act()]
    const deletions = [await client.minutes.deleteDecision({ id: decision.id }), await client.actions.delete({ id: action.id })]
    const [second, third] = [await decide(), await act()]
    expect([second.number, third.number]).toEqual(['IQ 2016/2', 'IQ/2016-05-09/2'])
    await client.history.undo({ transactionId: second.transactionId })
    expect((await decide()).number).toBe('IQ 2016/3')
    for (const { transactionId } of deletions) await client.history.undo({ transactionId })
    const now = await client.meetings.get({ id: meeting.id })
    expect(now.decisionList.map(({ number }) => number)).toEqual(['IQ 2016/1', 'IQ 2016/3'])
    expect(now.actionList.map(({ number }) => number)).toEqual(['IQ/2016-05-09/1', 'IQ/2016-05-09/2'])
  })

  it('keeps an item whose minute is a figure alone', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core)
    const itemId = meeting.agenda[3]?.id ?? ''
    const figure = { type: 'figure', attrs: { figure: 'visited', group: 'maintained', show: 'percent' } } as const
    await client.minutes.save({ itemId, document: { type: 'doc', content: [{ type: 'paragraph', content: [figure] }] } })
    expect(await client.meetings.get({ id: meeting.id })).toMatchObject({ minuted: 1 })
    await expect(client.meetings.removeItem({ itemId })).rejects.toThrow('has minutes, decisions or actions')
    await client.minutes.save({ itemId, document: words(' ') })
    expect(await client.meetings.get({ id: meeting.id })).toMatchObject({ minuted: 0 })
    await client.meetings.removeItem({ itemId })
  })

  it('expects who was a member on its day; before anyone was, the members of today', async () => {
    const core = testCore()
    const { workspace } = core
    const [body] = (await core.client.bodies.list()).filter(({ code }) => code === 'IQ')
    workspace.change('Members changed', (db) => {
      run(db, build.updateTable('body_members').set({ valid_to: '2015-12-31' }).where('role', '=', 'Cabinet Member'))
      run(db, build.insertInto('body_members').values({ id: db.newId(), body_id: body?.id ?? '', role: 'Head of Service', organisation: 'Council', chair: 0, valid_from: '2016-05-10', valid_to: null }))
    })
    const roles = async (date: string) => (await quartet(core, date)).attendance.map(({ role }) => role)
    const [chair, director, commissioner] = ['Education Commissioner (chair)', 'Executive Director', 'Regional Schools Commissioner']
    expect(await roles('2015-12-31')).toEqual([chair, director, 'Cabinet Member', commissioner])
    expect(await roles('2016-05-09')).toEqual([chair, director, commissioner])
    expect(await roles('2016-05-10')).toEqual([chair, director, commissioner, 'Head of Service'])
    expect(await roles('2014-12-01')).toEqual([chair, director, commissioner, 'Head of Service'])
  })

  it('two of one body on one day are two, with numbers of their own', async () => {
    const core = testCore()
    const first = await quartet(core)
    const second = await quartet(core)
    expect(first.id).not.toBe(second.id)
    const number = async (meeting: Meeting) => (await core.client.minutes.recordDecision({ itemId: meeting.agenda[3]?.id ?? '', text: 'Agreed.' })).number
    expect([await number(first), await number(second)]).toEqual(['IQ 2016/1', 'IQ 2016/2'])
  })
})

describe('a District Strategy Group meeting', () => {
  it('offers the schools of its district that were open, and keeps who attended', async () => {
    const core = testCore()
    const { client, workspace } = core
    addSchools(workspace, [
      { urn: '900001', name: 'Ashfold Primary', district: 'Yardley' },
      { urn: '900002', name: 'Barlow Academy', district: 'Yardley', type: 'Academy converter' },
      { urn: '900003', name: 'Closed Primary', district: 'Yardley', closeDate: '2015-08-31', status: 'Closed' },
      { urn: '900004', name: 'Calder Primary', district: 'Erdington' },
      { urn: '900005', name: 'Dene Independent', district: 'Yardley', type: 'Other independent school' },
    ])
    const { result: bodyId } = workspace.change('Group made', (db) => {
      const id = db.newId()
      run(db, build.insertInto('bodies').values({ id, name: 'Yardley District Strategy Group', code: 'DSG-YAR', kind: 'districtStrategyGroup', district: 'Yardley', statutory: 0 }))
      return id
    })
    const { id } = await client.meetings.create({ bodyId, date: '2016-05-12', time: '', place: '' })
    expect((await client.meetings.get({ id })).schools).toEqual([
      { urn: '900001', name: 'Ashfold Primary', group: 'maintained', attended: false },
      { urn: '900002', name: 'Barlow Academy', group: 'academy', attended: false },
    ])
    await client.schools.setDistrict({ urn: '900004', district: 'Yardley', from: '2016-06-01' })
    const early = await client.meetings.create({ bodyId, date: '2015-03-31', time: '', place: '' })
    expect((await client.meetings.get({ id: early.id })).schools.map(({ urn }) => urn)).toEqual(['900001', '900002', '900003'])
    await client.meetings.setSchoolAttendance({ meetingId: id, attendance: [{ urn: '900001', attended: true }, { urn: '900002', attended: false }] })
    const figures = await client.figures.list({ asAt: '2016-06-21' })
    expect(figures.find((f) => f.id === 'dsgCoverage' && f.group === 'maintained')).toMatchObject({ numerator: 1, denominator: 2, text: '50%' })
    expect(figures.find((f) => f.id === 'dsgRounds')).toMatchObject({ numerator: 1, denominator: null, percent: null })
    await expect(client.meetings.setSchoolAttendance({ meetingId: id, attendance: [{ urn: '999999', attended: true }] })).rejects.toThrow('Nothing was recorded')
  })
})

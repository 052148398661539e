import { strFromU8, unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../api/meetings.ts'
import type { RichText } from '../../api/richtext.ts'
import { verify } from '../../database/index.ts'
import { testCore, type TestCore } from '../../testing.ts'

const words = (text: string): RichText => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

async function quartet({ client }: TestCore, date: string, held = true): Promise<Meeting> {
  const body = (await client.bodies.list()).find(({ code }) => code === 'IQ')
  const { id } = await client.meetings.create({ bodyId: body?.id ?? '', date, time: '14:00', place: 'Council House' })
  if (held) await client.meetings.move({ id, to: 'held' })
  return client.meetings.get({ id })
}

function itemOf(meeting: Meeting, number: number) {
  const item = meeting.agenda[number - 1]
  if (!item) throw new Error(`no item ${number}`)
  return item
}

/** A meeting with a minute, a decision and an action under its fourth item, circulated as version 1. */
async function circulated(core: TestCore) {
  const meeting = await quartet(core, '2016-05-09')
  const item = itemOf(meeting, 4)
  await core.client.minutes.save({ itemId: item.id, document: words('The provider presented its stocktake.') })
  await core.client.minutes.recordDecision({ itemId: item.id, text: 'That every school be visited.' })
  await core.client.actions.record({ meetingId: meeting.id, itemId: item.id, text: 'Provide a visit plan', owner: 'Provider director', due: '2016-06-10' })
  const version = await core.client.minutes.circulate({ meetingId: meeting.id, date: '2016-05-12' })
  return { meeting, item, version }
}

async function agreed(core: TestCore, corrections = '') {
  const given = await circulated(core)
  const later = await quartet(core, '2016-06-13')
  const agreement = await core.client.minutes.agree({ meetingId: given.meeting.id, atMeetingId: later.id, atItemId: itemOf(later, 2).id, corrections })
  return { ...given, later, agreement }
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
const partsOf = async (file: File) => Object.entries(unzipSync(await bytesOf(file))).map(([path, part]) => `${path}\n${strFromU8(part)}`)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const textOf = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

describe('minutes', () => {
  it('go from drafting to signed, each step told in their story', async () => {
    const core = testCore()
    const { client } = core
    const { meeting, later, agreement } = await agreed(core)
    expect(agreement).toMatchObject({ number: 2 })
    await client.minutes.sign({ meetingId: meeting.id, date: '2016-06-13', byWhom: 'Education Commissioner (chair)' })
    const story = await client.minutes.story({ meetingId: meeting.id })
    expect(story.state).toBe('signed')
    expect(story.versions.map(({ number, kind, madeOn, hasPublic }) => [number, kind, madeOn, hasPublic])).toEqual([
      [1, 'circulated', '2016-05-12', false],
      [2, 'agreed', '2016-06-13', false],
    ])
    expect(story.events.map(({ kind, date, at, byWhom }) => [kind, date, at?.date, byWhom])).toEqual([
      ['circulated', '2016-05-12', undefined, ''],
      ['agreed', '2016-06-13', '2016-06-13', ''],
      ['signed', '2016-06-13', undefined, 'Education Commissioner (chair)'],
    ])
    // The usual sentence stands under the item of the later meeting.
    expect(itemOf(await client.meetings.get({ id: later.id }), 2).document).toEqual(words('The minutes of the meeting held on 9 May 2016 were agreed as a correct record.'))
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('cannot be circulated before the meeting was held, or while an item for decision has none', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core, '2016-05-09', false)
    await expect(client.minutes.circulate({ meetingId: meeting.id, date: '2016-05-12' })).rejects.toThrow('not recorded as held yet')
    await client.meetings.move({ id: meeting.id, to: 'held' })
    const { id } = await client.meetings.addItem({ meetingId: meeting.id, title: 'Funding', purpose: 'decision' })
    await expect(client.minutes.circulate({ meetingId: meeting.id, date: '2016-05-12' })).rejects.toThrow('Item 7, “Funding”, is for decision and has none.')
    expect((await client.minutes.story({ meetingId: meeting.id })).versions).toEqual([])
    await client.meetings.setOutcome({ itemId: id, outcome: 'deferred' })
    expect(await client.minutes.circulate({ meetingId: meeting.id, date: '2016-05-12' })).toMatchObject({ number: 1 })
  })

  it('that were circulated stay so, and a change makes another version', async () => {
    const core = testCore()
    const { client } = core
    const { meeting, item, version } = await circulated(core)
    await expect(client.history.undo({ transactionId: version.transactionId })).rejects.toThrow('circulate the minutes again as a new version')
    await expect(client.meetings.edit({ id: meeting.id, date: '2016-05-10', time: '', place: '' })).rejects.toThrow('have been circulated under its date')
    await client.meetings.edit({ id: meeting.id, date: '2016-05-09', time: '14:30', place: 'Town Hall' })
    await client.minutes.save({ itemId: item.id, document: words('The provider presented a new stocktake.') })
    await client.minutes.logComment({ meetingId: meeting.id, date: '2016-05-13', byWhom: 'Cabinet Member', note: 'It was a new stocktake.' })
    const before = await bytesOf(await client.minutes.word({ meetingId: meeting.id, versionId: version.id }))
    expect(sha256(before)).toBe(version.sha256)
    const story = await client.minutes.story({ meetingId: meeting.id })
    expect(story).toMatchObject({ state: 'circulated', changedSince: true, events: [{ kind: 'circulated' }, { kind: 'comment', byWhom: 'Cabinet Member', note: 'It was a new stocktake.', versionNumber: 1 }] })

    const later = await quartet(core, '2016-06-13')
    const at = { meetingId: meeting.id, atMeetingId: later.id, atItemId: itemOf(later, 2).id }
    await expect(client.minutes.agree(at)).rejects.toThrow('were changed after version 1 was circulated')
    expect(await client.minutes.circulate({ meetingId: meeting.id, date: '2016-05-14' })).toMatchObject({ number: 2 })
    const [opening, ...items] = await client.minutes.compare({ meetingId: meeting.id, from: version.id })
    expect(opening?.pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`)).toEqual(['removed 14:00', 'added 14:30', 'removed Council House', 'added Town Hall'])
    expect(items.filter(({ changed }) => changed).map(({ heading, pieces }) => [heading, pieces.filter(({ kind }) => kind !== 'same')])).toEqual([
      ['4 Provider’s stocktake', [{ kind: 'removed', text: 'its' }, { kind: 'added', text: 'a new' }]],
    ])
    expect(await client.minutes.agree(at)).toMatchObject({ number: 3 })
    expect(await bytesOf(await client.minutes.word({ meetingId: meeting.id, versionId: version.id }))).toEqual(before)
  })

  it('say on every page of a draft that they are one, and not once they are agreed', async () => {
    const core = testCore()
    const { client } = core
    const { meeting, version, agreement } = await agreed(core)
    const headers = async (versionId: string) => (await partsOf(await client.minutes.word({ meetingId: meeting.id, versionId }))).filter((part) => part.startsWith('word/header')).map(textOf)
    expect((await headers(version.id)).join()).toContain('PUBLIC. Draft: subject to approval')
    const whole = (await partsOf(await client.minutes.word({ meetingId: meeting.id, versionId: agreement.id }))).map(textOf).join('\n')
    expect(whole).not.toMatch(/draft/i)
    expect(whole).toContain('These minutes were agreed as a correct record at the meeting of the Education Quartet held on 13 June 2016.')
    expect(whole).toContain('Decision IQ 2016/1: That every school be visited.')
    expect(whole).toContain('Action IQ/2016-05-09/1: Provide a visit plan Owner: Provider director. Due: 10 June 2016.')
  })

  it('that are agreed do not change: not their words, items, attendance, decisions, actions or date', async () => {
    const core = testCore()
    const { client } = core
    const { meeting, item, agreement } = await agreed(core)
    const now = await client.meetings.get({ id: meeting.id })
    const [attendee, decision, action] = [now.attendance[0]?.id ?? '', now.decisionList[0]?.id ?? '', now.actionList[0]?.id ?? '']
    const file = await bytesOf(await client.minutes.word({ meetingId: meeting.id, versionId: agreement.id }))
    const { title, presenter, purpose, minutes, paragraph, publicInterest } = item
    const attempts = [
      () => client.minutes.save({ itemId: item.id, document: words('Otherwise.') }),
      () => client.minutes.recordDecision({ itemId: item.id, text: 'Another' }),
      () => client.minutes.editDecision({ id: decision, text: 'Another', reasons: '' }),
      () => client.minutes.deleteDecision({ id: decision }),
      () => client.actions.record({ meetingId: meeting.id, itemId: null, text: 'Another', owner: 'Officer', due: '2016-07-01' }),
      () => client.actions.edit({ id: action, text: 'Another' }),
      () => client.actions.delete({ id: action }),
      () => client.meetings.addItem({ meetingId: meeting.id, title: 'Another' }),
      () => client.meetings.editItem({ itemId: item.id, title: 'Another', presenter, purpose, minutes, paragraph, publicInterest }),
      () => client.meetings.editItem({ itemId: item.id, title, presenter, purpose, minutes, paragraph: 3, publicInterest: 'Weighed' }),
      () => client.meetings.moveItem({ itemId: item.id, to: 1 }),
      () => client.meetings.removeItem({ itemId: item.id }),
      () => client.meetings.setOutcome({ itemId: item.id, outcome: 'noted' }),
      () => client.meetings.setPresence({ attendeeId: attendee, presence: 'present' }),
      () => client.meetings.addAttendee({ meetingId: meeting.id, role: 'Another', organisation: '', presence: 'present' }),
      () => client.meetings.removeAttendee({ attendeeId: attendee }),
      () => client.meetings.edit({ id: meeting.id, date: meeting.date, time: '09:00', place: '' }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow('agreed and do not change')
    await expect(client.minutes.word({ meetingId: meeting.id })).rejects.toThrow('Choose the agreed version')
    await client.actions.move({ id: action, kind: 'done', date: '2016-06-14' })
    expect(await bytesOf(await client.minutes.word({ meetingId: meeting.id, versionId: agreement.id }))).toEqual(file)
    expect((await client.minutes.story({ meetingId: meeting.id })).changedSince).toBe(false)
  })

  it('are put right after their agreement by a minute of a later meeting, shown beside the old words', async () => {
    const core = testCore()
    const { client } = core
    const { meeting, item, later } = await agreed(core)
    const correction = { itemId: item.id, atItemId: itemOf(later, 3).id, oldWords: 'its stocktake', newWords: 'a first stocktake', reason: 'Raised by the provider' }
    await client.minutes.correct(correction)
    expect((await client.minutes.story({ meetingId: meeting.id })).corrections).toMatchObject([
      { itemTitle: 'Provider’s stocktake', oldWords: 'its stocktake', newWords: 'a first stocktake', at: { meetingId: later.id, date: '2016-06-13', item: 'Matters arising' } },
    ])
    await expect(client.minutes.correct({ ...correction, atItemId: itemOf(meeting, 3).id })).rejects.toThrow('is a minute of a later meeting')
    await expect(client.minutes.correct({ ...correction, itemId: itemOf(later, 3).id })).rejects.toThrow('not agreed yet')
  })

  it('are agreed at a later meeting of the same body only', async () => {
    const core = testCore()
    const { client } = core
    const { meeting } = await circulated(core)
    const agree = (at: Meeting, atItemId = itemOf(at, 2).id) => client.minutes.agree({ meetingId: meeting.id, atMeetingId: at.id, atItemId })
    const earlier = await quartet(core, '2016-04-04')
    await expect(agree(earlier)).rejects.toThrow('a later meeting of the same body')
    await expect(agree(meeting)).rejects.toThrow('a later meeting of the same body')
    const cmg = (await client.bodies.list()).find(({ code }) => code === 'CMG')
    const other = await client.meetings.create({ bodyId: cmg?.id ?? '', date: '2016-06-13', time: '', place: '' })
    await expect(agree(await client.meetings.get({ id: other.id }))).rejects.toThrow('a later meeting of the same body')
    const later = await quartet(core, '2016-06-13')
    await expect(agree(later, itemOf(earlier, 2).id)).rejects.toThrow('is not on the agenda of 13 June 2016')
    const cancelled = await quartet(core, '2016-06-14', false)
    await client.meetings.move({ id: cancelled.id, to: 'cancelled' })
    await expect(agree(cancelled)).rejects.toThrow('was cancelled')
    await expect(client.minutes.sign({ meetingId: meeting.id, date: '2016-06-13', byWhom: 'Chair' })).rejects.toThrow('Record the meeting that agreed them first')
    expect((await client.minutes.story({ meetingId: meeting.id })).laterMeetings.map(({ date, items }) => [date, items.find(({ takesMinutes }) => takesMinutes)?.words])).toEqual([['2016-06-13', '2 Minutes of the last meeting']])
  })

  it('agreed by mistake are taken back by undo, with what it wrote at the later meeting', async () => {
    const core = testCore()
    const { client } = core
    const { meeting, later, agreement } = await agreed(core, 'Item 4: the plan is due on 10 June 2016')
    expect((await client.minutes.story({ meetingId: meeting.id })).state).toBe('agreedWithCorrections')
    await client.history.undo({ transactionId: agreement.transactionId })
    const story = await client.minutes.story({ meetingId: meeting.id })
    expect([story.state, story.versions.length]).toEqual(['circulated', 1])
    expect(itemOf(await client.meetings.get({ id: later.id }), 2).document).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
    expect(verify(core.workspace.read).problems).toEqual([])
  })

  it('keep what is exempt out of every part of the public file, and list it as withheld', async () => {
    const core = testCore()
    const { client } = core
    const meeting = await quartet(core, '2016-05-09')
    const canary = 'Ashfold canary'
    const { id } = await client.meetings.addItem({ meetingId: meeting.id, title: `Concern at ${canary} title`, presenter: `${canary} presenter`, purpose: 'decision', paragraph: 3, publicInterest: `${canary} reason` })
    await client.minutes.save({ itemId: id, document: words(`${canary} minute`) })
    await client.minutes.recordDecision({ itemId: id, text: `${canary} decision`, reasons: `${canary} reasons` })
    await client.actions.record({ meetingId: meeting.id, itemId: id, text: `${canary} action`, owner: `${canary} owner`, due: '2016-06-10' })
    const { id: versionId } = await client.minutes.circulate({ meetingId: meeting.id, date: '2016-05-12' })
    expect((await client.minutes.story({ meetingId: meeting.id })).versions).toMatchObject([{ hasPublic: true }])
    const full = (await partsOf(await client.minutes.word({ meetingId: meeting.id, versionId }))).join('\n')
    for (const part of ['title', 'reason', 'minute', 'decision', 'reasons', 'action', 'owner']) expect(full).toContain(`${canary} ${part}`)
    expect(full).toContain('NOT FOR PUBLICATION')
    const open = await partsOf(await client.minutes.word({ meetingId: meeting.id, versionId, audience: 'public' }))
    for (const part of open) expect(part).not.toMatch(/canary/i)
    expect(open.map(textOf).join('\n')).toContain('paragraph 3 of Schedule 12A')
    expect(open.join('\n')).not.toContain('NOT FOR PUBLICATION')
    const later = await quartet(core, '2016-06-13')
    const agreement = await client.minutes.agree({ meetingId: meeting.id, atMeetingId: later.id, atItemId: itemOf(later, 2).id, corrections: `${canary} correction` })
    for (const part of await partsOf(await client.minutes.word({ meetingId: meeting.id, versionId: agreement.id, audience: 'public' }))) expect(part).not.toMatch(/canary/i)
    expect((await partsOf(await client.minutes.word({ meetingId: meeting.id, versionId: agreement.id }))).join('\n')).toContain(`${canary} correction`)
    expect(itemOf(await client.meetings.get({ id: later.id }), 2).document).toEqual(words('The minutes of the meeting held on 9 May 2016 were agreed as a correct record, with corrections.'))
    await expect(client.meetings.addItem({ meetingId: later.id, title: 'Exempt', paragraph: 3 })).rejects.toThrow('Say why the public interest')
  })
})

describe('numbers', () => {
  it('of actions are one row for two meetings of a body on one day, and stay apart when one moves to the other’s day', async () => {
    const core = testCore()
    const { client } = core
    const [one, two, third] = [await quartet(core, '2016-05-09'), await quartet(core, '2016-05-09'), await quartet(core, '2016-05-10')]
    const record = async (meeting: Meeting) => (await client.actions.record({ meetingId: meeting.id, itemId: null, text: 'Write', owner: 'Officer', due: '2016-07-01' })).number
    expect([await record(one), await record(two), await record(one)]).toEqual(['IQ/2016-05-09/1', 'IQ/2016-05-09/2', 'IQ/2016-05-09/3'])
    await record(third)
    await client.meetings.edit({ id: third.id, date: '2016-05-09', time: '', place: '' })
    expect((await client.actions.list({ view: 'all' })).rows.map(({ number }) => number)).toEqual(['IQ/2016-05-09/1', 'IQ/2016-05-09/2', 'IQ/2016-05-09/3', 'IQ/2016-05-09/4'])
  })

  it('of decisions follow the year of their meeting', async () => {
    const core = testCore()
    const { client } = core
    const [january, december] = [await quartet(core, '2016-01-11'), await quartet(core, '2015-12-14')]
    await client.minutes.recordDecision({ itemId: itemOf(january, 1).id, text: 'One' })
    await client.minutes.recordDecision({ itemId: itemOf(december, 1).id, text: 'Two' })
    await client.meetings.edit({ id: december.id, date: '2016-01-12', time: '', place: '' })
    expect((await client.meetings.get({ id: december.id })).decisionList).toMatchObject([{ number: 'IQ 2016/2', text: 'Two' }])
  })
})

import { describe, expect, it } from 'vitest'
import { build, run } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'

function supportCore(today = '2016-06-14') {
  const made = testCore(today)
  addSchools(made.workspace, [
    { urn: '900001', name: 'Beacon Rise Primary', district: 'Perry Barr' },
    { urn: '900002', name: 'Calder Lane Primary', district: 'Ladywood', status: 'Closed', closeDate: '2016-03-31' },
    { urn: '900003', name: 'Calder Academy', district: 'Ladywood', type: 'Academy converter', openDate: '2016-04-01' },
    { urn: '900004', name: 'Linden Primary', district: 'Yardley', status: 'Closed', closeDate: '2016-05-27' },
  ])
  made.workspace.change('Linked', (db) =>
    run(db, build.insertInto('school_links').values({ id: db.newId(), urn: '900003', link_urn: '900002', type: 'Predecessor', established_on: '2016-04-01' })),
  )
  return made
}

const plan = { title: 'Reading recovery', lead: 'District Lead, Perry Barr', plannedDays: 10, cost: 450_000 }

async function activePackage(urn = '900001') {
  const made = supportCore()
  const { client } = made
  await client.packages.judge({ urn, decidedOn: '2015-10-01', requiresPackage: true, reason: 'Results below floor' })
  const { id } = await client.support.start({ ...plan, urn, identifiedOn: '2015-10-05' })
  await client.support.move({ id, kind: 'diagnosed', date: '2015-10-19' })
  await client.support.move({ id, kind: 'agreed', date: '2015-11-02', agreedWith: 'Head teacher', funding: 'Core contract' })
  await client.support.move({ id, kind: 'started', date: '2015-11-09' })
  return { ...made, id }
}

describe('a support package', () => {
  it('goes through its life, answers its judgement, and is counted by its state as at any day', async () => {
    const { client, id } = await activePackage()
    const counts = async (asAt: string) => Object.entries((await client.support.list({ asAt })).counts).filter(([, count]) => count > 0)
    expect(await counts('2015-10-04')).toEqual([])
    expect(await counts('2015-10-05')).toEqual([['needIdentified', 1]])
    expect(await counts('2015-11-08')).toEqual([['agreed', 1]])
    expect(await counts('2016-06-14')).toEqual([['active', 1]])
    const detail = await client.support.get({ id })
    expect(detail).toMatchObject({
      urn: '900001', state: 'active', startedOn: '2015-11-09', agreedWith: 'Head teacher', funding: 'Core contract',
      judgement: { decidedOn: '2015-10-01', reason: 'Results below floor' }, reviewDue: '2015-12-31', reviewOverdue: true, warnings: [],
    })
    const then = await client.support.get({ id, asAt: '2015-10-20' })
    expect([then.state, then.events.map(({ kind }) => kind)]).toEqual(['diagnosed', ['identified', 'diagnosed']])
    await expect(client.support.get({ id, asAt: '2015-10-04' })).rejects.toThrow('had not been begun on 4 October 2015')
    await client.support.move({ id, kind: 'completed', date: '2016-06-10', note: 'Objectives met' })
    expect(await counts('2016-06-14')).toEqual([['completed', 1]])
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('is told as at a day by what was dated by then: its objectives, days, warnings and the judgement that it answers', async () => {
    const { client, id } = await activePackage()
    const set = async (text: string, from: string) => (await client.support.addObjective({ packageId: id, text, from })).id
    const [dropped] = [await set('Reading at key stage 2', '2015-11-09'), await set('Attendance at 95%', '2016-02-01')]
    await client.support.dropObjective({ id: dropped, on: '2016-03-01' })
    await client.support.recordDays({ id, date: '2016-01-18', days: 2 })
    await client.support.review({ id, date: '2015-11-06', rag: 'green', narrative: 'Before it began', ratings: [] })
    const on = async (asAt: string) => {
      const { objectives, days, warnings, judgement } = await client.support.get({ id, asAt })
      return { objectives: objectives.map(({ text, to }) => [text, to]), days: days.length, warnings: warnings.length, judgement: judgement?.decidedOn ?? null }
    }
    const judgement = '2015-10-01'
    expect(await on('2015-11-07')).toEqual({ objectives: [], days: 0, warnings: 0, judgement })
    expect(await on('2016-01-31')).toEqual({ objectives: [['Reading at key stage 2', null]], days: 1, warnings: 1, judgement })
    expect(await on('2016-02-29')).toEqual({ objectives: [['Reading at key stage 2', null], ['Attendance at 95%', null]], days: 1, warnings: 1, judgement })
    expect(await on('2016-03-01')).toEqual({ objectives: [['Reading at key stage 2', '2016-03-01'], ['Attendance at 95%', null]], days: 1, warnings: 1, judgement })

    // Identified before the judgement that it answers: on that day there was neither the judgement nor a warning about it.
    await client.packages.judge({ urn: '900003', decidedOn: '2016-06-01', requiresPackage: true, reason: '' })
    const early = await client.support.start({ ...plan, urn: '900003', identifiedOn: '2016-05-01' })
    const told = async (asAt: string) => client.support.get({ id: early.id, asAt })
    expect(await told('2016-05-31')).toMatchObject({ judgement: null, warnings: [] })
    expect((await told('2016-06-01')).warnings).toEqual(['The need was identified on 1 May 2016, before the judgement of 1 June 2016 that it answers.'])
    // What is planned for a day to come is told of today's package, and not of one as at today.
    await client.support.move({ id, kind: 'paused', date: '2016-07-01', note: 'Summer' })
    const kinds = async (asAt?: string) => (await client.support.get({ id, ...(asAt && { asAt }) })).events.map(({ kind }) => kind)
    expect([(await kinds()).at(-1), (await kinds('2016-06-14')).at(-1)]).toEqual(['paused', 'started'])
  })

  it('is reviewed termly against its objectives, and takes its RAG from the latest review', async () => {
    const { client, id } = await activePackage()
    const one = await client.support.addObjective({ packageId: id, text: 'Reading at key stage 2 above floor', success: '65% at level 4', from: '2015-11-09' })
    const two = await client.support.addObjective({ packageId: id, text: 'Attendance at 95%', from: '2015-11-09' })
    await client.support.review({ id, date: '2015-12-14', rag: 'red', narrative: 'Slow start', ratings: [{ objectiveId: one.id, rag: 'red', note: 'No change' }] })
    await client.support.review({
      id, date: '2016-03-14', rag: 'amber', narrative: 'Reading improves',
      ratings: [{ objectiveId: one.id, rag: 'amber', note: '' }, { objectiveId: two.id, rag: 'green', note: 'Met' }],
    })
    const detail = await client.support.get({ id })
    expect(detail).toMatchObject({ rag: 'amber', reviewedOn: '2016-03-14', reviewDue: '2016-08-31', reviewOverdue: false })
    expect(detail.objectives.map(({ text, rag, note }) => [text, rag, note])).toEqual([['Reading at key stage 2 above floor', 'amber', ''], ['Attendance at 95%', 'green', 'Met']])
    expect(detail.events.filter(({ kind }) => kind === 'reviewed').map(({ rag, ratings }) => [rag, ratings.length])).toEqual([['red', 1], ['amber', 2]])
    expect((await client.support.list({ rag: 'amber' })).rows).toHaveLength(1)
    expect((await client.support.list({ rag: 'none' })).rows).toHaveLength(0)
    await client.support.dropObjective({ id: two.id, on: '2016-05-27' })
    expect((await client.support.get({ id })).objectives[1]).toMatchObject({ to: '2016-05-27' })
    await expect(client.support.dropObjective({ id: one.id, on: '2015-11-08' })).rejects.toThrow('set on 9 November 2015')
    await expect(client.support.review({ id, date: '2016-06-01', rag: 'green', narrative: 'x', ratings: [{ objectiveId: id, rag: 'green', note: '' }] })).rejects.toThrow('no longer in the package')
  })

  it('counts days worked up to the day asked about', async () => {
    const { client, id } = await activePackage()
    await client.support.recordDays({ id, date: '2015-11-16', days: 1.5, note: 'Lesson observation' })
    const { id: later, transactionId } = await client.support.recordDays({ id, date: '2016-05-16', days: 1 })
    const worked = async (asAt: string) => (await client.support.list({ asAt })).rows[0]?.actualDays
    expect([await worked('2015-11-15'), await worked('2015-11-16'), await worked('2016-06-14')]).toEqual([0, 1.5, 2.5])
    await client.history.undo({ transactionId })
    expect(await worked('2016-06-14')).toBe(1.5)
    await expect(client.support.removeDays({ id: later })).rejects.toThrow('no longer there')
    await expect(client.support.recordDays({ id, date: '2016-05-16', days: 0.3 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it.each([
    [{ kind: 'diagnosed', date: '2016-06-01' }, 'so it was diagnosed before'],
    [{ kind: 'agreed', date: '2016-06-01' }, 'so it was agreed before'],
    [{ kind: 'paused', date: '2016-06-01' }, 'Give the reason why the package is paused.'],
    [{ kind: 'stopped', date: '2016-06-01' }, 'Give the reason why the package is stopped.'],
    [{ kind: 'resumed', date: '2016-06-01' }, 'nothing to resume'],
    [{ kind: 'carriedOn', date: '2016-06-01', urn: '900003' }, 'has no successor in the register'],
  ] as const)('refuses %j with a sentence, and nothing is recorded', async (move, sentence) => {
    const { client, id } = await activePackage()
    await expect(client.support.move({ id, ...move })).rejects.toThrow(sentence)
    expect((await client.support.get({ id })).events).toHaveLength(4)
  })

  it('asks for agreement and funding', async () => {
    const { client } = supportCore()
    const { id } = await client.support.start({ ...plan, urn: '900001', identifiedOn: '2015-10-05' })
    await client.support.move({ id, kind: 'diagnosed', date: '2015-10-19' })
    await expect(client.support.move({ id, kind: 'agreed', date: '2015-11-02' })).rejects.toThrow('who agreed')
    await expect(client.support.move({ id, kind: 'agreed', date: '2015-11-02', agreedWith: 'Head teacher' })).rejects.toThrow('how the package is paid for')
  })

  it('takes the past in any order, and says what is out of order', async () => {
    const { client } = supportCore()
    const { id } = await client.support.start({ ...plan, urn: '900001', identifiedOn: '2015-10-05' })
    await client.support.move({ id, kind: 'diagnosed', date: '2015-11-10' })
    await client.support.move({ id, kind: 'agreed', date: '2015-11-02', agreedWith: 'Head teacher', funding: 'Core contract' })
    await client.support.move({ id, kind: 'started', date: '2015-10-30' })
    expect(await client.support.get({ id })).toMatchObject({
      state: 'active',
      warnings: ['It was agreed on 2 November 2015, before it was diagnosed on 10 November 2015.', 'It was started on 30 October 2015, before it was agreed on 2 November 2015.'],
    })
  })

  it('lets a move be withdrawn once nothing rests on it', async () => {
    const { client, id } = await activePackage()
    await client.support.move({ id, kind: 'paused', date: '2016-01-18', note: 'Head teacher away' })
    const events = (await client.support.get({ id })).events
    const [first, diagnosed] = events
    const paused = events.at(-1)
    await expect(client.support.withdraw({ eventId: diagnosed?.id ?? '' })).rejects.toThrow('what was recorded for 2 November 2015 rests on it')
    await expect(client.support.withdraw({ eventId: first?.id ?? '' })).rejects.toThrow('Delete the package')
    const { transactionId } = await client.support.withdraw({ eventId: paused?.id ?? '' })
    expect((await client.support.get({ id })).state).toBe('active')
    await client.history.undo({ transactionId })
    expect((await client.support.get({ id })).state).toBe('paused')
  })

  it('keeps its judgement from being withdrawn, and goes with all it has', async () => {
    const { client, id } = await activePackage()
    const { id: objectiveId } = await client.support.addObjective({ packageId: id, text: 'Reading', from: '2015-11-09' })
    await client.support.review({ id, date: '2015-12-14', rag: 'red', narrative: 'Slow start', ratings: [{ objectiveId, rag: 'red', note: '' }] })
    const [judgement] = await client.packages.needs({ urn: '900001' })
    await expect(client.packages.withdrawJudgement({ id: judgement?.id ?? '' })).rejects.toThrow('answers this judgement')
    const { transactionId } = await client.support.delete({ id })
    expect((await client.support.list({})).rows).toEqual([])
    await client.history.undo({ transactionId })
    expect(await client.support.get({ id })).toMatchObject({ rag: 'red', state: 'active' })
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('is found by school, title, lead and district', async () => {
    const { client } = await activePackage()
    const found = async (question: NonNullable<Parameters<typeof client.support.list>[0]>) => (await client.support.list(question)).rows.length
    expect(await found({ search: 'beacon' })).toBe(1)
    expect(await found({ search: 'reading RECOVERY' })).toBe(1)
    expect(await found({ search: 'nothing' })).toBe(0)
    expect(await found({ district: 'Perry Barr' })).toBe(1)
    expect(await found({ district: 'Yardley' })).toBe(0)
    expect(await found({ lead: 'District Lead, Perry Barr' })).toBe(1)
    expect(await found({ urn: '900001' })).toBe(1)
    expect(await found({ urn: '900003' })).toBe(0)
  })
})

describe('a school that closes in mid-package', () => {
  it('is judged before its conversion; a package that the academy starts answers that judgement', async () => {
    const { client } = supportCore()
    await client.packages.judge({ urn: '900002', decidedOn: '2016-01-14', requiresPackage: true, reason: 'Results below floor' })
    const { id } = await client.support.start({ ...plan, urn: '900003', identifiedOn: '2016-04-11' })
    expect((await client.support.get({ id })).judgement).toMatchObject({ decidedOn: '2016-01-14' })
  })

  it('leaves a decision: carry on at the successor, stop, or complete', async () => {
    const { client, id } = await activePackage('900002')
    expect((await client.support.list({ asAt: '2016-03-31' })).rows[0]?.closing).toBeNull()
    expect(await client.support.get({ id })).toMatchObject({ closing: { closedOn: '2016-03-31', successors: [{ urn: '900003', name: 'Calder Academy', group: 'academy', openDate: '2016-04-01' }] } })
    await expect(client.support.move({ id, kind: 'carriedOn', date: '2016-04-01' })).rejects.toThrow('Choose the school that takes the place')
    await expect(client.support.move({ id, kind: 'carriedOn', date: '2016-04-01', urn: '900001' })).rejects.toThrow('is not a successor of Calder Lane Primary')
    await client.support.move({ id, kind: 'carriedOn', date: '2016-04-01', urn: '900003' })
    expect(await client.support.get({ id })).toMatchObject({ urn: '900003', schoolName: 'Calder Academy', group: 'academy', state: 'active', closing: null })
    expect((await client.support.list({ asAt: '2016-03-31' })).rows[0]).toMatchObject({ urn: '900002', group: 'maintained' })
  })

  it('belongs to the successor’s page as well, as the settings say', async () => {
    const { client } = await activePackage('900002')
    const rows = async () => (await client.support.list({ urn: '900003' })).rows.length
    expect(await rows()).toBe(1)
    const { figures } = await client.settings.get()
    await client.settings.save({ figures: { ...figures, carryOver: false } })
    expect(await rows()).toBe(0)
  })

  it('without a successor offers to stop or complete', async () => {
    const { client, id } = await activePackage('900004')
    expect((await client.support.get({ id })).closing).toEqual({ closedOn: '2016-05-27', successors: [] })
    await client.support.move({ id, kind: 'stopped', date: '2016-05-27', note: 'School closed' })
    expect((await client.support.get({ id })).closing).toBeNull()
  })
})

describe('escalation to a warning notice', () => {
  const notice = { kind: 'escalated', note: 'No progress in two terms', statute: 'section60', guidance: 'Schools causing concern, March 2016' } as const

  it('is a dated event with its statute and guidance', async () => {
    const { client, id } = await activePackage()
    await client.support.move({ id, date: '2016-05-03', ...notice })
    expect(await client.support.get({ id })).toMatchObject({ state: 'escalated', notice: { date: '2016-05-03', statute: 'section60', guidance: 'Schools causing concern, March 2016' } })
    await client.support.move({ id, kind: 'resumed', date: '2016-06-01' })
    expect(await client.support.get({ id })).toMatchObject({ state: 'active', notice: null })
  })

  it.each([
    [{ statute: undefined }, 'under which section'],
    [{ guidance: undefined }, 'Name the version of the guidance'],
    [{ note: '' }, 'Give the reason'],
  ])('asks for what it needs: %j', async (change, sentence) => {
    const { client, id } = await activePackage()
    await expect(client.support.move({ id, date: '2016-05-03', ...notice, ...change })).rejects.toThrow(sentence)
  })

  it('is for maintained schools; for an academy the sentence says who can act', async () => {
    const { client, id } = await activePackage('900002')
    await client.support.move({ id, kind: 'carriedOn', date: '2016-04-01', urn: '900003' })
    await expect(client.support.move({ id, date: '2016-05-03', ...notice })).rejects.toThrow('The Regional Schools Commissioner can act instead')
  })
})

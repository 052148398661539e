import { describe, expect, it } from 'vitest'
import { build, run } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'

const entry = { urn: '900001', date: '2016-04-20', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: '', note: '' } as const

/** A desk whose clock the test turns, so that what was known on a day is what had been typed by then. */
function coreOn(day: string) {
  let now = day
  const clock = { now: () => new Date(`${now}T10:00:00.000Z`) }
  const core = testCore('2016-06-21', clock)
  const compared = async (id = 'visited', group: string | null = 'maintained') => {
    const { figures } = await core.client.figures.compare({ fromAsAt: '2016-05-09', asAt: '2016-06-21' })
    const figure = figures.find((one) => one.id === id && one.group === group)
    if (!figure) throw new Error(`no figure ${id}`)
    const said = (moves: typeof figure.moved) => moves.map((move) => `${move.urn} ${move.because}${move.on === null ? '' : ` ${move.on}`}`)
    const share = (count: typeof figure.before | null) => (count ? `${count.numerator} of ${count.denominator ?? '-'}` : null)
    return { known: share(figure.known), restated: said(figure.restated), before: share(figure.before), moved: said(figure.moved), after: share(figure.after), meetings: figure.meetings }
  }
  return { ...core, on: (next: string) => (now = next), compared }
}

const school = (urn: string) => ({ urn, name: `School ${urn}` })

describe('two dates side by side', () => {
  it('tell what happened since from what was recorded late, corrected and decided', async () => {
    const { client, workspace, on, compared } = coreOn('2016-04-01')
    addSchools(workspace, ['900001', '900002', '900003', '900004', '900005'].map(school))
    await client.visits.record(entry)
    const wrong = await client.visits.record({ ...entry, urn: '900002' })
    const mistaken = await client.visits.record({ ...entry, urn: '900003', status: 'planned' })
    on('2016-06-20')
    await client.visits.delete({ id: wrong.id })
    await client.visits.edit({ ...entry, urn: '900003', id: mistaken.id })
    await client.visits.record({ ...entry, urn: '900004', date: '2016-05-09' })
    await client.visits.record({ ...entry, urn: '900005', date: '2016-05-10' })
    expect(await compared()).toEqual({
      known: '2 of 5',
      restated: ['900004 recorded late', '900002 corrected', '900003 corrected'],
      before: '3 of 5',
      moved: ['900005 visited since 2016-05-10'],
      after: '4 of 5',
      meetings: [],
    })
  })

  it('tell a changed setting from a changed record', async () => {
    const { client, workspace, on, compared } = coreOn('2016-04-01')
    addSchools(workspace, ['900001', '900002'].map(school))
    await client.visits.record({ ...entry, kind: 'telephone' })
    on('2016-05-10')
    const { figures } = await client.settings.get()
    await client.settings.save({ figures: { ...figures, contactKinds: ['visit', 'telephone'] } })
    expect(await compared()).toMatchObject({ known: '0 of 2', restated: ['900001 settings changed'], before: '1 of 2', moved: [] })
  })

  it('say by each way of counting DSG coverage why it moved, and that places are not schools', async () => {
    const { client, workspace } = coreOn('2016-05-01')
    addSchools(workspace, [{ urn: '900001', name: 'Ashfold Primary', district: 'Yardley' }])
    await client.groups.setUp()
    const [group] = (await client.groups.list()).groups
    const { id } = await client.meetings.create({ bodyId: group?.id ?? '', date: '2016-05-12', time: '', place: '' })
    await client.meetings.move({ id, to: 'held' })
    const { figures: settings } = await client.settings.get()
    const said = async (dsgMethod: 'districtMet' | 'meanAttendance') => {
      await client.settings.save({ figures: { ...settings, dsgMethod } })
      const { figures } = await client.figures.compare({ fromAsAt: '2016-05-09', asAt: '2016-06-21' })
      const figure = figures.find((one) => one.id === 'dsgCoverage' && one.group === 'maintained')
      return { why: figure?.moved.map(({ because, on }) => `${because} ${on}`), note: figure?.note, others: figures.filter(({ note }) => note !== null).map((one) => one.id) }
    }
    expect(await said('districtMet')).toEqual({ why: ['its district’s group has met since 2016-05-12'], note: null, others: [] })
    expect(await said('meanAttendance')).toEqual({
      why: ['its district’s group has met since 2016-05-12'],
      note: 'The counts are places at meetings. Every meeting adds to them, so they can move though no school does; the reasons are told by school.',
      others: ['dsgCoverage', 'dsgCoverage'],
    })
  })

  it('take a school that came into the register late as recorded late', async () => {
    const { workspace, on, compared } = coreOn('2016-04-01')
    addSchools(workspace, [school('900001')])
    on('2016-05-20')
    addSchools(workspace, [school('900002')])
    expect(await compared()).toMatchObject({ known: '0 of 1', restated: ['900002 recorded late'], before: '0 of 2', moved: [], after: '0 of 2' })
  })

  it('say nothing of what was known before there were schools', async () => {
    const { workspace, on, compared } = coreOn('2016-05-09')
    on('2016-05-10')
    addSchools(workspace, [school('900001')])
    expect(await compared()).toMatchObject({ known: null, restated: [], before: '0 of 1' })
  })

  it('count what was recorded on the first date itself as known, and what was undone as never done', async () => {
    const { client, workspace, on, compared } = coreOn('2016-05-09')
    addSchools(workspace, [school('900001')])
    const { transactionId } = await client.visits.record(entry)
    expect(await compared()).toMatchObject({ known: '1 of 1', restated: [], before: '1 of 1' })
    on('2016-05-10')
    await client.history.undo({ transactionId })
    expect(await compared()).toMatchObject({ known: '1 of 1', restated: ['900001 corrected'], before: '0 of 1' })
  })

  it('name the meetings behind a count of meetings', async () => {
    const { client, workspace, compared } = coreOn('2016-06-14')
    addSchools(workspace, [school('900001')])
    workspace.change('Meetings for a test', (db) => {
      const body = db.newId()
      run(db, build.insertInto('bodies').values({ id: body, name: 'Yardley DSG', code: 'DSG-YAR-T', kind: 'districtStrategyGroup', district: 'Yardley', statutory: 0 }))
      for (const date of ['2016-05-09', '2016-05-17']) run(db, build.insertInto('meetings').values({ id: db.newId(), body_id: body, date, time: '09:30', place: '', state: 'held' }))
    })
    expect(await compared('dsgMeetings', null)).toMatchObject({ before: '1 of -', after: '2 of -', moved: [], meetings: [{ name: 'Yardley DSG', date: '2016-05-17' }] })
    const { figures } = await client.figures.compare({ fromAsAt: '2016-05-09', asAt: '2016-06-21' })
    expect(figures.filter(({ meetings }) => meetings.length > 0).map(({ id }) => id)).toEqual(['dsgRounds', 'dsgMeetings'])
  })

  it('are refused the wrong way round', async () => {
    const { client } = coreOn('2016-06-14')
    await expect(client.figures.compare({ fromAsAt: '2016-06-22', asAt: '2016-06-21' })).rejects.toThrow('The first date, 22 June 2016, is after the second, 21 June 2016. Choose an earlier first date.')
  })
})

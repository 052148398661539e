import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'

/** On 14 June 2016: three schools in two districts, their groups, and one meeting of Yardley's. */
async function core() {
  const made = testCore()
  addSchools(made.workspace, [
    { urn: '900001', name: 'Ashfold Primary', district: 'Yardley' },
    { urn: '900002', name: 'Barlow High', district: 'Yardley', phase: 'Secondary', type: 'Academy converter' },
    { urn: '900003', name: 'Calder Primary', district: 'Ladywood' },
  ])
  await made.client.groups.setUp()
  const { groups } = await made.client.groups.list()
  const yardley = groups.find((group) => group.district === 'Yardley')?.id ?? ''
  const { id: meeting } = await made.client.meetings.create({ bodyId: yardley, date: '2016-05-12', time: '', place: '' })
  await made.client.meetings.move({ id: meeting, to: 'held' })
  return { ...made, yardley, meeting }
}

describe('District Strategy Groups', () => {
  it('are set up one a district, once, and can be undone', async () => {
    const { client } = testCore()
    await expect(client.groups.setUp()).rejects.toMatchObject({ data: { code: 'no-district-without' } })
    const full = await core()
    const { groups, districtsWithout } = await full.client.groups.list()
    expect(groups.map(({ name, code, members }) => [name, code, members])).toEqual([['Ladywood District Strategy Group', 'DSG-LAD', 1], ['Yardley District Strategy Group', 'DSG-YAR', 2]])
    expect(districtsWithout).toEqual([])
    await expect(full.client.groups.setUp()).rejects.toMatchObject({ data: { code: 'no-district-without' } })
  })

  it('say who is a member by segment, who came, and which round it was', async () => {
    const { client, yardley, meeting } = await core()
    await client.meetings.setSchoolAttendance({ meetingId: meeting, attendance: [{ urn: '900001', attended: true }, { urn: '900002', attended: false }] })
    const { groups } = await client.groups.list()
    expect(groups[1]).toMatchObject({ segments: [{ segment: 'primary', members: 1 }, { segment: 'secondary', members: 1 }], rounds: 1, neverCame: 1, last: { id: meeting, round: 1, attended: 1, members: 2 }, next: null })
    const whole = await client.groups.get({ id: yardley })
    expect(whole.members.map(({ name, attended, lastAttended, byDistrict }) => [name, attended, lastAttended, byDistrict])).toEqual([['Ashfold Primary', 1, '2016-05-12', true], ['Barlow High', 0, null, true]])
    expect(whole.meetings).toEqual([{ id: meeting, date: '2016-05-12', state: 'held', round: 1, attended: 1, members: 2 }])
    expect((await client.groups.list({ asAt: '2016-05-11' })).groups[1]).toMatchObject({ rounds: 0, last: null, next: { id: meeting }, neverCame: 2 })
  })

  it('take a school in and out from a day on, and the checklist of a meeting follows', async () => {
    const { client, yardley, meeting } = await core()
    const names = async () => (await client.meetings.get({ id: meeting })).schools.map((school) => school.name)
    expect(await names()).toEqual(['Ashfold Primary', 'Barlow High'])
    await client.groups.setSchool({ id: yardley, urn: '900003', member: true, representative: 'Head teacher', from: '2016-05-01' })
    const { transactionId } = await client.groups.setSchool({ id: yardley, urn: '900001', member: false, from: '2016-05-12' })
    expect(await names()).toEqual(['Barlow High', 'Calder Primary'])
    const whole = await client.groups.get({ id: yardley })
    expect(whole.members.map(({ name, representative, byDistrict }) => [name, representative, byDistrict])).toEqual([['Calder Primary', 'Head teacher', false], ['Barlow High', '', true]])
    expect(whole.left).toEqual([{ urn: '900001', name: 'Ashfold Primary' }])
    expect((await client.groups.get({ id: yardley, asAt: '2016-05-11' })).left).toEqual([])
    await client.history.undo({ transactionId })
    expect(await names()).toEqual(['Ashfold Primary', 'Barlow High', 'Calder Primary'])
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('have a place at a meeting for whom officers put in, and none for whom they took out, in mean attendance', async () => {
    const { client, yardley, meeting } = await core()
    const { figures: settings } = await client.settings.get()
    await client.settings.save({ figures: { ...settings, dsgMethod: 'meanAttendance' } })
    await client.meetings.setSchoolAttendance({ meetingId: meeting, attendance: [{ urn: '900001', attended: true }] })
    const places = async (asAt?: string) => {
      const figure = (await client.figures.list({ asAt })).find(({ id, group }) => id === 'dsgCoverage' && group === 'maintained')
      return [figure?.numerator, figure?.denominator, figure?.denominatorUrns]
    }
    expect(await places()).toEqual([1, 1, ['900001']])
    await client.groups.setSchool({ id: yardley, urn: '900003', member: true, from: '2016-05-01' })
    expect(await places()).toEqual([1, 2, ['900001', '900003']])
    await client.meetings.setSchoolAttendance({ meetingId: meeting, attendance: [{ urn: '900001', attended: false }] })
    await client.groups.setSchool({ id: yardley, urn: '900001', member: false, from: '2016-05-12' })
    expect(await places()).toEqual([0, 1, ['900003']])
    const rows = await client.figures.byDistrict()
    expect(rows.filter(({ group }) => group === 'maintained').map(({ district, reachedOf }) => [district, reachedOf])).toEqual([['Ladywood', 1], ['Yardley', 0]])
  })

  it('have another chair from a day on; the one before stays the chair of the days before', async () => {
    const { client, yardley } = await core()
    const chair = async (asAt: string) => (await client.groups.get({ id: yardley, asAt })).chair
    await client.groups.setChair({ id: yardley, role: 'District Lead, Yardley', from: '2015-09-01' })
    await client.groups.setChair({ id: yardley, role: 'Head teacher', from: '2016-05-01' })
    await client.groups.setChair({ id: yardley, role: 'Executive head', from: '2016-05-01' })
    expect([await chair('2015-08-31'), await chair('2016-04-30'), await chair('2016-05-01')]).toEqual([null, 'District Lead, Yardley', 'Executive head'])
    // Officers fill in the past in any order: a later chair stays the later chair.
    await client.groups.setChair({ id: yardley, role: 'Assistant Director', from: '2015-01-05' })
    expect(await Promise.all(['2015-01-05', '2015-09-01', '2016-05-01'].map(chair))).toEqual(['Assistant Director', 'District Lead, Yardley', 'Executive head'])
    expect((await client.groups.get({ id: yardley })).chairs).toEqual([
      { role: 'Executive head', from: '2016-05-01', to: null },
      { role: 'District Lead, Yardley', from: '2015-09-01', to: '2016-04-30' },
      { role: 'Assistant Director', from: '2015-01-05', to: '2015-08-31' },
    ])
    await expect(client.groups.setChair({ id: yardley, role: 'Executive head', from: '2016-06-01' })).rejects.toMatchObject({ data: { code: 'nothing-to-change' } })
    const { transactionId } = await client.groups.setChair({ id: yardley, role: 'Principal', from: '2016-06-01' })
    await client.history.undo({ transactionId })
    expect(await chair('2016-06-14')).toBe('Executive head')
  })

  it('show coverage by each method, and the settings choose the one that papers print', async () => {
    const { client, meeting } = await core()
    await client.meetings.setSchoolAttendance({ meetingId: meeting, attendance: [{ urn: '900001', attended: true }] })
    const { coverage, chosen } = await client.groups.list()
    expect(chosen).toBe('attended')
    expect(coverage.map(({ method, figures }) => [method, ...figures.map((figure) => `${figure.numerator} of ${figure.denominator}`)])).toEqual([
      ['attended', '1 of 2', '0 of 1'],
      ['districtMet', '1 of 2', '1 of 1'],
      ['meanAttendance', '1 of 1', '0 of 1'],
    ])
    const { figures } = await client.settings.get()
    await client.settings.save({ figures: { ...figures, dsgMethod: 'districtMet' } })
    const printed = (await client.figures.list({})).find((figure) => figure.id === 'dsgCoverage' && figure.group === 'academy')
    expect(printed).toMatchObject({ text: '100%', settings: { dsgMethod: 'districtMet' } })
    expect((await client.groups.list()).chosen).toBe('districtMet')
  })
})

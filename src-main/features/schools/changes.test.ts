import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'
import { bringIn, textFile } from '../imports/testing.ts'

const visit = { urn: '900001', date: '2016-05-12', visitor: 'District Lead', kind: 'visit' as const, status: 'planned' as const, counts: true, purpose: 'Autumn review', note: '' }

function core() {
  const made = testCore()
  addSchools(made.workspace, [{ urn: '900001', name: 'Ashfold Primary', district: 'Yardley' }, { urn: '900002', name: 'Barlow High', district: 'Yardley' }])
  const changes = async (urn = '900001') => (await made.client.schools.changes({ urn, limit: 100 })).rows
  return { ...made, changes }
}

describe('the history of a school', () => {
  it('tells visits, judgements, concerns, group exceptions and attendance, each from what to what in words, the newest first', async () => {
    const { client, changes } = core()
    const { id } = await client.visits.record(visit)
    await client.visits.complete({ id, date: '2016-05-13' })
    await client.packages.judge({ urn: '900001', decidedOn: '2016-05-16', requiresPackage: true, reason: 'Results' })
    const category = (await client.concerns.categories()).find(({ name }) => name === 'Special measures')?.id ?? ''
    await client.concerns.record({ urn: '900001', categoryId: category, decidedOn: '2016-05-17', from: '2016-05-17', guidance: 'Guidance', source: 'Minutes', decidedBy: 'Assistant Director' })
    await client.groups.setUp()
    const group = (await client.groups.list()).groups[0]?.id ?? ''
    const { id: meetingId } = await client.meetings.create({ bodyId: group, date: '2016-05-18', time: '', place: '' })
    await client.meetings.setSchoolAttendance({ meetingId, attendance: [{ urn: '900001', attended: true }] })
    await client.groups.setSchool({ id: group, urn: '900001', member: false, from: '2016-06-01' })

    const told = await changes()
    expect(told.map(({ things }) => things[0]?.what)).toEqual([
      'Membership of Yardley District Strategy Group recorded',
      'Attendance at Yardley District Strategy Group on 18 May 2016 recorded',
      'Concern “Special measures” recorded',
      'Judgement of need on 16 May 2016 recorded',
      'Visit on 13 May 2016 changed',
      'Visit on 12 May 2016 recorded',
      'School record added',
    ])
    expect(told[4]).toMatchObject({ officer: 'Committee officer', at: '2016-06-14T09:30:00.000Z', undone: false, import: null })
    expect(told[4]?.things[0]).toMatchObject({
      visitId: id,
      fields: [
        { field: 'Status', before: 'Planned', after: 'Completed' },
        { field: 'Date', before: '12 May 2016', after: '13 May 2016' },
        { field: 'Planned for', before: '', after: '12 May 2016' },
      ],
    })
    expect(told[2]?.things[0]?.exempt).toBe(true)
    expect((await changes('900002')).map(({ things }) => things[0]?.what)).toEqual(['School record added'])
  })

  it('tells the district, a package with all that belongs to it, and what an import did', async () => {
    const made = core()
    const { client, changes } = made
    await client.schools.setDistrict({ urn: '900001', district: 'Ladywood', from: '2016-01-01' })
    const { id } = await client.support.start({ urn: '900001', title: 'Reading', lead: 'Lead', plannedDays: 2.5, cost: 123_450, identifiedOn: '2016-02-01' })
    const objective = await client.support.addObjective({ packageId: id, text: 'Above floor', from: '2016-02-01' })
    await client.support.move({ id, kind: 'diagnosed', date: '2016-02-08' })
    await client.support.move({ id, kind: 'agreed', date: '2016-02-15', agreedWith: 'Head teacher', funding: 'Core contract' })
    await client.support.move({ id, kind: 'started', date: '2016-02-22' })
    await client.support.review({ id, date: '2016-03-14', rag: 'red', narrative: 'Slow', ratings: [{ objectiveId: objective.id, rag: 'amber', note: 'Below' }] })
    await bringIn(made, textFile('URN,Decision date,Requires package,Reason\n900001,09/06/2016,Yes,From the file\n', 'needs.csv'), { kind: 'needs' })
    const told = await changes()
    expect(told[0]).toMatchObject({ import: { fileName: 'needs.csv' }, things: [{ what: 'Judgement of need on 9 June 2016 recorded' }] })
    const all = told.flatMap(({ things }) => things)
    expect(all.find(({ what }) => what === 'Package “Reading” recorded')?.fields).toEqual(
      expect.arrayContaining([{ field: 'Planned', before: '', after: '2.5 days' }, { field: 'Cost', before: '', after: '£1,234.50' }]),
    )
    expect(all.map(({ what }) => what)).toEqual(expect.arrayContaining(['Package “Reading”, need identified', 'Objective of “Reading” recorded']))
    const fieldsOf = (wanted: string) => all.find(({ what }) => what === wanted)?.fields.map(({ field, after }) => `${field}: ${after}`)
    expect(fieldsOf('Package “Reading”, reviewed')).toEqual(['Date: 14 March 2016', 'Rating: Red', 'Note: Slow'])
    expect(fieldsOf('Rating of an objective recorded')).toEqual(['Objective: Above floor', 'Rating: Amber', 'Note: Below'])
    expect(all.find(({ what }) => what === 'School record changed')?.fields).toContainEqual({ field: 'District from 1 January 2016', before: 'Yardley', after: 'Ladywood' })
  })

  it('goes on telling what was deleted, undone, or given to another school', async () => {
    const { client, changes } = core()
    const { id } = await client.visits.record(visit)
    const first = await changes()
    expect(first[0]?.things[0]?.visitId).toBe(id)
    await client.visits.edit({ ...visit, id, urn: '900002' })
    await client.visits.edit({ ...visit, id, urn: '900002', purpose: 'Later words' })
    const here = await changes()
    expect(here.map(({ things }) => things[0]?.what)).toEqual(['Visit on 12 May 2016 changed', 'Visit on 12 May 2016 recorded', 'School record added'])
    expect(here[0]?.things[0]?.fields).toEqual([{ field: 'School', before: 'Ashfold Primary', after: 'Barlow High' }])
    expect((await changes('900002')).map(({ things }) => things[0]?.fields[0]?.field)).toEqual(['Purpose', 'School', 'Type from 1 April 2015'])
    const { transactionId } = await client.visits.delete({ id })
    expect((await changes('900002'))[0]?.things[0]).toMatchObject({ what: 'Visit on 12 May 2016 taken away', visitId: null })
    await client.history.undo({ transactionId })
    expect((await changes('900002')).slice(0, 2).map(({ undone }) => undone)).toEqual([false, true])
  })

  it('never shows a column or a code of the workspace, and comes in pages', async () => {
    const { client } = core()
    for (let day = 10; day < 20; day += 1) await client.visits.record({ ...visit, date: `2016-05-${day}`, status: 'completed', response: 'notAccurate' })
    const { total, rows } = await client.schools.changes({ urn: '900001', offset: 4, limit: 3 })
    expect([total, rows.map(({ summary }) => summary)]).toEqual([11, ['15', '14', '13'].map((day) => `Visit to Ashfold Primary on ${day} May 2016 recorded`)])
    const said = rows.flatMap(({ things }) => things.flatMap(({ fields }) => fields.flatMap(({ field, before, after }) => [field, before, after])))
    expect(said).toContain('Record not accurate')
    expect(said.filter((text) => /_|notAccurate|^(visit|completed)$/.test(text))).toEqual([])
    await expect(client.schools.changes({ urn: '999999' })).rejects.toMatchObject({ data: { code: 'no-such-school' } })
  })
})

import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'

describe('the figures by term', () => {
  it('are counted for twenty school years at most, and a longer window is refused before it is counted', async () => {
    const { client, workspace } = testCore('2016-06-21')
    addSchools(workspace, [{ urn: '900001', name: 'Ashfold Primary', district: 'Yardley' }])
    const terms = await client.figures.byTerm({ from: '1996-09-01', asAt: '2016-08-31' })
    expect([terms.length, terms.at(0)?.title, terms.at(-1)?.title]).toEqual([60, 'Autumn 1996', 'Summer 2016'])
    await expect(client.figures.byTerm({ from: '1996-08-31', asAt: '2016-08-31' })).rejects.toMatchObject({ data: { code: 'too-many-terms' } })
    await expect(client.figures.byTerm({ from: '1000-01-01' })).rejects.toMatchObject({
      message: 'From 1 January 1000 to 21 June 2016 there are more than 60 terms, the most that are counted at once. Choose a later first date; nothing was changed.',
    })
  })
})

it('a district says of its schools what the figure says of all, by the way of counting that the settings choose', async () => {
  const { client, workspace } = testCore('2016-06-21')
  addSchools(workspace, [
    { urn: '900001', name: 'Ashfold Primary', district: 'Yardley' },
    { urn: '900002', name: 'Barlow Primary', district: 'Yardley' },
  ])
  await client.groups.setUp()
  const [group] = (await client.groups.list()).groups
  const { id } = await client.meetings.create({ bodyId: group?.id ?? '', date: '2016-05-12', time: '', place: '' })
  await client.meetings.move({ id, to: 'held' })
  await client.meetings.setSchoolAttendance({ meetingId: id, attendance: [{ urn: '900001', attended: true }] })
  const { figures: settings } = await client.settings.get()
  const counted = async (dsgMethod: 'attended' | 'districtMet' | 'meanAttendance') => {
    await client.settings.save({ figures: { ...settings, dsgMethod } })
    const [row] = await client.figures.byDistrict({})
    const whole = (await client.figures.list({})).find((figure) => figure.id === 'dsgCoverage' && figure.group === row?.group)
    return [`${row?.reached} of ${row?.reachedOf}`, `${whole?.numerator} of ${whole?.denominator}`]
  }
  expect(await counted('attended')).toEqual(['1 of 2', '1 of 2'])
  expect(await counted('districtMet')).toEqual(['2 of 2', '2 of 2'])
  expect(await counted('meanAttendance')).toEqual(['1 of 2', '1 of 2'])
})

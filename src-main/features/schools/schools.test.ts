import { describe, expect, it } from 'vitest'
import { build, run } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'

function core() {
  const made = testCore()
  addSchools(made.workspace, [
    { urn: '900001', name: 'Ashfold Community Primary', district: 'Hodge Hill' },
    { urn: '900002', name: 'St. Mary’s CE Primary', district: 'Yardley', type: 'Voluntary aided school' },
    { urn: '900003', name: 'Barlow Secondary', phase: 'Secondary', status: 'Closed', closeDate: '2015-12-31', district: 'Yardley' },
    { urn: '900004', name: 'Barlow Academy', phase: 'Secondary', type: 'Academy converter', openDate: '2016-01-01' },
    { urn: '900005', name: 'Dene School', type: 'Other independent school' },
  ])
  made.workspace.change('Linked', (db) => run(db, build.insertInto('school_links').values({ id: db.newId(), urn: '900004', link_urn: '900003', type: 'Predecessor', established_on: '2016-01-01' })))
  return made
}

const visit = { visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: 'First visit', note: '' } as const

describe('the school list', () => {
  it('filters, sorts and searches, with the whole count', async () => {
    const { client } = core()
    const names = async (question: Parameters<typeof client.schools.list>[0]) => (await client.schools.list(question)).rows.map((row) => row.name)
    expect(await names({ filter: { status: ['Open'] } })).toEqual(['Ashfold Community Primary', 'Barlow Academy', 'Dene School', 'St. Mary’s CE Primary'])
    expect(await names({ filter: { open: false } })).toEqual(['Barlow Secondary'])
    expect(await names({ filter: { group: ['academy'] } })).toEqual(['Barlow Academy'])
    expect(await names({ filter: { district: [null] } })).toEqual(['Barlow Academy', 'Dene School'])
    expect(await names({ sort: 'urn', descending: true, limit: 2, offset: 1 })).toEqual(['Barlow Academy', 'Barlow Secondary'])
    for (const search of ['st marys', 'st mary’s', "st mary's", 'saint mary', 'mary’s ce']) expect([search, await names({ filter: { search } })]).toEqual([search, ['St. Mary’s CE Primary']])
    expect(await names({ filter: { search: 'st ashfold' } })).toEqual([])
    expect(await names({ filter: { search: 'mary prim' } })).toEqual(['St. Mary’s CE Primary'])
    expect(await names({ filter: { search: '90000' } })).toHaveLength(5)
    expect(await names({ filter: { search: '330/0003' } })).toEqual(['Barlow Secondary'])
    expect(await client.schools.list({ limit: 1 })).toMatchObject({ total: 5 })
  })

  it('finds a saint with and without an apostrophe, however the register spells it', async () => {
    const { client, workspace } = testCore()
    addSchools(workspace, [{ urn: '900001', name: 'St Marys Infants' }, { urn: '900002', name: "St Mary's Juniors" }, { urn: '900003', name: 'Saint Mary’s College' }])
    for (const search of ['st marys', 'st mary’s', "saint mary's", 'SAINT MARYS']) expect([search, (await client.schools.list({ filter: { search } })).total]).toEqual([search, 3])
    expect((await client.search.find({ words: "st mary's" })).map(({ target }) => target).sort()).toEqual(['900001', '900002', '900003'])
  })

  it('carries a predecessor’s visit to the successor, and follows every change', async () => {
    const { client } = core()
    const lastVisit = async () => (await client.schools.list({ filter: { search: '900004' } })).rows[0]?.lastVisit
    expect(await lastVisit()).toBeNull()
    const { transactionId } = await client.visits.record({ ...visit, urn: '900003', date: '2015-11-02' })
    expect(await lastVisit()).toBe('2015-11-02')
    await client.history.undo({ transactionId })
    expect(await lastVisit()).toBeNull()
  })

  it('calls visited what the figure counts: by the kinds of contact of the settings', async () => {
    const { client } = core()
    await client.visits.record({ ...visit, urn: '900001', kind: 'telephone', date: '2015-11-02' })
    const visited = async () => {
      const { rows } = await client.schools.list({ filter: { visited: true } })
      const figure = (await client.figures.list({})).find(({ id, group }) => id === 'visited' && group === 'maintained')
      expect(rows.map(({ urn }) => urn)).toEqual(figure?.numeratorUrns)
      return { listed: rows.map(({ urn }) => urn), page: (await client.schools.get({ urn: '900001' })).lastVisit }
    }
    expect(await visited()).toEqual({ listed: [], page: null })
    const { figures } = await client.settings.get()
    await client.settings.save({ figures: { ...figures, contactKinds: ['visit', 'telephone'] } })
    expect(await visited()).toEqual({ listed: ['900001'], page: '2015-11-02' })
  })

  it('offers its filters with counts', async () => {
    const { client } = core()
    expect(await client.schools.facets()).toMatchObject({
      total: 5,
      open: 4,
      maintained: 2,
      academies: 1,
      others: 1,
      districts: [
        { value: 'Hodge Hill', count: 1 },
        { value: 'Yardley', count: 2 },
        { value: null, count: 2 },
      ],
    })
  })
})

describe('the district of a school', () => {
  it('is kept as clean text, and never blank', async () => {
    const { client } = core()
    const done = await client.schools.setDistrict({ urn: '900005', district: 'Hall\u202E \u0001Green\uFFFF', from: '2016-02-01' })
    expect(done.sentence).toBe('District of Dene School is Hall Green from 1 February 2016')
    expect((await client.schools.list({ filter: { district: ['Hall Green'] } })).total).toBe(1)
    await expect(client.schools.setDistrict({ urn: '900005', district: '\u202E\uFFFF', from: '2016-03-01' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('what is done for many schools', () => {
  it('is one change: a district for all of them, or for none', async () => {
    const { client } = core()
    const { transactionId, sentence } = await client.schools.setDistricts({ urns: ['900004', '900005', '900004'], district: ' Yardley ', from: '2016-02-01' })
    expect(sentence).toBe('District of 2 schools is Yardley from 1 February 2016')
    const inYardley = async () => client.schools.urns({ filter: { district: ['Yardley'] } })
    expect(await inYardley()).toEqual(['900004', '900003', '900005', '900002'])
    await expect(client.schools.setDistricts({ urns: ['900001', '999999'], district: 'Erdington', from: '2016-02-01' })).rejects.toThrow('There is no school with URN 999999')
    await client.history.undo({ transactionId })
    expect(await inYardley()).toEqual(['900003', '900002'])
  })

  it('is one change: a visit to each of them', async () => {
    const { client } = core()
    const { transactionId, sentence } = await client.visits.recordDay({ date: '2016-05-04', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, rows: ['900001', '900002'].map((urn) => ({ urn, purpose: '', note: '' })) })
    expect(sentence).toBe('2 visits on 4 May 2016 recorded')
    const visited = () => client.schools.urns({ filter: { visited: true } })
    expect(await visited()).toEqual(['900001', '900002'])
    expect((await client.visits.list({ urn: '900002' })).map(({ date, visitor }) => [date, visitor])).toEqual([['2016-05-04', 'District Lead']])
    await client.history.undo({ transactionId })
    expect(await visited()).toEqual([])
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })
})

describe('a school’s page', () => {
  it('tells facts, line and story, the newest first, with the predecessor’s part', async () => {
    const { client } = core()
    await client.visits.record({ ...visit, urn: '900003', date: '2015-11-02' })
    await client.packages.judge({ urn: '900004', decidedOn: '2016-02-01', requiresPackage: true, reason: 'Results below floor' })
    const school = await client.schools.get({ urn: '900004' })
    expect(school).toMatchObject({ name: 'Barlow Academy', group: 'academy', lastVisit: '2015-11-02', requiresPackage: true, line: [{ urn: '900003', relation: 'predecessor' }] })
    expect(school.story.map(({ date, title, predecessorUrn }) => [date, title, predecessorUrn])).toEqual([
      ['2016-02-01', 'Judgement: requires a package', null],
      ['2016-01-01', 'Opened', null],
      ['2015-11-02', 'Visit', '900003'],
      ['2015-09-01', 'Contract starts', null],
    ])
    expect((await client.schools.get({ urn: '900003' })).line).toMatchObject([{ urn: '900004', name: 'Barlow Academy', relation: 'successor' }])
    await expect(client.schools.get({ urn: '999999' })).rejects.toThrow('There is no school with URN 999999')
  })

  it('keeps a district from the day it holds, and undoes it', async () => {
    const { client } = core()
    const { transactionId } = await client.schools.setDistrict({ urn: '900001', district: 'Yardley', from: '2016-01-01' })
    expect((await client.schools.get({ urn: '900001' })).facts.filter((fact) => fact.fact === 'district')).toEqual([
      { fact: 'district', value: 'Hodge Hill', validFrom: '2015-04-01', validTo: '2015-12-31' },
      { fact: 'district', value: 'Yardley', validFrom: '2016-01-01', validTo: null },
    ])
    await client.history.undo({ transactionId })
    expect((await client.schools.get({ urn: '900001' })).district).toBe('Hodge Hill')
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('is found by a few letters, open ones first', async () => {
    const { client } = core()
    expect((await client.schools.find({ search: 'barl' })).map(({ name, status }) => [name, status])).toEqual([
      ['Barlow Academy', 'Open'],
      ['Barlow Secondary', 'Closed'],
    ])
  })
})

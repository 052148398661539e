import { describe, expect, it } from 'vitest'
import { build, run } from '../../database/index.ts'
import { addSchools, testCore } from '../../testing.ts'
import { listIndexOn, TOUCHES } from './list-queries.ts'

const visit = { visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: 'First visit', note: '' } as const
const TODAY = '2016-06-14'

function core() {
  const made = testCore(TODAY)
  addSchools(made.workspace, [
    { urn: '900001', name: 'Ashfold Community Primary', district: 'Hodge Hill' },
    { urn: '900002', name: 'Barlow Secondary', status: 'Closed', closeDate: '2015-12-31', district: 'Yardley' },
    { urn: '900003', name: 'Barlow Academy', type: 'Academy converter', openDate: '2016-01-01' },
    { urn: '900004', name: 'Dene School', type: 'Other independent school' },
  ])
  made.workspace.change('Linked', (db) =>
    run(db, build.insertInto('school_links').values({ id: db.newId(), urn: '900003', link_urn: '900002', type: 'Predecessor', established_on: '2016-01-01' })),
  )
  return made
}

type Core = ReturnType<typeof core>
const everything = { filter: {}, sort: 'name', descending: false, offset: 0, limit: 100 } as const

/** What the list holds now, and what a list made afresh at this moment holds. */
function both({ workspace }: Core) {
  const { index } = listIndexOn(workspace, TODAY)
  // Kept by its handle: under another one the index is made anew.
  const afresh = listIndexOn({ ...workspace, read: { ...workspace.read } }, TODAY).index
  expect(index).not.toBe(afresh)
  return { index, rows: index.page(everything, null).rows, afresh: afresh.page(everything, null).rows }
}

describe('the list’s index after a change', () => {
  it('is the one before, brought up to date, and holds what a fresh one holds', async () => {
    const made = core()
    const { client } = made
    const first = both(made).index
    const changes = [
      () => client.visits.record({ ...visit, urn: '900002', date: '2015-11-02' }),
      () => client.visits.record({ ...visit, urn: '900001', date: '2016-05-04' }),
      () => client.packages.judge({ urn: '900002', decidedOn: '2016-02-01', requiresPackage: true, reason: '' }),
      () => client.packages.judge({ urn: '900004', decidedOn: '2016-03-01', requiresPackage: true, reason: '' }),
      () => client.schools.setDistrict({ urn: '900004', district: 'Yardley', from: '2016-01-01' }),
      () => client.packages.judge({ urn: '900003', decidedOn: '2016-04-01', requiresPackage: false, reason: '' }),
    ]
    const transactions: string[] = []
    for (const change of changes) {
      const before = both(made).rows
      transactions.push((await change()).transactionId)
      const { index, rows, afresh } = both(made)
      expect(index).toBe(first)
      expect(rows).toEqual(afresh)
      expect(rows).not.toEqual(before)
    }
    for (const transactionId of transactions.reverse()) {
      await client.history.undo({ transactionId })
      const { index, rows, afresh } = both(made)
      expect(index).toBe(first)
      expect(rows).toEqual(afresh)
    }
    expect(both(made).rows.every(({ visits, requiresPackage }) => visits === 0 && !requiresPackage)).toBe(true)
  })

  it('follows a row that moves from one school to another, and back', async () => {
    const made = core()
    const { client } = made
    const { id } = await client.visits.record({ ...visit, urn: '900001', date: '2016-05-04' })
    const first = both(made).index
    const { transactionId } = await client.visits.edit({ ...(await client.visits.get({ id })), id, urn: '900004' })
    const moved = both(made)
    expect(moved.index).toBe(first)
    expect(moved.rows).toEqual(moved.afresh)
    expect(moved.rows.flatMap(({ urn, lastVisit }) => (lastVisit === null ? [] : [urn]))).toEqual(['900004'])
    await client.history.undo({ transactionId })
    const back = both(made)
    expect(back.rows).toEqual(back.afresh)
  })

  it('knows of every table with a history what a change to it may alter', () => {
    const tables = core().workspace.read.connection.prepare("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = 'history_' || tbl_name || '_insert'").pluck().all()
    expect(tables.filter((table) => typeof table !== 'string' || !(table in TOUCHES))).toEqual([])
    expect(Object.keys(TOUCHES)).toHaveLength(tables.length)
  })

  it('is another one where a setting, a new record or another program may move any school', async () => {
    const made = core()
    const { client, workspace } = made
    let last = both(made).index
    const { figures } = await client.settings.get()
    await client.settings.save({ figures: { ...figures, carryOver: false } })
    for (const next of [
      () => addSchools(workspace, [{ urn: '900009', name: 'Elm School' }]),
      () => workspace.read.connection.exec("DROP TRIGGER history_schools_update; UPDATE schools SET name = 'Renamed elsewhere' WHERE urn = '900009'; UPDATE history_head SET entries = entries + 1"),
    ]) {
      const { index, rows, afresh } = both(made)
      expect(index).not.toBe(last)
      expect(rows).toEqual(afresh)
      last = index
      next()
    }
    expect(both(made).rows.map(({ name }) => name)).toContain('Renamed elsewhere')
  })
})

describe('the columns of the list', () => {
  it('are answered where they are asked for, counted along the school line', async () => {
    const { client } = core()
    for (const date of ['2015-08-31', '2015-11-02', '2016-05-04']) await client.visits.record({ ...visit, urn: date < '2016' ? '900002' : '900003', date })
    for (const [urn, decidedOn, requiresPackage] of [['900002', '2015-10-01', false], ['900002', '2015-11-01', true], ['900003', '2016-02-01', true]] as const) {
      await client.packages.judge({ urn, decidedOn, requiresPackage, reason: '' })
    }
    const ask = async (columns: Parameters<typeof client.schools.list>[0]) => (await client.schools.list(columns)).rows[0]
    const filter = { urn: ['900003'] }
    expect(await ask({ filter, columns: ['visits', 'requiredSince', 'dfeNumber', 'openDate'] })).toMatchObject({
      visits: 2, requiredSince: '2015-11-01', dfeNumber: '330/0003', openDate: '2016-01-01', lastVisit: '2016-05-04',
    })
    expect(await ask({ filter })).not.toHaveProperty('visits')
    expect(await client.schools.urns({ filter: { notUrn: ['900001'] }, sort: 'requiredSince', then: { sort: 'name', descending: true } })).toEqual(['900002', '900003', '900004'])
  })
})

import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'

const entry = { urn: '900001', date: '2016-01-27', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: 'First visit', note: '' } as const

/** On 14 June 2016, with two schools of two districts. */
function core() {
  const made = testCore()
  addSchools(made.workspace, [{ urn: '900001', name: 'Beacon Rise Primary', district: 'Perry Barr' }, { urn: '900002', name: 'Ashfold Academy', type: 'Academy converter', district: 'Yardley' }])
  return made
}

describe('a planned visit', () => {
  it('is completed in one step, remembers its plan, and can be undone', async () => {
    const { client } = core()
    const { id } = await client.visits.record({ ...entry, date: '2016-06-09', status: 'planned' })
    expect((await client.visits.page({})).rows).toMatchObject([{ id, status: 'planned', datePassed: true, district: 'Perry Barr' }])
    const done = await client.visits.complete({ id })
    expect(done.sentence).toBe('Visit to Beacon Rise Primary completed on 9 June 2016')
    expect(await client.visits.get({ id })).toMatchObject({ status: 'completed', date: '2016-06-09', plannedFor: '2016-06-09' })
    await expect(client.visits.complete({ id })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'visit-move' } })
    await client.history.undo({ transactionId: done.transactionId })
    expect(await client.visits.get({ id })).toMatchObject({ status: 'planned', plannedFor: null })
  })

  it('that is still to come is not completed before somebody says on which day it was made', async () => {
    const { client } = core()
    const { id } = await client.visits.record({ ...entry, date: '2016-07-04', status: 'planned' })
    const toCome = { code: 'REFUSED', data: { code: 'visit-to-come' } }
    await expect(client.visits.complete({ id })).rejects.toMatchObject({ ...toCome, message: 'This visit is planned for 4 July 2016, which is still to come. Nothing was changed. If it was made already, say on which day.' })
    await expect(client.visits.complete({ id, date: '2016-06-15' })).rejects.toMatchObject(toCome)
    expect(await client.visits.get({ id })).toMatchObject({ status: 'planned' })
    const { sentence } = await client.visits.complete({ id, date: '2016-06-10' })
    expect(sentence).toBe('Visit to Beacon Rise Primary completed on 10 June 2016, planned for 4 July 2016')
    expect(await client.visits.get({ id })).toMatchObject({ date: '2016-06-10', plannedFor: '2016-07-04' })
  })

  it('is cancelled with its reason, and planned again without it', async () => {
    const { client } = core()
    const { id } = await client.visits.record({ ...entry, date: '2016-07-04', status: 'planned' })
    await expect(client.visits.cancel({ id, because: '  ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.visits.cancel({ id, because: 'Inspection that week' })
    const cancelled = await client.visits.get({ id })
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelledBecause: 'Inspection that week' })
    await expect(client.visits.edit({ ...cancelled, cancelledBecause: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.visits.edit({ ...cancelled, status: 'planned', date: '2016-07-11' })
    expect(await client.visits.get({ id })).toMatchObject({ status: 'planned', date: '2016-07-11', cancelledBecause: '' })
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })
})

describe('the school’s response', () => {
  it('is kept with its day and words, and the story tells it', async () => {
    const { client } = core()
    const { id } = await client.visits.record({ ...entry, evidence: 'Report on file', response: 'notAccurate', respondedOn: '2016-02-10', responseNote: 'Two dates are wrong' })
    expect(await client.visits.get({ id })).toMatchObject({ evidence: 'Report on file', response: 'notAccurate', respondedOn: '2016-02-10', responseNote: 'Two dates are wrong' })
    const { story } = await client.schools.get({ urn: '900001' })
    expect(story.find((event) => event.id === id)).toMatchObject({ visitStatus: 'completed', detail: 'District Lead: First visit. The school finds the record not accurate' })
  })
})

describe('all visits', () => {
  async function filled() {
    const made = core()
    await made.client.visits.record(entry)
    await made.client.visits.record({ ...entry, urn: '900002', date: '2016-05-12', visitor: 'Adviser', kind: 'telephone', note: 'Spoke of reading' })
    const { id } = await made.client.visits.record({ ...entry, urn: '900002', date: '2016-03-10', status: 'planned' })
    await made.client.visits.complete({ id, date: '2016-05-20' })
    await made.client.visits.record({ ...entry, date: '2016-06-10', status: 'planned' })
    await made.client.visits.record({ ...entry, date: '2016-04-20', status: 'cancelled', cancelledBecause: 'Snow' })
    return made
  }

  it.each([
    [{}, ['2016-06-10', '2016-05-20', '2016-05-12', '2016-04-20', '2016-01-27']],
    [{ status: ['completed' as const] }, ['2016-05-20', '2016-05-12', '2016-01-27']],
    [{ datePassed: true }, ['2016-06-10']],
    [{ visitor: ['Adviser'] }, ['2016-05-12']],
    [{ kind: ['telephone' as const] }, ['2016-05-12']],
    [{ district: ['Yardley', null] }, ['2016-05-20', '2016-05-12']],
    [{ search: 'beacon FIRST' }, ['2016-06-10', '2016-04-20', '2016-01-27']],
    [{ search: '900002 reading' }, ['2016-05-12']],
    [{ term: '2015-spring' }, ['2016-01-27']],
    [{ term: '2015-spring', plannedForTerm: true }, ['2016-05-20']],
    [{ term: '2015-summer', status: ['cancelled' as const] }, ['2016-04-20']],
  ])('are found by %j', async (filter, dates) => {
    const { client } = await filled()
    const { total, rows } = await client.visits.page({ filter })
    expect([total, rows.map((row) => row.date)]).toEqual([dates.length, dates])
  })

  it.each(['École', 'ecole', 'ÉCOLE saint', 'marys', 'mary’s'])('are found by “%s”, whatever the case, accents and apostrophes', async (search) => {
    const { client, workspace } = core()
    addSchools(workspace, [{ urn: '900003', name: 'École Saint Mary’s' }])
    await client.visits.record(entry)
    const { id } = await client.visits.record({ ...entry, urn: '900003' })
    expect((await client.visits.page({ filter: { search } })).rows.map((row) => row.id)).toEqual([id])
    expect((await client.visits.page({ filter: { search: `${search} nowhere` } })).total).toBe(0)
  })

  it('come in windows and in the order asked for', async () => {
    const { client } = await filled()
    const { total, rows } = await client.visits.page({ sort: 'school', descending: false, offset: 1, limit: 2 })
    expect(total).toBe(5)
    expect(rows.map(({ schoolName, date }) => `${schoolName} ${date}`)).toEqual(['Ashfold Academy 2016-05-12', 'Beacon Rise Primary 2016-06-10'])
    await expect(client.visits.page({ filter: { term: '2015-winter' } })).rejects.toMatchObject({ data: { code: 'no-such-term' } })
  })

  it('are offered as filters with their counts', async () => {
    const { client } = await filled()
    const { terms, ...facets } = await client.visits.facets()
    expect(facets).toMatchObject({ total: 5, datePassed: 1, kinds: [{ value: 'visit', count: 4 }, { value: 'telephone', count: 1 }], districts: [{ value: 'Perry Barr', count: 3 }, { value: 'Yardley', count: 2 }] })
    expect(terms.map((term) => term.title)).toEqual(['Summer 2016', 'Spring 2016', 'Autumn 2015'])
  })

  it('are counted by term, and each number is the list behind it', async () => {
    const { client } = await filled()
    const table = await client.visits.byTerm({ by: 'district' })
    expect(table).toMatchObject({
      year: 2015,
      years: [2015],
      rows: [
        { name: 'Perry Barr', terms: [{ planned: 0, done: 0, cancelled: 0 }, { planned: 0, done: 1, cancelled: 0 }, { planned: 2, done: 0, cancelled: 1 }] },
        { name: 'Yardley', terms: [{ planned: 0, done: 0, cancelled: 0 }, { planned: 1, done: 0, cancelled: 0 }, { planned: 0, done: 2, cancelled: 0 }] },
      ],
      between: { planned: 0, done: 0, cancelled: 0 },
    })
    for (const row of table.rows) {
      for (const [at, { key }] of table.terms.entries()) {
        const behind = async (filter: object) => (await client.visits.page({ filter: { term: key, district: [row.name], ...filter } })).total
        expect(row.terms[at]).toEqual({ planned: await behind({ plannedForTerm: true }), done: await behind({ status: ['completed'] }), cancelled: await behind({ status: ['cancelled'] }) })
      }
    }
    expect((await client.visits.byTerm({ by: 'visitor' })).rows.map((row) => row.name)).toEqual(['Adviser', 'District Lead'])
  })

  it('follow the terms that the council sets, which may not share days', async () => {
    const { client } = await filled()
    const spring = { year: 2015, name: 'spring', from: '2016-01-04', to: '2016-04-22' } as const
    await expect(client.settings.save({ terms: [spring] })).rejects.toMatchObject({ data: { code: 'terms-overlap' } })
    await client.settings.save({ terms: [spring, { year: 2015, name: 'summer', from: '2016-05-02', to: '2016-07-20' }] })
    expect((await client.visits.byTerm({ by: 'district' })).total).toEqual([{ planned: 0, done: 0, cancelled: 0 }, { planned: 2, done: 1, cancelled: 1 }, { planned: 1, done: 2, cancelled: 0 }])
  })
})

describe('who has not been visited', () => {
  it('agrees with the figure and says what is planned', async () => {
    const { client } = core()
    const { id } = await client.visits.record({ ...entry, date: '2016-07-04', status: 'planned' })
    await client.visits.record({ ...entry, date: '2015-03-12' })
    const { asAt, from, rows } = await client.visits.notVisited({})
    expect([asAt, from]).toEqual(['2016-06-14', '2015-09-01'])
    expect(rows).toEqual([
      { urn: '900002', name: 'Ashfold Academy', group: 'academy', district: 'Yardley', lastVisit: null, days: null, planned: null },
      { urn: '900001', name: 'Beacon Rise Primary', group: 'maintained', district: 'Perry Barr', lastVisit: '2015-03-12', days: 460, planned: { id, date: '2016-07-04' } },
    ])
    await client.visits.complete({ id, date: '2016-06-14' })
    expect((await client.visits.notVisited({})).rows.map((row) => row.urn)).toEqual(['900002'])
  })
})

describe('a completed visit', () => {
  it('of a day that is still to come is refused however it is entered; a plan for that day is not', async () => {
    const { client } = core()
    const toCome = { data: { code: 'visit-to-come' } }
    await expect(client.visits.record({ ...entry, date: '2016-06-15' })).rejects.toMatchObject(toCome)
    const { id } = await client.visits.record({ ...entry, date: '2016-06-15', status: 'planned' })
    await expect(client.visits.edit({ ...entry, id, date: '2016-06-15' })).rejects.toMatchObject(toCome)
    const { urn: _urn, purpose, note, ...day } = entry
    const rows = [{ urn: '900001', purpose, note }]
    await expect(client.visits.recordDay({ ...day, date: '2016-06-15', rows })).rejects.toMatchObject(toCome)
    expect((await client.visits.recordDay({ ...day, date: '2016-06-15', status: 'planned', rows })).ids).toHaveLength(1)
    expect((await client.visits.page({ filter: { status: ['completed'] } })).total).toBe(0)
  })

  it('that is there already is told to whoever asks before recording, however the visitor is spelled', async () => {
    const { client } = core()
    const { id } = await client.visits.record(entry)
    const asked = { urns: ['900001', '900002'], date: entry.date, kind: entry.kind, visitor: 'district  lead' }
    expect(await client.visits.alike(asked)).toEqual([{ id, urn: '900001', schoolName: 'Beacon Rise Primary', status: 'completed' }])
    expect(await client.visits.alike({ ...asked, except: id })).toEqual([])
    for (const other of [{ kind: 'telephone' as const }, { date: '2016-01-28' }, { visitor: 'Adviser' }, { urns: ['900002'] }]) expect(await client.visits.alike({ ...asked, ...other })).toEqual([])
    // A second one is the officer's to record: nothing stands in its way.
    expect((await client.visits.record(entry)).id).not.toBe(id)
  })
})

describe('a day’s visits', () => {
  const day = { date: '2016-06-09', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true } as const

  it('are one change and one undo', async () => {
    const { client } = core()
    const { transactionId, sentence, ids } = await client.visits.recordDay({ ...day, rows: [{ urn: '900001', purpose: 'First visit', note: 'Reading' }, { urn: '900002', purpose: '', note: '' }] })
    expect([sentence, ids.length]).toEqual(['2 visits on 9 June 2016 recorded', 2])
    expect((await client.visits.page({ filter: { visitor: ['District Lead'] } })).rows).toMatchObject([{ schoolName: 'Ashfold Academy', purpose: '' }, { schoolName: 'Beacon Rise Primary', purpose: 'First visit' }])
    await client.history.undo({ transactionId })
    expect((await client.visits.page({})).total).toBe(0)
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('are all refused where one school is not in the register, and the line is named', async () => {
    const { client } = core()
    await expect(client.visits.recordDay({ ...day, rows: [{ urn: '900001', purpose: '', note: '' }, { urn: '999999', purpose: '', note: '' }] })).rejects.toMatchObject({
      message: 'Line 2: there is no school with URN 999999 in the register. Nothing was recorded. Choose the school again, or take the line out.',
    })
    expect((await client.visits.page({})).total).toBe(0)
  })

  it('are matched with schools by URN or name', async () => {
    const { client } = core()
    const found = await client.visits.matchSchools({ texts: ['900002', 'beacon rise', 'Nowhere'] })
    expect(found.map(({ school }) => school?.urn ?? null)).toEqual(['900002', '900001', null])
  })
})

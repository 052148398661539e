import { describe, expect, it } from 'vitest'
import type { VisitEntry } from '../../api/visits.ts'
import { addSchools, testCore } from '../../testing.ts'

const entry: VisitEntry = {
  urn: '900001',
  date: '2016-01-27',
  visitor: 'District Lead, Perry Barr',
  kind: 'visit',
  status: 'completed',
  counts: true,
  purpose: 'First visit',
  note: '',
  evidence: '',
  cancelledBecause: '',
  response: null,
  respondedOn: null,
  responseNote: '',
}

function core() {
  const made = testCore()
  addSchools(made.workspace, [{ urn: '900001', name: 'Beacon Rise Primary' }])
  return made
}

describe('visits', () => {
  it('are recorded, edited and deleted, and each can be undone', async () => {
    const { client } = core()
    const { id } = await client.visits.record(entry)
    expect(await client.visits.list({ urn: '900001' })).toEqual([{ ...entry, id, schoolName: 'Beacon Rise Primary', plannedFor: null }])

    const edited = await client.visits.edit({ ...entry, id, note: 'Record agreed accurate' })
    expect((await client.visits.get({ id })).note).toBe('Record agreed accurate')
    await client.history.undo({ transactionId: edited.transactionId })
    expect((await client.visits.get({ id })).note).toBe('')

    const deleted = await client.visits.delete({ id })
    expect(deleted.sentence).toBe('Visit to Beacon Rise Primary on 27 January 2016 deleted')
    expect(await client.visits.list({})).toEqual([])
    await client.history.undo({ transactionId: deleted.transactionId })
    expect(await client.visits.list({})).toHaveLength(1)
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('move the figure that counts them, and deleting takes it back', async () => {
    const { client } = core()
    const visited = async () => (await client.figures.list({ asAt: '2016-06-21' })).find((f) => f.id === 'visited' && f.group === 'maintained')
    expect(await visited()).toMatchObject({ numerator: 0, denominator: 1, text: '0%' })
    const { id } = await client.visits.record(entry)
    expect(await visited()).toMatchObject({ numerator: 1, percent: 100, numeratorUrns: ['900001'] })
    await client.visits.edit({ ...entry, id, kind: 'telephone' })
    expect(await visited()).toMatchObject({ numerator: 0 })
  })

  it('are recorded for all that are selected, however many', async () => {
    const { client } = core()
    const rows = Array.from({ length: 2_001 }, () => ({ urn: '900001', purpose: '', note: '' }))
    const { date, visitor, kind, counts } = entry
    const { ids, sentence } = await client.visits.recordDay({ date, visitor, kind, status: 'completed', counts, rows })
    expect([ids.length, sentence]).toEqual([2_001, '2,001 visits on 27 January 2016 recorded'])
  })

  it('are refused for a school that is not in the register, with a sentence', async () => {
    const { client } = core()
    await expect(client.visits.record({ ...entry, urn: '999999' })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'There is no school with URN 999999 in the register. Import the register, or check the number.',
      data: { code: 'no-such-school' },
    })
    expect(await client.visits.list({})).toEqual([])
  })

  it('keep hostile text harmless and the rest of it whole', async () => {
    const { client } = core()
    const { id } = await client.visits.record({ ...entry, note: 'a\u0000b\u202Ec \uFFFF<b>d</b> \uD800 e\nf' })
    expect((await client.visits.get({ id })).note).toBe('abc <b>d</b> \uFFFD e\nf')
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })
})

describe('packages', () => {
  it('count a school by its latest judgement, the later recorded on one date', async () => {
    const { client } = core()
    const required = async () => (await client.figures.list({ asAt: '2016-06-21' })).find((f) => f.id === 'packagesRequired' && f.group === 'maintained')?.numerator
    await client.packages.judge({ urn: '900001', decidedOn: '2016-01-14', requiresPackage: true, reason: 'Results below floor' })
    expect(await required()).toBe(1)
    const changed = await client.packages.judge({ urn: '900001', decidedOn: '2016-01-14', requiresPackage: false, reason: 'Results corrected' })
    expect(await required()).toBe(0)
    await client.packages.withdrawJudgement({ id: changed.id })
    expect(await required()).toBe(1)
    expect(await client.packages.needs({ urn: '900001' })).toHaveLength(1)
  })
})

describe('what an officer must write', () => {
  it('is something that can be seen', async () => {
    const { client } = core()
    for (const visitor of ['', '   ', '\u202E\uFFFF', '\u0007']) await expect(client.visits.record({ ...entry, visitor })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await client.visits.list({})).toEqual([])
  })
})

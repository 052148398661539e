import { describe, expect, test } from 'vitest'
import { visitStatus, type VisitEntry, type VisitStatus } from '../api/visits.ts'
import { Refusal } from './refusal.ts'
import { datePassed, isToCome, moveVisit, plannedDay, refuseToCome, sameVisitKey, settledVisit } from './visit-state.ts'

/** Every pair that is legal; all pairs that are not written here must be refused. */
const MOVES = ['planned completed', 'planned cancelled', 'cancelled planned']

function outcome(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const pairs = visitStatus.options.flatMap((from) => visitStatus.options.map((to) => [from, to] as const))
test.each(pairs)('a visit from %s to %s', (from, to) => {
  const result = outcome(() => moveVisit(from, to))
  if (MOVES.includes(`${from} ${to}`)) return expect(result).toBe(to)
  expect(result).toBeInstanceOf(Refusal)
  if (!(result instanceof Refusal)) return
  expect(result.code).toBe('visit-move')
  expect(result.message).toMatch(/^This visit is recorded as \w+.*\. [A-Z].*\.$/)
  expect(result.message).not.toMatch(/undefined|!/)
})

const entry: VisitEntry = {
  urn: '900001', date: '2016-05-12', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: '', note: 'A note',
  evidence: 'Report on file', cancelledBecause: 'Ill', response: 'accurate', respondedOn: '2016-05-20', responseNote: 'Agreed',
}

describe('a visit as it is kept', () => {
  test.each<[VisitStatus, Partial<VisitEntry>]>([
    ['planned', { evidence: '', cancelledBecause: '', response: null, respondedOn: null, responseNote: '' }],
    ['completed', { evidence: 'Report on file', cancelledBecause: '', response: 'accurate', respondedOn: '2016-05-20', responseNote: 'Agreed' }],
    ['cancelled', { evidence: '', cancelledBecause: 'Ill', response: null, respondedOn: null, responseNote: '' }],
  ])('that is %s says nothing of another status', (status, kept) => {
    expect(settledVisit(null, { ...entry, status })).toEqual({ ...entry, status, ...kept, plannedFor: null })
  })

  test('without a response has neither its day nor its words', () => {
    expect(settledVisit(null, { ...entry, response: null })).toMatchObject({ response: null, respondedOn: null, responseNote: '' })
  })

  test.each<[string, Parameters<typeof settledVisit>[0], VisitStatus, string | null]>([
    ['new and completed', null, 'completed', null],
    ['planned, then completed on another day', { status: 'planned', date: '2016-05-03', plannedFor: null }, 'completed', '2016-05-03'],
    ['completed as planned, then corrected', { status: 'completed', date: '2016-05-12', plannedFor: '2016-05-03' }, 'completed', '2016-05-03'],
    ['completed unplanned, then corrected', { status: 'completed', date: '2016-05-12', plannedFor: null }, 'completed', null],
    ['planned, then moved', { status: 'planned', date: '2016-05-03', plannedFor: null }, 'planned', null],
    ['cancelled, then planned again', { status: 'cancelled', date: '2016-05-03', plannedFor: null }, 'planned', null],
  ])('%s remembers the day it was planned for', (_what, before, status, plannedFor) => {
    expect(settledVisit(before, { ...entry, status }).plannedFor).toBe(plannedFor)
  })

  test('refuses to unmake a visit by way of an edit', () => {
    expect(() => settledVisit({ status: 'completed', date: '2016-05-12', plannedFor: null }, { ...entry, status: 'planned' })).toThrow(Refusal)
  })
})

test('a planned day that has passed is said to be so, today is not', () => {
  expect(datePassed({ status: 'planned', date: '2016-06-13' }, '2016-06-14')).toBe(true)
  expect(datePassed({ status: 'planned', date: '2016-06-14' }, '2016-06-14')).toBe(false)
  for (const status of ['completed', 'cancelled'] as const) expect(datePassed({ status, date: '2016-06-13' }, '2016-06-14')).toBe(false)
})

test('what was completed lies not in the days to come; a plan may, and so may what stands there already', () => {
  const today = '2016-06-14'
  expect([isToCome({ status: 'completed', date: '2016-06-15' }, today), isToCome({ status: 'completed', date: today }, today), isToCome({ status: 'planned', date: '2016-06-15' }, today)]).toEqual([true, false, false])
  expect(() => refuseToCome({ status: 'completed', date: '2016-06-15' }, today)).toThrow('15 June 2016 is still to come')
  expect(() => refuseToCome({ status: 'completed', date: '2016-06-15' }, today, { status: 'planned', date: '2016-06-15', plannedFor: null })).toThrow(Refusal)
  refuseToCome({ status: 'completed', date: '2016-06-15' }, today, { status: 'completed', date: '2016-06-15', plannedFor: null })
})

test('two visits are the same by day, kind and visitor however spelled, unless one was called off', () => {
  const key = sameVisitKey(entry)
  expect(sameVisitKey({ ...entry, visitor: 'district  LEAD', status: 'planned' })).toBe(key)
  expect([sameVisitKey({ ...entry, kind: 'telephone' }), sameVisitKey({ ...entry, date: '2016-05-13' }), sameVisitKey({ ...entry, visitor: 'Adviser' })]).not.toContain(key)
  expect(sameVisitKey({ ...entry, status: 'cancelled' })).toBeNull()
})

test('the planned day is the date until the visit is made', () => {
  const dates = { date: '2016-05-12', plannedFor: '2016-05-03' }
  expect(visitStatus.options.map((status) => plannedDay({ ...dates, status }))).toEqual(['2016-05-12', '2016-05-03', '2016-05-12'])
})

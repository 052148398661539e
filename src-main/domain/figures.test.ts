import { describe, expect, test } from 'vitest'
import { figure as figureShape } from '../api/figures.ts'
import type { Figure } from '../api/figures.ts'
import type { FigureFacts, FigureQuestion, RecordFacts, VisitFact } from './figure-facts.ts'
import { countFigures } from './figures.ts'
import { countByDistrict } from './part-figures.ts'

const always = (value: string) => [{ value, validFrom: '2015-01-01', validTo: null }]

function school(urn: string, change: Partial<RecordFacts> & { type?: string } = {}): RecordFacts {
  const { type = 'M', ...rest } = change
  return {
    urn,
    name: `School ${urn}`,
    phase: 'Primary',
    openDate: '2000-09-01',
    closeDate: null,
    types: always(type),
    statuses: always('Open'),
    districts: always('Yardley'),
    ...rest,
  }
}

function visit(urn: string, date: string, change: Partial<VisitFact> = {}): VisitFact {
  return { urn, date, status: 'completed', counts: true, kind: 'visit', ...change }
}

const groupOfType: FigureFacts['groupOfType'] = (type) => (type === 'M' ? 'maintained' : type === 'A' ? 'academy' : 'neither')
const nothing: FigureFacts = { records: [], groupOfType, links: [], visits: [], dsgMeetings: [], attendance: [], judgements: [] }
const question: FigureQuestion = {
  asAt: '2016-06-21',
  from: '2015-09-01',
  settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] },
}

function count(facts: Partial<FigureFacts>, id: Figure['id'], group: Figure['group'], choices: Partial<FigureQuestion> = {}): Figure {
  const found = countFigures({ ...nothing, ...facts }, { ...question, ...choices }).find((figure) => figure.id === id && figure.group === group)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

test('an empty workspace has all eight figures in their order, and none is 0%', () => {
  const figures = countFigures(nothing, question)
  expect(figures.map(({ id, group, text, percent }) => [id, group, text, percent])).toEqual([
    ['visited', 'maintained', 'not applicable', null],
    ['visited', 'academy', 'not applicable', null],
    ['dsgCoverage', 'maintained', 'not applicable', null],
    ['dsgCoverage', 'academy', 'not applicable', null],
    ['dsgRounds', null, '0', null],
    ['dsgMeetings', null, '0', null],
    ['packagesRequired', 'maintained', 'not applicable', null],
    ['packagesRequired', 'academy', 'not applicable', null],
  ])
  for (const figure of figures) expect(figureShape.parse(figure)).toEqual(figure)
})

describe('visited', () => {
  test('carries its proof: sorted records, date, window and settings', () => {
    const records = ['100003', '100001', '100002'].map((urn) => school(urn))
    expect(count({ records, visits: [visit('100003', '2016-01-12'), visit('100001', '2016-01-12'), visit('100001', '2016-02-01')] }, 'visited', 'maintained')).toEqual({
      id: 'visited',
      group: 'maintained',
      numerator: 2,
      denominator: 3,
      percent: 67,
      text: '67%',
      ...question,
      numeratorUrns: ['100001', '100003'],
      denominatorUrns: ['100001', '100002', '100003'],
    })
  })

  test.each<[string, VisitFact, number]>([
    ['on the first day', visit('100001', '2015-09-01'), 1],
    ['the day before', visit('100001', '2015-08-31'), 0],
    ['on the as-at date', visit('100001', '2016-06-21'), 1],
    ['the day after', visit('100001', '2016-06-22'), 0],
    ['planned', visit('100001', '2016-01-12', { status: 'planned' }), 0],
    ['cancelled', visit('100001', '2016-01-12', { status: 'cancelled' }), 0],
    ['not counting', visit('100001', '2016-01-12', { counts: false }), 0],
    ['by telephone', visit('100001', '2016-01-12', { kind: 'telephone' }), 0],
    ['to a school not in the register', visit('999999', '2016-01-12'), 0],
  ])('a visit %s', (_, made, numerator) => {
    expect(count({ records: [school('100001')], visits: [made] }, 'visited', 'maintained').numerator).toBe(numerator)
  })

  test('the kinds of contact that count are a setting', () => {
    const settings = { ...question.settings, contactKinds: ['visit' as const, 'telephone' as const] }
    const visits = [visit('100001', '2016-01-12', { kind: 'telephone' })]
    expect(count({ records: [school('100001')], visits }, 'visited', 'maintained', { settings })).toMatchObject({ numerator: 1, settings })
  })

  test('a phase left out is in neither numerator nor denominator', () => {
    const settings = { ...question.settings, phasesLeftOut: ['nursery '] }
    const records = [school('100001', { phase: 'Nursery' }), school('100002')]
    expect(count({ records, visits: [visit('100001', '2016-01-12')] }, 'visited', 'maintained', { settings })).toMatchObject({ numerator: 0, denominator: 1 })
  })

  test('a visit before the conversion counts for the academy, unless the setting says no', () => {
    const facts = {
      records: [school('100001', { closeDate: '2016-03-31', statuses: always('Closed') }), school('140001', { type: 'A', openDate: '2016-04-01' })],
      links: [{ urn: '100001', linkUrn: '140001', type: 'Successor' }],
      visits: [visit('100001', '2016-01-12')],
    }
    expect(count(facts, 'visited', 'academy')).toMatchObject({ numerator: 1, denominator: 1 })
    expect(count(facts, 'visited', 'maintained')).toMatchObject({ numerator: 0, denominator: 0, text: 'not applicable' })
    expect(count(facts, 'visited', 'academy', { settings: { ...question.settings, carryOver: false } })).toMatchObject({ numerator: 0, denominator: 1 })
    expect(count(facts, 'visited', 'maintained', { asAt: '2016-03-31' })).toMatchObject({ numerator: 1, denominator: 1 })
  })

  test('the group is that of the type on the date', () => {
    const types = [
      { value: 'M', validFrom: '2015-10-01', validTo: '2016-06-21' },
      { value: 'A', validFrom: '2016-06-22', validTo: null },
    ]
    const records = [school('100001', { types })]
    expect(count({ records }, 'visited', 'maintained').denominator).toBe(1)
    expect(count({ records }, 'visited', 'maintained', { asAt: '2015-09-15' }).denominator).toBe(1)
    expect(count({ records }, 'visited', 'academy', { asAt: '2016-06-22' }).denominator).toBe(1)
    expect(count({ records }, 'visited', 'maintained', { asAt: '2016-06-22' }).denominator).toBe(0)
  })
})

describe('District Strategy Groups', () => {
  const dsgMeetings = [
    { groupKey: 'yardley', date: '2015-10-01' },
    { groupKey: 'yardley', date: '2015-10-01' },
    { groupKey: 'yardley', date: '2016-02-01' },
    { groupKey: 'ladywood', date: '2016-02-01' },
    { groupKey: 'ladywood', date: '2015-08-31' },
    { groupKey: 'ladywood', date: '2016-06-22' },
  ]

  test('meetings count once by group and date, rounds are the most of any group', () => {
    expect(count({ dsgMeetings }, 'dsgMeetings', null)).toMatchObject({ numerator: 3, denominator: null, percent: null, text: '3', numeratorUrns: [], denominatorUrns: [] })
    expect(count({ dsgMeetings }, 'dsgRounds', null)).toMatchObject({ numerator: 2, denominator: null, percent: null, text: '2' })
  })

  test.each([
    ['attended', { groupKey: 'yardley', date: '2016-02-01', attended: true }, 1],
    ['sent apologies', { groupKey: 'yardley', date: '2016-02-01', attended: false }, 0],
    ['attended before the window', { groupKey: 'ladywood', date: '2015-08-31', attended: true }, 0],
    ['attended after it', { groupKey: 'ladywood', date: '2016-06-22', attended: true }, 0],
    ['attended a meeting that was not held', { groupKey: 'ladywood', date: '2016-02-02', attended: true }, 0],
  ])('a school that %s', (_, row, numerator) => {
    const facts = { records: [school('100001'), school('100002')], dsgMeetings, attendance: [{ urn: '100001', ...row }] }
    expect(count(facts, 'dsgCoverage', 'maintained')).toMatchObject({ numerator, denominator: 2, text: numerator ? '50%' : '0%' })
  })
})

describe('packages required', () => {
  const judge = (urn: string, decidedOn: string, requires: boolean, recordedAt = '2016-01-01T09:00:00.000Z', id = 'a') => ({ urn, decidedOn, requires, recordedAt, id })
  const records = [school('100001'), school('140001', { type: 'A' })]
  const links = [{ urn: '140001', linkUrn: '100001', type: 'Predecessor' }]

  test.each([
    ['none', [], 0, 0],
    ['long before the window', [judge('100001', '2011-01-01', true)], 1, 1],
    ['after the date', [judge('100001', '2016-06-22', true)], 0, 0],
    ['the latest says no', [judge('100001', '2016-01-01', true), judge('100001', '2016-02-01', false)], 0, 0],
    ['whatever the order of rows', [judge('100001', '2016-02-01', false), judge('100001', '2016-01-01', true)], 0, 0],
    ['on one date the later recorded', [judge('100001', '2016-02-01', true, '2016-02-03T09:00:00.000Z'), judge('100001', '2016-02-01', false, '2016-02-02T09:00:00.000Z')], 1, 1],
    ['then the later id', [judge('100001', '2016-02-01', false, undefined, 'b'), judge('100001', '2016-02-01', true, undefined, 'a')], 0, 0],
    ['the successor’s own comes later in the line', [judge('100001', '2016-01-01', true), judge('140001', '2016-02-01', false)], 1, 0],
    ['the line’s later one counts for the successor', [judge('140001', '2016-01-01', false), judge('100001', '2016-02-01', true)], 1, 1],
  ])('%s', (_, judgements, maintained, academy) => {
    expect(count({ records, links, judgements }, 'packagesRequired', 'maintained')).toMatchObject({ numerator: maintained, text: String(maintained) })
    expect(count({ records, links, judgements }, 'packagesRequired', 'academy').numerator).toBe(academy)
  })

  test('prints the count, and keeps the percentage', () => {
    const many = Array.from({ length: 1200 }, (_, i) => String(200_000 + i))
    const facts = { records: many.map((urn) => school(urn)), judgements: many.map((urn) => judge(urn, '2016-01-01', true)) }
    expect(count(facts, 'packagesRequired', 'maintained')).toMatchObject({ text: '1,200', percent: 100 })
  })
})

test('by district: both groups of each, by name, the records without one last', () => {
  const records = [
    school('100001', { districts: always('Yardley') }),
    school('100002', { districts: always('Edgbaston'), type: 'A' }),
    school('100003', { districts: [] }),
    school('100004', { districts: always('') }),
    school('100005', { districts: always('Meriden'), type: 'neither' }),
  ]
  const rows = countByDistrict({ ...nothing, records, visits: [visit('100001', '2016-01-12'), visit('100004', '2016-01-12')] }, question)
  const none = { reached: 0, requirePackage: 0 }
  expect(rows).toEqual([
    { district: 'Edgbaston', group: 'maintained', open: 0, visited: 0, reachedOf: 0, ...none },
    { district: 'Edgbaston', group: 'academy', open: 1, visited: 0, reachedOf: 1, ...none },
    { district: 'Yardley', group: 'maintained', open: 1, visited: 1, reachedOf: 1, ...none },
    { district: 'Yardley', group: 'academy', open: 0, visited: 0, reachedOf: 0, ...none },
    { district: null, group: 'maintained', open: 2, visited: 1, reachedOf: 2, ...none },
    { district: null, group: 'academy', open: 0, visited: 0, reachedOf: 0, ...none },
  ])
})

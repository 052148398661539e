import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from './dates.ts'
import type { FigureFacts, FigureQuestion, RecordFacts, VisitFact } from './figure-facts.ts'
import { countFigures } from './figures.ts'
import { notVisitedOn } from './not-visited.ts'

const always = (value: string) => [{ value, validFrom: '2015-01-01', validTo: null }]

function record(urn: string, type: string, openDate: string | null = null, closeDate: string | null = null): RecordFacts {
  return { urn, name: `School ${urn}`, phase: 'Primary', openDate, closeDate, types: always(type), statuses: always('Open'), districts: always('Yardley') }
}

const nothing: FigureFacts = {
  records: [],
  groupOfType: (type) => (type === 'M' ? 'maintained' : type === 'A' ? 'academy' : 'neither'),
  links: [], visits: [], dsgMeetings: [], attendance: [], judgements: [],
}
const question: FigureQuestion = { asAt: '2016-06-21', from: '2015-09-01', settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] } }

function visit(urn: string, date: string, change: Partial<VisitFact> = {}): VisitFact {
  return { urn, date, status: 'completed', counts: true, kind: 'visit', ...change }
}

describe('who has not been visited, and for how long', () => {
  const records = ['100001', '100002', '100003', '100004'].map((urn) => record(urn, 'M'))

  test('never visited first, then the longest without; a visit in the window takes a school off', () => {
    const visits = [visit('100001', '2015-07-01'), visit('100002', '2015-08-31'), visit('100002', '2014-01-01'), visit('100004', '2015-09-01')]
    expect(notVisitedOn({ ...nothing, records, visits }, question).map(({ urn, lastVisit, days }) => [urn, lastVisit, days])).toEqual([
      ['100003', null, null],
      ['100001', '2015-07-01', 356],
      ['100002', '2015-08-31', 295],
    ])
  })

  test.each<[string, Partial<VisitFact>]>([
    ['planned', { status: 'planned' }],
    ['cancelled', { status: 'cancelled' }],
    ['said not to count', { counts: false }],
    ['of another kind', { kind: 'telephone' }],
    ['still to come', { date: '2016-06-22' }],
  ])('a visit that is %s is no visit', (_what, change) => {
    expect(notVisitedOn({ ...nothing, records: [record('100001', 'M')], visits: [visit('100001', '2015-07-01', change)] }, question)).toMatchObject([{ lastVisit: null, days: null }])
  })

  test('a predecessor’s visit counts along the line, unless the settings say otherwise', () => {
    const facts = {
      ...nothing,
      records: [record('100001', 'M', null, '2016-01-31'), record('100009', 'A', '2016-02-01')],
      links: [{ urn: '100009', linkUrn: '100001', type: 'Predecessor' }],
      visits: [visit('100001', '2015-03-12')],
    }
    expect(notVisitedOn(facts, question)).toMatchObject([{ urn: '100009', group: 'academy', lastVisit: '2015-03-12', days: daysBetween('2015-03-12', '2016-06-21') }])
    expect(notVisitedOn(facts, { ...question, settings: { ...question.settings, carryOver: false } })).toMatchObject([{ urn: '100009', lastVisit: null }])
  })
})

test('equals a recount by hand, and the figure’s denominator less its numerator', () => {
  const urns = Array.from({ length: 7 }, (_, i) => String(100_001 + i))
  const urn = fc.constantFrom(...urns)
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2015-12-01', n))
  const orNone = fc.option(day, { nil: null })
  const facts = fc.record({
    records: fc.tuple(...urns.map((one) => fc.tuple(fc.constantFrom('M', 'A', 'other'), orNone, orNone).map(([type, open, close]) => record(one, type, open, close)))),
    links: fc.array(fc.record({ urn, linkUrn: urn, type: fc.constantFrom('Predecessor', 'Successor', 'Other') }), { maxLength: 6 }),
    visits: fc.array(
      fc.record({ urn, date: day, status: fc.constantFrom('completed', 'completed', 'planned', 'cancelled'), counts: fc.constantFrom(true, true, false), kind: fc.constantFrom('visit', 'visit', 'telephone') }),
      { maxLength: 14 },
    ),
  })
  const asked: fc.Arbitrary<FigureQuestion> = fc.record({
    asAt: day,
    from: day,
    settings: fc.record({ carryOver: fc.boolean(), phasesLeftOut: fc.constant([]), contactKinds: fc.subarray(['visit', 'telephone'], { minLength: 1 }) }),
  })
  fc.assert(
    fc.property(facts, asked, (some, q) => {
      const whole = { ...nothing, ...some }
      const rows = notVisitedOn(whole, q)
      for (const group of ['maintained', 'academy'] as const) {
        const figure = countFigures(whole, q).find(({ id, group: of }) => id === 'visited' && of === group)
        const rest = figure?.denominatorUrns.filter((one) => !figure.numeratorUrns.includes(one))
        expect(rows.filter((row) => row.group === group).map((row) => row.urn).sort()).toEqual(rest)
      }
      for (const row of rows) {
        const line = new Set([row.urn])
        for (let size = 0; q.settings.carryOver && size !== line.size; ) {
          size = line.size
          for (const { urn: of, linkUrn, type } of some.links) {
            if (type === 'Predecessor' && line.has(of)) line.add(linkUrn)
            if (type === 'Successor' && line.has(linkUrn)) line.add(of)
          }
        }
        const dates = some.visits.filter((v) => line.has(v.urn) && v.status === 'completed' && v.counts && q.settings.contactKinds.some((kind) => kind === v.kind) && v.date <= q.asAt).map((v) => v.date)
        const last = dates.sort().at(-1) ?? null
        expect([row.lastVisit, row.days]).toEqual([last, last === null ? null : daysBetween(last, q.asAt)])
      }
      const known = rows.map((row) => row.days ?? 100_000)
      expect(known).toEqual([...known].sort((a, b) => b - a))
    }),
    { numRuns: 600 },
  )
})

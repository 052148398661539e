import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure, Move } from '../api/figures.ts'
import type { DsgMethod } from '../api/settings.ts'
import type { FigureQuestion, RecordFacts } from './figure-facts.ts'
import { movedBetweenDates, movedByKnowledge } from './figure-moves.ts'
import { countFigures } from './figures.ts'
import { moveWords } from './move-words.ts'
import { byAnyMethod, facts, question, type Small } from './testing/small-facts.ts'

/** Plays the moves on the sets of the first count, and nothing else: what comes out must be the sets of the second. */
function replayed(before: Figure, moves: readonly Move[]): Pick<Figure, 'numeratorUrns' | 'denominatorUrns'> {
  const [numerator, denominator] = [new Set(before.numeratorUrns), new Set(before.denominatorUrns)]
  for (const { urn, from, to } of moves) {
    expect([denominator.has(urn), numerator.has(urn)]).toEqual([from !== 'out', from === 'counted'])
    for (const [set, belongs] of [[denominator, to !== 'out'], [numerator, to === 'counted']] as const) {
      if (belongs) set.add(urn)
      else set.delete(urn)
    }
  }
  return { numeratorUrns: [...numerator].sort(), denominatorUrns: [...denominator].sort() }
}

const sets = ({ numeratorUrns, denominatorUrns }: Figure) => ({ numeratorUrns, denominatorUrns })

it('between any two dates, the moves turn the records of each figure into the others', () => {
  fc.assert(
    fc.property(facts, byAnyMethod, byAnyMethod, (small, one, other) => {
      const [earlier, asAt] = one.asAt < other.asAt ? [one.asAt, other.asAt] : [other.asAt, one.asAt]
      const moved = movedBetweenDates(small, { ...one, asAt }, earlier)
      expect(moved.map(({ before }) => before)).toEqual(countFigures(small, { ...one, asAt: earlier }))
      expect(moved.map(({ after }) => after)).toEqual(countFigures(small, { ...one, asAt }))
      for (const { before, after, moves } of moved) {
        expect(replayed(before, moves)).toEqual(sets(after))
        for (const { on } of moves) expect(on === null || (on >= earlier && on <= asAt)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

it('after any change of records and settings, each step by itself leads to the next', () => {
  fc.assert(
    fc.property(facts, facts, facts, byAnyMethod, byAnyMethod, (then, late, now, asked, since) => {
      const questionNow = { ...since, asAt: asked.asAt }
      const moved = movedByKnowledge({ then, late, now }, asked, questionNow)
      expect(moved.map(({ before }) => before)).toEqual(countFigures(then, asked))
      expect(moved.map(({ after }) => after)).toEqual(countFigures(now, questionNow))
      for (const { before, after, moves } of moved) {
        expect(replayed(before, moves)).toEqual(sets(after))
        const order = moves.map(({ why }) => ['settings', 'recordedLate', 'corrected'].indexOf(why))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 500 },
  )
})

it('nothing moves where nothing differs', () => {
  fc.assert(
    fc.property(facts, question, (small, asked) => {
      expect(movedBetweenDates(small, asked, asked.asAt).flatMap(({ moves }) => moves)).toEqual([])
      expect(movedByKnowledge({ then: small, late: small, now: small }, asked, asked).flatMap(({ moves }) => moves)).toEqual([])
    }),
  )
})

const record = (urn: string, rest: Partial<RecordFacts> = {}): RecordFacts => ({
  urn,
  name: `School ${urn}`,
  phase: 'Primary',
  openDate: null,
  closeDate: null,
  types: [{ value: 'M', validFrom: '2015-04-01', validTo: null }],
  statuses: [{ value: 'Open', validFrom: '2015-04-01', validTo: null }],
  districts: [],
  ...rest,
})
const of = (value: string, validFrom = '2015-04-01') => ({ value, validFrom, validTo: null })
const empty: Small = {
  records: [],
  groupOfType: (type) => (type === 'M' ? 'maintained' : type === 'A' ? 'academy' : 'neither'),
  links: [],
  visits: [],
  dsgMeetings: [],
  attendance: [],
  judgements: [],
}
const asked: FigureQuestion = { from: '2015-09-01', asAt: '2016-06-21', settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] } }
const visit = (urn: string, date: string) => ({ urn, date, status: 'completed' as const, counts: true, kind: 'visit' as const })
const judged = (urn: string, decidedOn: string, requires: boolean) => ({ urn, decidedOn, requires, recordedAt: `${decidedOn}T09:00:00Z`, id: `${urn} ${decidedOn}` })

function whyOf(small: Partial<Small>, id: Figure['id'], group: Figure['group'], dsgMethod: DsgMethod = 'attended'): string[] {
  const moved = movedBetweenDates({ ...empty, ...small }, { ...asked, settings: { ...asked.settings, dsgMethod } }, '2016-05-09').find(({ after }) => after.id === id && after.group === group)
  return (moved?.moves ?? []).map((move) => `${move.urn} ${moveWords(move)} ${move.on ?? ''}`.trim())
}

describe('a record is said to have moved because it', () => {
  it('opened, or closed the day before it no longer counts', () => {
    const records = [record('1', { openDate: '2016-06-01' }), record('2', { closeDate: '2016-05-31' }), record('3', { closeDate: '2016-06-21' })]
    expect(whyOf({ records }, 'visited', 'maintained')).toEqual(['1 joined the group: opened 2016-06-01', '2 left the group: closed 2016-05-31'])
  })

  it('converted: out of one group, into the other', () => {
    const records = [record('1', { closeDate: '2016-05-31' }), record('2', { openDate: '2016-06-01', types: [of('A')] })]
    const links = [{ urn: '2', linkUrn: '1', type: 'Predecessor' }]
    expect(whyOf({ records, links }, 'visited', 'maintained')).toEqual(['1 left the group: converted 2016-05-31'])
    expect(whyOf({ records, links }, 'visited', 'academy')).toEqual(['2 joined the group: opened by conversion 2016-06-01'])
  })

  it('was merged into a school of its own group, which is closing and not conversion', () => {
    const records = [record('1', { closeDate: '2016-05-31' }), record('2', { openDate: '2016-06-01' })]
    const links = [{ urn: '1', linkUrn: '2', type: 'Successor - amalgamated' }]
    expect(whyOf({ records, links }, 'visited', 'maintained')).toEqual(['1 left the group: closed 2016-05-31', '2 joined the group: opened 2016-06-01'])
  })

  it('changed type', () => {
    const records = [record('1', { types: [of('M'), of('A', '2016-06-02')] })]
    expect(whyOf({ records }, 'visited', 'maintained')).toEqual(['1 left the group: changed type 2016-06-02'])
    expect(whyOf({ records }, 'visited', 'academy')).toEqual(['1 joined the group: changed type 2016-06-02'])
  })

  it('was visited, first, in its own name or its predecessor’s', () => {
    const records = [record('1'), record('2')]
    const visits = [visit('1', '2016-06-09'), visit('1', '2016-05-12'), visit('0', '2016-05-10'), visit('2', '2016-05-09'), visit('9', '2016-06-01')]
    const links = [{ urn: '2', linkUrn: '9', type: 'Predecessor' }]
    expect(whyOf({ records, visits, links }, 'visited', 'maintained')).toEqual(['1 visited since 2016-05-12'])
    expect(whyOf({ records, visits: visits.slice(4), links }, 'visited', 'maintained')).toEqual(['2 visited since 2016-06-01'])
  })

  it('attended a meeting that was held', () => {
    const dsgMeetings = [{ groupKey: 'x', date: '2016-05-17' }]
    const attendance = [{ urn: '1', groupKey: 'x', date: '2016-05-17', attended: true }, { urn: '2', groupKey: 'y', date: '2016-05-17', attended: true }]
    expect(whyOf({ records: [record('1'), record('2')], dsgMeetings, attendance }, 'dsgCoverage', 'maintained')).toEqual(['1 attended a District Strategy Group since 2016-05-17'])
  })

  const [yardley, ladywood] = [{ districts: [of('Yardley')] }, { districts: [of('Ladywood')] }]
  const met = (groupKey: string, district: string, ...dates: string[]) => dates.map((date) => ({ groupKey, district, date }))
  const came = (urn: string, groupKey: string, date: string) => ({ urn, groupKey, date, attended: true })

  it('lies in a district whose group has met since, where that is what counts, whether or not it came', () => {
    const records = [record('1', yardley), record('2', yardley), record('3', ladywood), record('4', { districts: [of('Yardley'), of('Ladywood', '2016-06-01')] })]
    const dsgMeetings = [...met('y', 'Yardley', '2016-06-14', '2016-05-17'), ...met('l', 'Ladywood', '2016-01-14', '2016-05-20')]
    expect(whyOf({ records, dsgMeetings, attendance: [came('2', 'y', '2016-06-14')] }, 'dsgCoverage', 'maintained', 'districtMet')).toEqual([
      '1 its district’s group has met since 2016-05-17',
      '2 its district’s group has met since 2016-05-17',
      '4 counted otherwise by another dated fact',
    ])
  })

  it('had its first place at a meeting since, where places are what counts, and came or did not', () => {
    const records = [record('1', yardley), record('2', yardley), record('3', ladywood), record('4', ladywood), record('5', { ...yardley, openDate: '2016-06-01' })]
    const dsgMeetings = [...met('y', 'Yardley', '2016-05-17'), ...met('l', 'Ladywood', '2016-01-14', '2016-05-20')]
    const attendance = [came('1', 'y', '2016-05-17'), came('3', 'l', '2016-05-20')]
    expect(whyOf({ records, dsgMeetings, attendance }, 'dsgCoverage', 'maintained', 'meanAttendance')).toEqual([
      '1 attended a District Strategy Group since 2016-05-17',
      '2 its district’s group has met since 2016-05-17',
      '3 attended a District Strategy Group since 2016-05-20',
      '5 joined the group: opened 2016-06-01',
    ])
  })

  it('was judged, by the last word', () => {
    const judgements = [judged('1', '2016-05-10', false), judged('1', '2016-06-10', true), judged('2', '2016-01-10', true), judged('2', '2016-06-11', false)]
    expect(whyOf({ records: [record('1'), record('2')], judgements }, 'packagesRequired', 'maintained')).toEqual(['1 judged since to require a package 2016-06-10', '2 judged since to need no package 2016-06-11'])
  })
})

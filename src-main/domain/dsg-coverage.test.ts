import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DsgMethod } from '../api/settings.ts'
import { addDays } from './dates.ts'
import type { FigureFacts, FigureQuestion, RecordFacts } from './figure-facts.ts'
import { explain } from './figure-words.ts'
import { countFigures } from './figures.ts'
import { countByDistrict } from './part-figures.ts'

const always = (value: string) => [{ value, validFrom: '2015-01-01', validTo: null }]

function record(urn: string, type: string, district: string): RecordFacts {
  return { urn, name: `School ${urn}`, phase: 'Primary', openDate: null, closeDate: null, types: always(type), statuses: always('Open'), districts: always(district) }
}

const nothing: FigureFacts = { records: [], groupOfType: (type) => (type === 'M' ? 'maintained' : 'academy'), links: [], visits: [], dsgMeetings: [], attendance: [], judgements: [] }
const question = (dsgMethod: DsgMethod | undefined, asAt = '2016-06-21'): FigureQuestion => ({ asAt, from: '2015-09-01', settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'], ...(dsgMethod && { dsgMethod }) } })

function coverage(facts: Partial<FigureFacts>, asked: FigureQuestion) {
  return countFigures({ ...nothing, ...facts }, asked).filter(({ id }) => id === 'dsgCoverage')
}

describe('coverage of District Strategy Groups by each method', () => {
  const facts = {
    records: [record('100001', 'M', 'Yardley'), record('100002', 'M', 'Yardley'), record('100003', 'M', 'Ladywood'), record('100004', 'M', ''), record('100005', 'A', 'Yardley')],
    dsgMeetings: [
      { groupKey: 'y', date: '2015-10-01', district: 'Yardley' },
      { groupKey: 'y', date: '2016-01-14', district: 'Yardley' },
      { groupKey: 'l', date: '2016-07-01', district: 'Ladywood' },
    ],
    attendance: [
      { urn: '100001', groupKey: 'y', date: '2015-10-01', attended: true },
      { urn: '100001', groupKey: 'y', date: '2016-01-14', attended: true },
      { urn: '100002', groupKey: 'y', date: '2015-10-01', attended: false },
      // A guest from a district whose group has not met.
      { urn: '100003', groupKey: 'y', date: '2016-01-14', attended: true },
    ],
  }

  test.each<[DsgMethod | undefined, string, string[]]>([
    [undefined, '2 of 4, 50%', ['100001', '100003']],
    ['attended', '2 of 4, 50%', ['100001', '100003']],
    ['districtMet', '2 of 4, 50%', ['100001', '100002']],
    ['meanAttendance', '3 of 5, 60%', ['100001', '100003']],
  ])('%s', (method, said, urns) => {
    const asked = question(method)
    const [maintained] = coverage(facts, asked)
    expect(`${maintained?.numerator} of ${maintained?.denominator}, ${maintained?.text}`).toBe(said)
    expect(maintained?.numeratorUrns).toEqual(urns)
    expect(maintained?.settings).toEqual(asked.settings)
  })

  test.each<[DsgMethod, string]>([
    ['attended', '1 of 2'],
    ['districtMet', '2 of 2'],
    ['meanAttendance', '2 of 4'],
  ])('%s, in the district as in the figure', (method, said) => {
    const rows = countByDistrict({ ...nothing, ...facts }, question(method)).filter(({ district, group }) => district === 'Yardley' && group === 'maintained')
    expect(rows.map(({ reached, reachedOf }) => `${reached} of ${reachedOf}`)).toEqual([said])
  })

  test('is not applicable where no group has met, nor where there is no school', () => {
    expect(coverage({ records: facts.records }, question('meanAttendance')).map(({ text }) => text)).toEqual(['not applicable', 'not applicable'])
    expect(coverage({}, question('districtMet')).map(({ text }) => text)).toEqual(['not applicable', 'not applicable'])
  })

  test('mean attendance gives a place to whom officers put into a group, and none to whom they took out, for as long as that holds', () => {
    const said = (urn: string, groupKey: string, member: boolean, validFrom: string, validTo: string | null = null) => ({ urn, groupKey, member, validFrom, validTo })
    const places = (...memberships: ReturnType<typeof said>[]) => {
      const [maintained] = coverage({ ...facts, memberships }, question('meanAttendance'))
      return `${maintained?.numerator} of ${maintained?.denominator}`
    }
    expect(places()).toBe('3 of 5')
    // Taken out after the first of two meetings; its place at that one stays.
    expect(places(said('100002', 'y', false, '2015-12-01'))).toBe('3 of 4')
    expect(places(said('100002', 'y', false, '2015-09-01', '2015-10-01'))).toBe('3 of 4')
    // Whoever took a place had one.
    expect(places(said('100001', 'y', false, '2015-09-01'))).toBe('3 of 5')
    // Put in, without a district or from another one.
    expect(places(said('100004', 'y', true, '2016-01-14'))).toBe('3 of 6')
    expect(places(said('100004', 'y', true, '2016-01-15'))).toBe('3 of 5')
    // The other ways of counting go by attendance and by district alone.
    const others = (memberships: ReturnType<typeof said>[]) => (['attended', 'districtMet'] as const).map((method) => coverage({ ...facts, memberships }, question(method)).map(({ numerator, denominator }) => [numerator, denominator]))
    expect(others([said('100002', 'y', false, '2015-09-01')])).toEqual(others([]))
  })

  test('says in words how it was counted', () => {
    const words = (method: DsgMethod) => coverage(facts, question(method)).map((figure) => explain(figure, { provider: 'BEP' }))[0]
    expect(words('districtMet')?.howCounted).toBe('Maintained schools open on 21 June 2016 in a district whose District Strategy Group has met since 1 September 2015.')
    expect(words('meanAttendance')).toEqual({
      title: 'Mean attendance of maintained schools at District Strategy Groups',
      howCounted: 'Places taken at District Strategy Group meetings held since 1 September 2015, out of one place a meeting for each of the maintained schools open on 21 June 2016 that was a member of the group that day: in its district or put into it, and not taken out. Attendance before a conversion counts for the successor.',
    })
  })
})

test('the methods equal a recount by hand', () => {
  const urns = Array.from({ length: 6 }, (_, i) => String(100_001 + i))
  const day = fc.integer({ min: 0, max: 8 }).map((n) => addDays('2016-01-01', n))
  const groups = [{ groupKey: 'y', district: 'Yardley' }, { groupKey: 'l', district: 'Ladywood' }, { groupKey: 'n', district: null }]
  const facts = fc.record({
    records: fc.tuple(...urns.map((urn) => fc.tuple(fc.constantFrom('M', 'A'), fc.constantFrom('Yardley', 'Ladywood', 'Perry Barr', '')).map(([type, district]) => record(urn, type, district)))),
    links: fc.array(fc.record({ urn: fc.constantFrom(...urns), linkUrn: fc.constantFrom(...urns), type: fc.constantFrom('Predecessor', 'Successor', 'Other') }), { maxLength: 4 }),
    dsgMeetings: fc.array(fc.tuple(fc.constantFrom(...groups), day).map(([group, date]) => ({ ...group, date })), { maxLength: 8 }),
    attendance: fc.array(fc.record({ urn: fc.constantFrom(...urns), groupKey: fc.constantFrom('y', 'l', 'n'), date: day, attended: fc.boolean() }), { maxLength: 24 }),
    memberships: fc.array(fc.record({ urn: fc.constantFrom(...urns), groupKey: fc.constantFrom('y', 'l', 'n'), member: fc.boolean(), validFrom: day, validTo: fc.option(day, { nil: null }) }), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(facts, day, fc.boolean(), (some, asAt, carryOver) => {
      const held = new Map(some.dsgMeetings.filter((m) => m.date <= asAt).map((m) => [`${m.groupKey} ${m.date}`, m.district]))
      const lineOf = (urn: string) => {
        const line = new Set([urn])
        for (let size = 0; carryOver && size !== line.size; ) {
          size = line.size
          for (const link of some.links) {
            if (link.type === 'Predecessor' && line.has(link.urn)) line.add(link.linkUrn)
            if (link.type === 'Successor' && line.has(link.linkUrn)) line.add(link.urn)
          }
        }
        return line
      }
      for (const group of ['maintained', 'academy'] as const) {
        const of = some.records.filter((r) => some.records.length > 0 && (r.types[0]?.value === 'M') === (group === 'maintained'))
        const came = (r: RecordFacts) => [...held.keys()].filter((key) => some.attendance.some((a) => a.attended && lineOf(r.urn).has(a.urn) && `${a.groupKey} ${a.date}` === key))
        const invited = (r: RecordFacts) =>
          [...held].filter(([key, district]) => {
            const [groupKey, date = ''] = key.split(' ')
            const words = some.memberships.filter((one) => one.groupKey === groupKey && one.validFrom <= date && (one.validTo ?? '9999-12-31') >= date)
            const [own, before] = [words.find((one) => one.urn === r.urn), words.filter((one) => one.urn !== r.urn && lineOf(r.urn).has(one.urn))]
            const byDistrict = district !== null && district === r.districts[0]?.value
            return (own ? own.member : before.length > 0 ? before.some((one) => one.member) : byDistrict) || came(r).includes(key)
          })
        const counted = (method: DsgMethod) => {
          const asked = question(method, asAt)
          const figure = coverage(some, { ...asked, settings: { ...asked.settings, carryOver } }).find((one) => one.group === group)
          return [figure?.numerator, figure?.denominator]
        }
        expect(counted('attended')).toEqual([of.filter((r) => came(r).length > 0).length, of.length])
        expect(counted('districtMet')).toEqual([of.filter((r) => [...held.values()].some((district) => district !== null && district === r.districts[0]?.value)).length, of.length])
        expect(counted('meanAttendance')).toEqual([of.reduce((sum, r) => sum + came(r).length, 0), of.reduce((sum, r) => sum + invited(r).length, 0)])
      }
    }),
    { numRuns: 500 },
  )
})

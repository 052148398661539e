import { describe, expect, test } from 'vitest'
import type { Segment } from '../api/groups.ts'
import type { RecordFacts } from './figure-facts.ts'
import { membersOn, segmentOf, type GroupSchool } from './group-members.ts'

test.each<[string, string, Segment]>([
  ['Nursery', 'Local authority nursery school', 'nursery'],
  ['Primary', 'Community school', 'primary'],
  ['Middle deemed primary', 'Foundation school', 'primary'],
  ['Secondary', 'Academy converter', 'secondary'],
  ['Middle deemed secondary', 'Academy converter', 'secondary'],
  ['All-through', 'Free schools', 'allThrough'],
  ['All through', 'Academy sponsor led', 'allThrough'],
  ['16 plus', 'Free schools 16 to 19', 'sixteenPlus'],
  ['Not applicable', 'Community special school', 'special'],
  ['Not applicable', 'Academy special converter', 'special'],
  ['Not applicable', 'Free schools special', 'special'],
  ['Not applicable', 'Pupil referral unit', 'alternative'],
  ['Not applicable', 'Academy alternative provision converter', 'alternative'],
  ['Not applicable', 'Community school', 'other'],
  ['', '', 'other'],
])('phase %s, type %s', (phase, type, segment) => expect(segmentOf(phase, type)).toBe(segment))

const always = (value: string) => [{ value, validFrom: '2015-01-01', validTo: null }]
const school = (urn: string, change: Partial<RecordFacts> = {}): RecordFacts => ({
  urn, name: `School ${urn}`, phase: 'Primary', openDate: null, closeDate: null, types: always('M'), statuses: always('Open'), districts: always('Yardley'), ...change,
})
const groupOfType = (type: string) => (type === 'M' ? 'maintained' : type === 'A' ? 'academy' : 'neither')
const word = (urn: string, member: boolean, validFrom: string, validTo: string | null = null): GroupSchool => ({ urn, member, representative: 'Head teacher', validFrom, validTo })
const on = (day: string, records: RecordFacts[], own: GroupSchool[] = []) => membersOn(records, groupOfType, 'Yardley', own, day).map(({ urn }) => urn)

describe('members of a District Strategy Group', () => {
  test('are by default the open schools of both groups in the district on the day', () => {
    const records = [
      school('100001'), school('100002', { types: always('A') }), school('100003', { types: always('other') }), school('100004', { districts: always('Ladywood') }),
      school('100005', { closeDate: '2016-01-31' }), school('100006', { statuses: always('Proposed to open') }),
      school('100007', { districts: [{ value: 'Ladywood', validFrom: '2015-01-01', validTo: '2016-03-31' }, { value: 'Yardley', validFrom: '2016-04-01', validTo: null }] }),
    ]
    expect(on('2016-01-14', records)).toEqual(['100001', '100002', '100005'])
    expect(on('2016-05-01', records)).toEqual(['100001', '100002', '100007'])
  })

  test('are taken out and put in from a day to a day, whatever the district', () => {
    const records = [school('100001'), school('100004', { districts: always('Ladywood') })]
    const own = [word('100001', false, '2016-01-01', '2016-03-31'), word('100004', true, '2016-02-01')]
    expect(['2015-12-31', '2016-01-01', '2016-02-01', '2016-04-01'].map((day) => on(day, records, own))).toEqual([['100001'], [], ['100004'], ['100001', '100004']])
    expect(membersOn(records, groupOfType, 'Yardley', own, '2016-04-01').map(({ byDistrict, representative }) => [byDistrict, representative])).toEqual([[true, ''], [false, 'Head teacher']])
  })

  test('stand by segment and then by name', () => {
    const records = [school('100001', { phase: 'Secondary' }), school('100002', { name: 'Zebra' }), school('100003', { name: 'Ash' }), school('100004', { phase: 'Nursery' })]
    expect(on('2016-05-01', records)).toEqual(['100004', '100003', '100002', '100001'])
  })

  test('of a group without a district are those that were put in', () => {
    expect(membersOn([school('100001'), school('100002', { districts: [] })], groupOfType, null, [word('100001', true, '2016-01-01')], '2016-05-01').map(({ urn }) => urn)).toEqual(['100001'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOddities, qualityRules } from './quality.ts'
import { joinedName } from './fold-words.ts'
import type { QualityFacts, QualityRecord } from './quality-facts.ts'
import { isOpenOn } from './open-on.ts'

const TODAY = '2016-06-14'
const always = (value: string) => [{ value, validFrom: '2015-04-01', validTo: null }]

type Given = Partial<Omit<QualityRecord, 'types' | 'statuses' | 'districts'>> & { type?: string; status?: string; district?: string | null }

function record(urn: string, { type = 'Community school', status = 'Open', district = 'Yardley', ...more }: Given = {}): QualityRecord {
  return { urn, name: `School ${urn}`, laCode: '330', openDate: null, closeDate: null, types: always(type), statuses: always(status), districts: district === null ? [] : always(district), ...more }
}

function facts(part: Partial<QualityFacts>): QualityFacts {
  return {
    today: TODAY, carryOver: true, contractStart: '2015-09-01', records: [], links: [], visits: [], judgements: [], meetings: [], attendance: [], actions: [],
    groupOfType: (type) => (type === 'Community school' ? 'maintained' : type === 'Academy converter' ? 'academy' : 'neither'),
    typeGroupOf: (type) => (type === 'Academy of the sea' ? null : 'Known'),
    ...part,
  }
}

const visit = (id: string, urn: string, date: string, more: Partial<QualityFacts['visits'][number]> = {}): QualityFacts['visits'][number] => ({ id, urn, date, status: 'completed', counts: true, kind: 'visit', visitor: 'District Lead', ...more })
const need = (id: string, urn: string, decidedOn: string, requires = true) => ({ id, urn, decidedOn, requires, recordedAt: `${decidedOn}T09:00:00.000Z` })
const A = '900001'
const B = '900002'
const closed = { status: 'Closed', closeDate: '2016-03-31' }
const meeting = { id: 'm', body: 'Yardley DSG', district: 'Yardley', date: '2016-05-12' }

/** A case: what is given, and what is found, as "rule: message". */
const cases: readonly [what: string, given: Partial<QualityFacts>, found: readonly string[]][] = [
  ['a school in order', { records: [record(A)] }, []],
  ['open without a district', { records: [record(A, { district: null })] }, ['openWithoutDistrict: School 900001 is open and has no district.']],
  ['closed, or in neither group, without a district', { records: [record(A, { district: null, ...closed }), record(B, { district: null, type: 'Other independent school' })] }, []],
  ['one name in one authority', { records: [record(A, { name: 'St. Mary’s School' }), record(B, { name: 'SAINT MARYS  SCHOOL' }), record('900003', { name: 'St Mary’s School', laCode: '331' })] }, ['duplicateName: Two open schools are called St. Mary’s School: URNs 900001 and 900002.']],
  ['one name, one of them closed', { records: [record(A, { name: 'Ashfold' }), record(B, { name: 'Ashfold', ...closed })] }, []],
  ['closed without a date', { records: [record(A, { status: 'Closed' })] }, ['closedWithoutDate: School 900001 is closed and has no close date, so it counts as open on no date.']],
  ['closed before it opened', { records: [record(A, { status: 'Closed', openDate: '2016-04-01', closeDate: '2016-03-31' })] }, ['datesReversed: School 900001 closed on 31 March 2016, before it opened on 1 April 2016.']],
  ['open by status, closed by date', { records: [record(A, { closeDate: '2016-06-13' })] }, ['statusAgainstDates: School 900001 is open by its status and closed on 13 June 2016 by its close date.']],
  ['its last day is today', { records: [record(A, { closeDate: TODAY })] }, []],
  ['closed by status, with a day to come', { records: [record(A, { status: 'Closed', closeDate: '2016-08-31' })] }, ['statusAgainstDates: School 900001 is closed by its status, and its close date 31 August 2016 is still to come.']],
  ['proposed, and its day has come', { records: [record(A, { status: 'Proposed to open', openDate: '2016-06-14' })] }, ['statusAgainstDates: School 900001 is still proposed to open, and its open date 14 June 2016 has come.']],
  ['proposed for a later day, or none', { records: [record(A, { status: 'Proposed to open', openDate: '2016-09-01' }), record(B, { status: 'Proposed to open' })] }, []],
  ['a predecessor missing, told from both sides', { records: [record(A)], links: [{ urn: A, linkUrn: '111111', type: 'Predecessor' }, { urn: '111111', linkUrn: A, type: 'Successor' }] }, ['linkMissing: The predecessor of School 900001, URN 111111, is not in the register, so its line breaks there.']],
  ['a successor missing', { records: [record(A, closed)], links: [{ urn: A, linkUrn: '111111', type: 'Successor - merged' }, { urn: A, linkUrn: '222222', type: 'Sixth Form Centre Link' }] }, ['linkMissing: The successor of School 900001, URN 111111, is not in the register, so its line breaks there.']],
  ['a type of no known group', { records: [record(A, { type: 'Academy of the sea' }), record(B, { type: 'Academy of the sea' })] }, ['unknownType: “Academy of the sea”, the type of School 900001 and 1 more, has no type group, so these schools count in neither group.']],
  ['a visit before opening, when its predecessor was open', { records: [record(A, { openDate: '2016-04-01' }), record(B, closed)], links: [{ urn: A, linkUrn: B, type: 'Predecessor' }], visits: [visit('v', A, '2016-03-01')] }, ['visitBeforeOpening: The visit to School 900001 on 1 March 2016 is before it opened on 1 April 2016. School 900002, URN 900002, was open then.']],
  ['a visit on the first and on the last day', { records: [record(A, { openDate: '2016-04-01' }), record(B, closed)], visits: [visit('v', A, '2016-04-01'), visit('w', B, '2016-03-31')] }, []],
  ['a visit after closing; one that was cancelled', { records: [record(A, closed)], visits: [visit('v', A, '2016-04-01'), visit('w', A, '2016-04-02', { status: 'cancelled' })] }, ['visitAfterClosing: The visit to School 900001 on 1 April 2016 is after it closed on 31 March 2016.']],
  ['a completed visit still to come', { records: [record(A)], visits: [visit('v', A, '2016-06-15')] }, ['visitAhead: The visit to School 900001 on 15 June 2016 is recorded as completed, and the day is still to come.']],
  ['a planned visit of yesterday; one of today', { records: [record(A)], visits: [visit('v', A, '2016-06-13', { status: 'planned' }), visit('w', A, TODAY, { status: 'planned' })] }, ['plannedVisitPast: The visit to School 900001 planned for 13 June 2016 is past, and nobody has recorded what came of it.']],
  ['a visit twice; another visitor’s', { records: [record(A)], visits: [visit('v', A, '2016-05-03'), visit('w', A, '2016-05-03', { visitor: 'district  lead' }), visit('x', A, '2016-05-03', { visitor: 'Adviser' })] }, ['sameVisitTwice: Two visits to School 900001 on 3 May 2016 by district  lead are recorded: one may be there twice.']],
  ['visits left behind, carry over off', { carryOver: false, records: [record(A), record(B, closed)], links: [{ urn: A, linkUrn: B, type: 'Predecessor' }], visits: [visit('v', B, '2016-03-01')] }, ['visitsLeftBehind: One visit to School 900002, URN 900002, from before it became School 900001 counts for neither, because carry over is off.']],
  ['visits before a conversion, carried over', { records: [record(A), record(B, closed)], links: [{ urn: A, linkUrn: B, type: 'Predecessor' }], visits: [visit('v', B, '2016-03-01')] }, []],
  ['closed with a judgement standing; one that was answered', { records: [record(A, closed), record(B, closed)], judgements: [need('j', A, '2016-01-14'), need('k', B, '2016-01-14'), need('l', B, '2016-02-14', false)] }, ['closedWithNeed: School 900001 is closed, and its judgement of 14 January 2016 still says that it requires a package.']],
  ['a judgement that its successor has', { records: [record(A, closed), record(B)], links: [{ urn: A, linkUrn: B, type: 'Successor' }], judgements: [need('j', A, '2016-01-14')] }, []],
  ['a judgement after closing', { records: [record(A, closed)], judgements: [need('j', A, '2016-04-14', false)] }, ['judgementWhileNotOpen: The judgement on School 900001 of 14 April 2016 is after it closed on 31 March 2016.']],
  ['an action that names a closed school', { records: [record(A, { name: 'Ashfold Primary', ...closed })], actions: [{ id: 'a', number: 'IQ/2016-05-09/3', text: 'Write to ASHFOLD Primary, by post.' }] }, ['closedWithAction: Action IQ/2016-05-09/3 is still to be done and names Ashfold Primary, which closed on 31 March 2016.']],
  ['an action that names a school which has an open namesake', { records: [record(A, { name: 'Ashfold Primary', ...closed }), record(B, { name: 'Ashfold Primary' })], actions: [{ id: 'a', number: 'IQ/2016-05-09/3', text: 'Write to Ashfold Primary.' }] }, []],
  ['a meeting without attendance; one to come', { meetings: [meeting, { ...meeting, id: 'n', date: '2016-06-15' }] }, ['meetingWithoutAttendance: The meeting of Yardley DSG on 12 May 2016 was held, and no school’s attendance is recorded.']],
  ['present in another district; absent there', { records: [record(A, { district: 'Erdington' }), record(B, { district: 'Erdington' })], meetings: [meeting], attendance: [{ meetingId: 'm', urn: A, attended: true, member: false }, { meetingId: 'm', urn: B, attended: false, member: false }] }, ['attendanceOtherDistrict: School 900001 is of Erdington, and is recorded as present at Yardley DSG on 12 May 2016.']],
  ['present in another district, of whose group it is a member', { records: [record(A, { district: 'Erdington' })], meetings: [meeting], attendance: [{ meetingId: 'm', urn: A, attended: true, member: true }] }, []],
  ['present while closed', { records: [record(A, closed)], meetings: [meeting], attendance: [{ meetingId: 'm', urn: A, attended: true, member: false }] }, ['attendanceWhileNotOpen: School 900001 was not open on 12 May 2016, and is recorded as present at Yardley DSG.']],
]

describe('what is odd', () => {
  it.each(cases)('%s', (_what, given, found) => {
    expect(findOddities(facts(given)).map(({ rule, message }) => `${rule}: ${message}`)).toEqual(found)
  })

  it('has a case for every rule', () => {
    const shown = new Set(cases.flatMap(([, , found]) => found.map((line) => line.split(':')[0])))
    expect(qualityRules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  })

  it('is about something of its own under each rule, whatever the register', () => {
    const date = fc.constantFrom(null, '2015-01-01', '2016-03-31', '2016-06-14', '2017-01-01')
    const records = fc.array(fc.record({ openDate: date, closeDate: date, status: fc.constantFrom('Open', 'Closed', 'Proposed to open'), district: fc.constantFrom(null, 'Yardley'), name: fc.constantFrom('Ashfold', 'St Mary', 'Saint Mary') }), { maxLength: 8 })
    fc.assert(
      fc.property(records, fc.array(fc.tuple(fc.nat(7), fc.constantFrom('2015-06-01', '2016-05-03', '2016-07-01')), { maxLength: 10 }), (given, visits) => {
        const made = given.map((one, i) => record(`90000${i}`, one))
        const found = findOddities(facts({ records: made, visits: visits.map(([at, day], i) => visit(`v${i}`, `90000${at}`, day)) }))
        expect(new Set(found.map(({ rule, subject }) => `${rule} ${subject}`)).size).toBe(found.length)
        const openWithout = made.filter((one) => isOpenOn(one, TODAY) && one.districts.length === 0).map(({ urn }) => urn)
        expect(found.filter(({ rule }) => rule === 'openWithoutDistrict').map(({ urn }) => urn).sort()).toEqual(openWithout)
      }),
    )
  })
})

describe('a name, folded', () => {
  it.each([
    ['St. Mary’s C.E. School', 'saint marys CE School'],
    ['St Peter & St Paul', 'Saint Peter and Saint Paul'],
    ['École  Jacques-Prévert', 'ecole jacques prevert'],
  ])('%s is %s', (one, other) => expect(joinedName(one)).toBe(joinedName(other)))

  it('keeps what differs', () => expect(joinedName('Stechford Primary')).not.toBe(joinedName('Saintechford Primary')))
})

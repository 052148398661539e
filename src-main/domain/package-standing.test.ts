import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packageEventKind, type PackageEventKind, type PackageState } from '../api/support.ts'
import { addDays } from './dates.ts'
import { countPackages, mustDecide, packageOn, type PackageEventFact } from './package-standing.ts'
import { packageWarnings } from './package-warnings.ts'
import { restingOn } from './package-withdrawal.ts'

let count = 0
function event(kind: PackageEventKind, date: string, change: Partial<PackageEventFact> = {}): PackageEventFact {
  count += 1
  const number = String(count).padStart(4, '0')
  return {
    id: `id-${number}`, kind, date, rag: null, schoolId: null, statute: null, guidance: null, agreedWith: null, funding: null,
    recordedAt: `2016-01-01T00:00:00.${number}Z`, ...change,
  }
}

const story = [
  event('identified', '2015-10-05'),
  event('diagnosed', '2015-10-19'),
  event('agreed', '2015-11-02', { agreedWith: 'Head teacher', funding: 'Core contract' }),
  event('started', '2015-11-09'),
  event('reviewed', '2015-12-14', { rag: 'red' }),
  event('paused', '2016-01-18'),
  event('resumed', '2016-02-22'),
  event('reviewed', '2016-03-14', { rag: 'amber' }),
  event('escalated', '2016-04-25', { statute: 'section60', guidance: 'Schools causing concern, March 2016' }),
  event('resumed', '2016-05-23'),
  event('completed', '2016-07-15'),
]

test.each([
  ['2015-10-05', { state: 'needIdentified', startedOn: null, reviewDue: null }],
  ['2015-10-19', { state: 'diagnosed' }],
  ['2015-11-02', { state: 'agreed', agreedWith: 'Head teacher', funding: 'Core contract' }],
  ['2015-11-09', { state: 'active', startedOn: '2015-11-09', reviewDue: '2015-12-31', reviewOverdue: false }],
  ['2015-12-14', { state: 'active', review: { date: '2015-12-14', rag: 'red' }, reviewDue: '2016-03-31' }],
  ['2016-01-18', { state: 'paused', reviewDue: null, reviewOverdue: false }],
  ['2016-03-13', { state: 'active', review: { rag: 'red' } }],
  ['2016-03-14', { state: 'active', review: { rag: 'amber' }, reviewDue: '2016-08-31' }],
  ['2016-04-25', { state: 'escalated', notice: { date: '2016-04-25', statute: 'section60' }, reviewDue: '2016-08-31' }],
  ['2016-05-23', { state: 'active', notice: null }],
  ['2016-07-15', { state: 'completed', endedOn: '2016-07-15', reviewDue: null }],
])('the story as on %s', (day, expected) => {
  expect(packageOn(story, day)).toMatchObject(expected)
})

test('before its need was identified there is no package', () => {
  expect(packageOn(story, '2015-10-04')).toBeNull()
  expect(packageOn([], '2016-01-01')).toBeNull()
})

test('a review is overdue from the day after its term', () => {
  const started = [event('identified', '2015-10-05'), event('started', '2015-11-09')]
  expect(packageOn(started, '2015-12-31')).toMatchObject({ reviewDue: '2015-12-31', reviewOverdue: false })
  expect(packageOn(started, '2016-01-01')).toMatchObject({ reviewDue: '2015-12-31', reviewOverdue: true })
})

test('carried on, it belongs to the successor from that day', () => {
  const carried = [...story.slice(0, 5), event('carriedOn', '2016-01-01', { schoolId: 'successor' })]
  expect(packageOn(carried, '2015-12-31')?.schoolId).toBeNull()
  expect(packageOn(carried, '2016-01-01')).toMatchObject({ schoolId: 'successor', state: 'active' })
})

/** The state counted a second time, as somebody with a pencil would: look for the end, then the last turn, then the furthest step. */
function recount(events: readonly PackageEventFact[], day: string): PackageState | null {
  const known = events.filter((one) => one.date <= day)
  if (!known.some((one) => one.kind === 'identified')) return null
  const sorted = known.toSorted((a, b) => (a.date + a.recordedAt + a.id).localeCompare(b.date + b.recordedAt + b.id))
  const end = sorted.find((one) => one.kind === 'completed' || one.kind === 'stopped')
  if (end) return end.kind === 'completed' ? 'completed' : 'stopped'
  const turn = sorted.findLast((one) => ['paused', 'resumed', 'escalated'].includes(one.kind))
  if (turn) return turn.kind === 'paused' ? 'paused' : turn.kind === 'escalated' ? 'escalated' : 'active'
  const has = (kind: PackageEventKind) => sorted.some((one) => one.kind === kind)
  return has('started') ? 'active' : has('agreed') ? 'agreed' : has('diagnosed') ? 'diagnosed' : 'needIdentified'
}

const anyStory = fc
  .array(fc.record({ kind: fc.constantFrom(...packageEventKind.exclude(['identified']).options), day: fc.integer({ min: 0, max: 300 }) }), { maxLength: 12 })
  .map((rows) => [event('identified', '2015-09-01'), ...rows.map(({ kind, day }) => event(kind, addDays('2015-09-01', day)))])

test('packages by state, for any stories on any day, equal a recount', () => {
  fc.assert(
    fc.property(fc.array(anyStory, { maxLength: 8 }), fc.integer({ min: -5, max: 320 }), (stories, after) => {
      const day = addDays('2015-09-01', after)
      const states = stories.flatMap((events) => packageOn(events, day)?.state ?? [])
      const counted = stories.flatMap((events) => recount(events, day) ?? [])
      expect(states).toEqual(counted)
      const figure = countPackages(states)
      for (const [state, number] of Object.entries(figure)) expect(number).toBe(counted.filter((one) => one === state).length)
    }),
  )
})

test('the order in which rows come from the store does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(story, { minLength: story.length }), fc.constantFrom('2015-11-02', '2016-03-14', '2016-07-15'), (rows, day) => {
      expect(packageOn(rows, day)).toEqual(packageOn(story, day))
    }),
  )
})

test.each([
  ['active', '2016-03-31', '2016-04-01', true],
  ['active', '2016-03-31', '2016-03-31', false],
  ['needIdentified', '2016-03-31', '2016-04-01', true],
  ['completed', '2016-03-31', '2016-04-01', false],
  ['stopped', '2016-03-31', '2016-04-01', false],
  ['active', null, '2016-04-01', false],
] as const)('%s at a school closed %s, on %s: to be decided %s', (state, closed, day, expected) => {
  expect(mustDecide({ state }, closed, day)).toBe(expected)
})

test('dates out of order are said, one sentence each', () => {
  const none = { plannedStart: null, plannedEnd: null, judgedOn: null }
  expect(packageWarnings(story, none)).toEqual([])
  const odd = [event('identified', '2015-10-05'), event('diagnosed', '2015-09-28'), event('agreed', '2015-10-12'), event('started', '2015-10-10'), event('reviewed', '2015-10-09'), event('completed', '2016-01-10'), event('paused', '2016-02-01')]
  expect(packageWarnings(odd, { plannedStart: '2016-02-01', plannedEnd: '2016-01-01', judgedOn: '2015-10-06' })).toEqual([
    'It was diagnosed on 28 September 2015, before it was identified as a need on 5 October 2015.',
    'It was started on 10 October 2015, before it was agreed on 12 October 2015.',
    'It was reviewed on 9 October 2015, before it was started on 10 October 2015.',
    'It was paused on 1 February 2016, after it was completed on 10 January 2016. That does not count.',
    'The need was identified on 5 October 2015, before the judgement of 6 October 2015 that it answers.',
    'The planned end, 1 January 2016, lies before the planned start, 1 February 2016.',
  ])
})

test('a move on which a later one rests is not withdrawn before that one', () => {
  const [, diagnosed, agreed, started, review, paused, resumed] = story
  const resting = (withdrawn: PackageEventFact | undefined) => (withdrawn ? restingOn(story, withdrawn)?.kind : 'missing')
  expect([diagnosed, agreed, started, review, paused, resumed, story.at(-1)].map(resting)).toEqual(['agreed', 'started', 'reviewed', undefined, 'resumed', undefined, undefined])
})

import fc from 'fast-check'
import type { RecordFacts } from '../../../domain/figure-facts.ts'
import { facts, type Small } from '../../../domain/testing/small-facts.ts'

/** What was done to a row after it might first have been recorded. */
export type Fate = 'kept' | 'late' | 'deleted' | 'changed'

export interface Row<T> {
  fate: Fate
  /** As it stood in the first telling; null where it came late. */
  then: T | null
  /** As it stands; null where it was deleted since. */
  now: T | null
}

/** A register told twice: what was known first, and what is known now. */
export interface ToldTwice {
  records: Row<RecordFacts>[]
  links: Row<Small['links'][number]>[]
  visits: Row<Small['visits'][number]>[]
  meetings: Row<Meeting>[]
  attendance: Row<Small['attendance'][number]>[]
  judgements: Row<Small['judgements'][number]>[]
}

export interface Meeting {
  groupKey: string
  date: string
  cancelled: boolean
}

const fate = fc.constantFrom<Fate>('kept', 'kept', 'kept', 'late', 'deleted', 'changed')

/** A register, and a fate for each of its rows. A row of a school, or of a meeting, that came late came late itself. */
export const toldTwice: fc.Arbitrary<ToldTwice> = fc.tuple(facts, fc.array(fate, { minLength: 80, maxLength: 80 })).map(([small, fates]) => {
  let given = 0
  const next = (possible: readonly Fate[]): Fate => {
    const drawn = fates[given++ % fates.length] ?? 'kept'
    return possible.includes(drawn) ? drawn : 'kept'
  }
  const row = <T>(now: T, changed: (one: T) => T, of: Fate): Row<T> => ({
    fate: of,
    then: of === 'late' ? null : of === 'changed' ? changed(now) : now,
    now: of === 'deleted' ? null : now,
  })
  const ANY: readonly Fate[] = ['late', 'deleted', 'changed']
  const records = withStrangers(small).map((record) => row(record, (one) => ({ ...one, openDate: null, closeDate: null, districts: [] }), next(['late', 'changed'])))
  const lateSchools = new Set(records.flatMap(({ fate: of, now }) => (of === 'late' && now ? [now.urn] : [])))
  const ofSchool = (urn: string): Fate => (lateSchools.has(urn) ? 'late' : next(ANY))
  const meetings = meetingsOf(small).map((meeting) => row(meeting, (one) => ({ ...one, cancelled: true }), next(['late', 'changed'])))
  const lateMeetings = new Set(meetings.flatMap(({ fate: of, now }) => (of === 'late' && now ? [key(now)] : [])))
  return {
    records,
    links: unique(small.links, (link) => Object.values(link).join()).map((link) => row(link, (one) => one, next(['late', 'deleted']))),
    visits: small.visits.map((visit) => row(visit, (one) => ({ ...one, status: 'planned' }), ofSchool(visit.urn))),
    meetings,
    attendance: unique(small.attendance, (one) => one.urn + key(one)).map((one) => row(one, (before) => ({ ...before, attended: !before.attended }), lateMeetings.has(key(one)) ? 'late' : ofSchool(one.urn))),
    judgements: unique(small.judgements, ({ id }) => id).map((one) => row(one, (before) => ({ ...before, requires: !before.requires }), ofSchool(one.urn))),
  }
})

/** As first known; with what came late added to it; as it is now. */
export function telling(story: ToldTwice, which: 'then' | 'late' | 'now'): Small {
  const of = <T>(rows: readonly Row<T>[]): T[] => rows.flatMap(({ fate: was, then, now }) => (which === 'now' ? now : which === 'late' && was === 'late' ? now : then) ?? [])
  return {
    records: of(story.records),
    groupOfType: (type) => (type === 'M' ? 'maintained' : type === 'A' ? 'academy' : 'neither'),
    links: of(story.links),
    visits: of(story.visits),
    dsgMeetings: of(story.meetings).filter(({ cancelled }) => !cancelled),
    attendance: of(story.attendance),
    judgements: of(story.judgements),
  }
}

/** A workspace knows no visit without a school: those that the register lacks are of a type that is in neither group. */
function withStrangers(small: Small): RecordFacts[] {
  const known = new Set(small.records.map(({ urn }) => urn))
  const named = [...small.visits, ...small.attendance, ...small.judgements].map(({ urn }) => urn).filter((urn) => !known.has(urn))
  const blank = { phase: '', openDate: null, closeDate: null, statuses: [], districts: [] }
  return [...small.records, ...[...new Set(named)].map((urn) => ({ ...blank, urn, name: `School ${urn}`, types: [{ value: 'other', validFrom: '2016-01-01', validTo: null }] }))]
}

/** Nor any attendance without a meeting: one that was not held was cancelled. */
function meetingsOf(small: Small): Meeting[] {
  const held = unique([...small.dsgMeetings], key).map((meeting) => ({ ...meeting, cancelled: false }))
  const known = new Set(held.map(key))
  const notHeld = unique(small.attendance.filter((one) => !known.has(key(one))), key)
  return [...held, ...notHeld.map(({ groupKey, date }) => ({ groupKey, date, cancelled: true }))]
}

export function key({ groupKey, date }: { groupKey: string; date: string }): string {
  return `${groupKey} ${date}`
}

function unique<T>(rows: readonly T[], by: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [by(row), row])).values()]
}

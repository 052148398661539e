import fc from 'fast-check'
import type { SchoolGroup } from '../../api/base.ts'
import type { DsgMethod } from '../../api/settings.ts'
import type { DatedValue } from '../dated-facts.ts'
import { addDays } from '../dates.ts'
import type { FigureFacts, FigureQuestion, JudgementFact, RecordFacts } from '../figure-facts.ts'

/**
 * The statistics counted a second time, slowly and apart: by somebody with DOMAIN.md and a pencil, who looks through
 * every row for every school and knows none of the functions under test.
 */
export interface Small extends FigureFacts {
  records: RecordFacts[]
  links: { urn: string; linkUrn: string; type: string }[]
  visits: { urn: string; date: string; status: 'planned' | 'completed' | 'cancelled'; counts: boolean; kind: 'visit' | 'telephone' | 'virtual' | 'meeting' }[]
  dsgMeetings: { groupKey: string; date: string; district?: string }[]
  attendance: { urn: string; groupKey: string; date: string; attended: boolean }[]
  judgements: JudgementFact[]
}

function lineOf(urn: string, facts: Small): string[] {
  let line = [urn]
  for (let grown = true; grown; ) {
    const more = facts.links.flatMap((link) => {
      if (/^Predecessor/.test(link.type) && line.includes(link.urn)) return [link.linkUrn]
      if (/^Successor/.test(link.type) && line.includes(link.linkUrn)) return [link.urn]
      return []
    })
    const next = [...new Set([...line, ...more])]
    grown = next.length > line.length
    line = next
  }
  return line
}

export function inForce(facts: readonly DatedValue[], t: string): string | undefined {
  const ordered = facts.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  return (ordered.findLast((fact) => fact.validFrom <= t) ?? ordered[0])?.value
}

export function isIn(record: RecordFacts, group: SchoolGroup, facts: Small, { asAt: t, settings }: FigureQuestion): boolean {
  const type = inForce(record.types, t)
  if (type === undefined || facts.groupOfType(type) !== group) return false
  if (settings.phasesLeftOut.includes(record.phase)) return false
  const latest = record.statuses.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1)?.value
  if (latest === 'Proposed to open') return false
  if (latest === 'Closed' && record.closeDate === null) return false
  return (record.openDate === null || record.openDate <= t) && (record.closeDate === null || t <= record.closeDate)
}

type Test = (record: RecordFacts) => boolean

/** By figure in their order: group, number, out of, per cent, text, and both lists of URNs. */
export function recount(facts: Small, question: FigureQuestion): unknown[] {
  const { asAt: t, from: t0, settings } = question
  const line = (urn: string): string[] => (settings.carryOver ? lineOf(urn, facts) : [urn])
  const visited: Test = ({ urn }) =>
    facts.visits.some((v) => line(urn).includes(v.urn) && v.status === 'completed' && v.counts && settings.contactKinds.includes(v.kind) && v.date >= t0 && v.date <= t)
  const attended: Test = ({ urn }) =>
    facts.attendance.some(
      (a) => line(urn).includes(a.urn) && a.attended && facts.dsgMeetings.some((m) => m.groupKey === a.groupKey && m.date === a.date && m.date >= t0 && m.date <= t),
    )
  const requires: Test = ({ urn }) => {
    const sortKey = (j: JudgementFact): string => `${j.decidedOn} ${j.recordedAt} ${j.id}`
    const own = facts.judgements.filter((j) => line(urn).includes(j.urn) && j.decidedOn <= t)
    return own.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).at(-1)?.requires === true
  }
  const share = (group: SchoolGroup, counts: Test, printsCount: boolean): unknown => {
    const below = facts.records.filter((record) => isIn(record, group, facts, question))
    const above = below.filter(counts)
    const urns = (records: RecordFacts[]): string[] => records.map((record) => record.urn).toSorted()
    const percent = below.length === 0 ? null : Number(((1000n * BigInt(above.length)) / BigInt(below.length) + 5n) / 10n)
    const text = percent === null ? 'not applicable' : printsCount ? `${above.length}` : `${percent}%`
    return [group, above.length, below.length, percent, text, urns(above), urns(below)]
  }
  const held = [...new Set(facts.dsgMeetings.filter((m) => m.date >= t0 && m.date <= t).map((m) => JSON.stringify([m.groupKey, m.date])))]
  const perGroup = ['x', 'y'].map((key) => held.filter((m) => m.startsWith(`["${key}"`)).length)
  const plain = (n: number): unknown => [null, n, null, null, `${n}`, [], []]
  return [
    share('maintained', visited, false),
    share('academy', visited, false),
    share('maintained', attended, false),
    share('academy', attended, false),
    plain(Math.max(...perGroup)),
    plain(held.length),
    share('maintained', requires, true),
    share('academy', requires, true),
  ]
}

const URNS = Array.from({ length: 9 }, (_, i) => String(100_001 + i))
const urn = fc.constantFrom(...URNS)
const date = fc.integer({ min: 0, max: 24 }).map((n) => addDays('2016-01-01', n))
const orNone = fc.option(date, { nil: null })
const dated = (...values: string[]) =>
  fc
    .uniqueArray(fc.record({ value: fc.constantFrom(...values), validFrom: date }), { selector: (fact) => fact.validFrom, maxLength: 3 })
    .map((facts): DatedValue[] => facts.map((fact) => ({ ...fact, validTo: null })))

const record = (of: string): fc.Arbitrary<RecordFacts> =>
  fc.record({
    urn: fc.constant(of),
    name: fc.constant(`School ${of}`),
    phase: fc.constantFrom('Primary', 'Nursery', ''),
    openDate: orNone,
    closeDate: orNone,
    types: dated('M', 'A', 'A', 'M', 'other'),
    statuses: dated('Open', 'Open, but proposed to close', 'Closed', 'Proposed to open'),
    districts: dated('Yardley', 'Ladywood', ''),
  })

const plain: fc.Arbitrary<Small> = fc.record({
  records: fc.shuffledSubarray(URNS).chain((urns) => fc.tuple(...urns.map(record))),
  groupOfType: fc.constant<FigureFacts['groupOfType']>((type) => (type === 'M' ? 'maintained' : type === 'A' ? 'academy' : 'neither')),
  links: fc.array(fc.record({ urn, linkUrn: urn, type: fc.constantFrom('Predecessor', 'Successor', 'Predecessor - merged', 'Successor - Split School', 'Other', 'Merged - expansion of school capacity') }), { maxLength: 8 }),
  visits: fc.array(
    fc.record({
      urn,
      date,
      status: fc.constantFrom('completed', 'completed', 'planned', 'cancelled'),
      counts: fc.constantFrom(true, true, false),
      kind: fc.constantFrom('visit', 'visit', 'telephone', 'virtual', 'meeting'),
    }),
    { maxLength: 8 },
  ),
  dsgMeetings: fc.array(fc.tuple(fc.constantFrom({ groupKey: 'x', district: 'Yardley' }, { groupKey: 'y', district: 'Ladywood' }), date).map(([group, on]) => ({ ...group, date: on })), { maxLength: 8 }),
  attendance: fc.array(fc.record({ urn, groupKey: fc.constantFrom('x', 'y'), date, attended: fc.boolean() }), { maxLength: 20 }),
  judgements: fc.array(
    fc.record({ urn, decidedOn: date, requires: fc.boolean(), recordedAt: fc.constantFrom('2016-02-01T09:00:00.000Z', '2016-02-01T10:00:00.000Z'), id: fc.uuid() }),
    { maxLength: 10 },
  ),
})

/** What happens to schools in a line: conversion, amalgamation, closing and opening again; told from either side. */
const event = fc.record({
  kind: fc.constantFrom('convert', 'amalgamate', 'reopen'),
  on: date,
  school: fc.nat(8),
  other: fc.nat(8),
  fromOldSide: fc.boolean(),
})

type LineEvent = typeof event extends fc.Arbitrary<infer Event> ? Event : never

/** The old records close on a day, their last open one, and a new record opens after it, linked to each. */
function happened(small: Small, { kind, on, school, other, fromOldSide }: LineEvent, nth: number): Small {
  const chosen = kind === 'amalgamate' ? [school, other] : [school]
  const old = new Set(chosen.flatMap((at) => small.records[at % Math.max(1, small.records.length)] ?? []))
  const [first] = old
  if (!first) return small
  const urn = String(200_001 + nth)
  const openDate = addDays(on, kind === 'reopen' ? 5 : 1)
  const fresh: RecordFacts = {
    ...first,
    urn,
    name: `School ${urn}`,
    openDate,
    closeDate: null,
    types: [{ value: kind === 'convert' ? 'A' : 'M', validFrom: openDate, validTo: null }],
    statuses: [{ value: 'Open', validFrom: openDate, validTo: null }],
  }
  return {
    ...small,
    records: [...small.records.map((record) => (old.has(record) ? { ...record, closeDate: on } : record)), fresh],
    links: [...small.links, ...[...old].map((one) => (fromOldSide ? { urn: one.urn, linkUrn: urn, type: 'Successor - amalgamated' } : { urn, linkUrn: one.urn, type: 'Predecessor' }))],
  }
}

/**
 * Small registers in which every rule of the statistics has something to bite on: types and districts that change,
 * schools that convert, amalgamate and open again, visits and judgements on any day.
 */
export const facts: fc.Arbitrary<Small> = fc.tuple(plain, fc.array(event, { maxLength: 3 })).map(([small, events]) => events.reduce(happened, small))

export const question: fc.Arbitrary<FigureQuestion> = fc.record({
  asAt: date,
  from: fc.oneof(fc.constant('2015-09-01'), date),
  settings: fc.record({
    carryOver: fc.boolean(),
    phasesLeftOut: fc.subarray(['Primary', 'Nursery', '']),
    contactKinds: fc.subarray(['visit', 'telephone', 'virtual', 'meeting'], { minLength: 1 }),
  }),
})

/** The same by each way of counting DSG coverage, which `recount` does not know. */
export const byAnyMethod: fc.Arbitrary<FigureQuestion> = fc
  .tuple(question, fc.constantFrom<DsgMethod>('attended', 'districtMet', 'meanAttendance'))
  .map(([asked, dsgMethod]) => ({ ...asked, settings: { ...asked.settings, dsgMethod } }))

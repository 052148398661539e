import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import type { DatedValue } from '../../domain/dated-facts.ts'
import { addDays } from '../../domain/dates.ts'
import type { Link } from '../../domain/school-line.ts'
import { chanceFor, type Chance } from './chance.ts'
import { nameBeforeConversion, nameMaker, namesBeforeAmalgamation } from './school-names.ts'
import type { FeaturedSchool, SamplePlan, SampleSeed } from './seed.ts'

/** A record of the invented register, without the particulars that no figure depends on. */
export interface SampleRecord {
  urn: string
  name: string
  phase: string
  district: string
  openDate: CivilDate | null
  closeDate: CivilDate | null
  reasonOpened: string | null
  reasonClosed: string | null
  types: DatedValue[]
  statuses: DatedValue[]
}

/** A school that is open on the sample's day, with the records that it came from. */
export interface SampleLine {
  group: SchoolGroup
  record: SampleRecord
  before: SampleRecord[]
  conversion: SamplePlan['conversions'][number] | null
  featured: FeaturedSchool | null
}

export interface SampleRegister {
  lines: SampleLine[]
  /** Records that are closed, only proposed, or in neither group. */
  others: { record: SampleRecord; visited: boolean }[]
  links: (Link & { establishedOn: CivilDate })[]
}

interface Place {
  kind: { type: string; phase: string; form: string }
  district: string
  name: string
}

/** Builds the invented register of the seed's plan: lines in the order of the plan, URNs 900001 upwards without order. */
export function sampleRegister(seed: SampleSeed): SampleRegister {
  const { plan } = seed
  const chance = chanceFor(plan.seed, 'register')
  const nameFor = nameMaker(seed)
  const nextUrn = urnMaker(seed, chance)
  const record = ({ kind, district, name }: Place, dates: Partial<SampleRecord> = {}): SampleRecord => ({
    urn: nextUrn(name),
    name,
    phase: kind.phase,
    district,
    openDate: null,
    closeDate: null,
    reasonOpened: null,
    reasonClosed: null,
    types: [{ value: kind.type, validFrom: dates.openDate && dates.openDate > plan.firstKnown ? dates.openDate : plan.firstKnown, validTo: null }],
    statuses: [],
    ...dates,
  })

  const lines = places(seed, chance, nameFor).map(({ group, featured, ...place }): SampleLine => ({ group, featured, before: [], conversion: null, record: record(place, openingOf(place.kind.type, chance)) }))
  convert(plan, lines, chance, record)
  amalgamate(plan, lines, record)
  const districts = seed.districts.map(({ name }) => name)
  const others = plan.others.map((kind) => {
    const place = { kind, district: chance.pick(districts), name: nameFor(kind.form) }
    if (kind.kind === 'closed') return { record: record(place, { closeDate: kind.closed, reasonClosed: kind.reason }), visited: kind.visited }
    return { record: record(place, kind.kind === 'proposed' ? { openDate: kind.opens } : {}), visited: false }
  })
  const proposed = new Set(others.filter((_, i) => plan.others[i]?.kind === 'proposed').map((other) => other.record))
  const closed = new Set(others.filter((_, i) => plan.others[i]?.kind === 'closed').map((other) => other.record))
  for (const of of [...lines.flatMap((line) => [line.record, ...line.before]), ...others.map((other) => other.record)]) {
    of.statuses = statusesOf(of, plan.firstKnown, { proposed: proposed.has(of), closed: closed.has(of) })
  }
  changeFacts(plan, lines)
  return { lines, others, links: lines.flatMap(linksOf) }
}

/** The record, or the records of an amalgamation, under which a school was known on a date. */
export function recordsOn(line: SampleLine, date: CivilDate): SampleRecord[] {
  return line.before.length > 0 && line.record.openDate !== null && date < line.record.openDate ? line.before : [line.record]
}

/** The record that what happened on a date is entered against: of an amalgamation the first. */
export function recordOn(line: SampleLine, date: CivilDate): SampleRecord {
  return recordsOn(line, date)[0] ?? line.record
}

/** Every record with whatever became of it, in order of URN. */
export function allRecords({ lines, others }: SampleRegister): SampleRecord[] {
  const records = [...lines.flatMap((line) => [line.record, ...line.before]), ...others.map((other) => other.record)]
  return records.sort((a, b) => (a.urn < b.urn ? -1 : 1))
}

function urnMaker({ plan, featured }: SampleSeed, chance: Chance): (name: string) => string {
  const known = new Map(featured.flatMap(({ name, urn }) => (urn === undefined ? [] : [[name, urn] as const])))
  const reserved = new Set(known.values())
  const total = plan.establishments.reduce((sum, kind) => sum + kind.count, plan.conversions.length + plan.others.length + 2)
  const numbers = Array.from({ length: total + reserved.size }, (_, i) => String(900_001 + i)).filter((urn) => !reserved.has(urn))
  const free = chance.shuffled(numbers)
  return (name) => {
    const urn = known.get(name) ?? free.pop()
    if (urn === undefined) throw new Error('The sample has more records than URNs')
    known.delete(name)
    return urn
  }
}

/** One place a school of the plan, in the districts' numbers; featured schools keep their own name and district. */
function places(seed: SampleSeed, chance: Chance, nameFor: (form: string) => string): (Place & { group: SchoolGroup; featured: FeaturedSchool | null })[] {
  const bag = new Map(seed.districts.map(({ name, schools }) => [name, schools]))
  for (const { district } of seed.featured) bag.set(district, (bag.get(district) ?? 0) - 1)
  const districts = chance.shuffled([...bag].flatMap(([name, left]) => Array.from({ length: left }, () => name)))
  const waiting = [...seed.featured]
  return seed.plan.establishments.flatMap((kind) =>
    Array.from({ length: kind.count }, () => {
      const at = waiting.findIndex(({ type, phase }) => type === kind.type && phase === kind.phase)
      const [featured = null] = at < 0 ? [] : waiting.splice(at, 1)
      const district = featured?.district ?? districts.pop()
      if (district === undefined) throw new Error('The districts of the seed hold fewer schools than its plan')
      return { group: kind.group, kind, district, name: featured?.name ?? nameFor(kind.form), featured }
    }),
  )
}

/** Old schools have no opening date in the register; academies opened on the first of a month, free schools in September. */
function openingOf(type: string, chance: Chance): Partial<SampleRecord> {
  const september = `${chance.whole(2011, 2014)}-09-01`
  const anyMonth = `${chance.whole(2010, 2013)}-${chance.pick(['01', '04', '09', '11'])}-01`
  if (type.startsWith('Academy converter') || type === 'Academy special converter') return { openDate: anyMonth, reasonOpened: 'Academy Converter' }
  if (type.startsWith('Academy')) return { openDate: anyMonth, reasonOpened: 'New Provision' }
  if (/^(Free|Studio|University)/.test(type)) return { openDate: september, reasonOpened: 'New Provision' }
  return chance.happens(25) ? { openDate: `${chance.whole(1956, 2009)}-09-01`, reasonOpened: 'New Provision' } : {}
}

/** Conversion closes one record and opens another the day after; a type is never edited in place. */
function convert(plan: SamplePlan, lines: SampleLine[], chance: Chance, record: (place: Place, dates: Partial<SampleRecord>) => SampleRecord): void {
  const candidates = chance.shuffled(lines.filter(({ featured, record: { types } }) => featured === null && /^Academy (converter|sponsor led)$/.test(types[0]?.value ?? '')))
  for (const conversion of plan.conversions) {
    const line = candidates.pop()
    if (!line) throw new Error('The plan has more conversions than academies')
    const { record: academy } = line
    const reason = academy.types[0]?.value === 'Academy converter' ? 'Academy Converter' : 'For Academy'
    line.conversion = conversion
    academy.openDate = conversion.opened
    academy.types = academy.types.map((type) => ({ ...type, validFrom: conversion.opened > plan.firstKnown ? conversion.opened : plan.firstKnown }))
    const kind = { type: 'Community school', phase: academy.phase, form: '' }
    line.before = [record({ kind, district: academy.district, name: nameBeforeConversion(academy.name) }, { closeDate: addDays(conversion.opened, -1), reasonClosed: reason })]
  }
}

function amalgamate({ amalgamation: { opened } }: SamplePlan, lines: SampleLine[], record: (place: Place, dates: Partial<SampleRecord>) => SampleRecord): void {
  const line = lines.find(({ featured, record: { types, phase, name } }) => featured === null && types[0]?.value === 'Community school' && phase === 'Primary' && name.endsWith(' Primary School'))
  if (!line) throw new Error('The plan has no community primary school to amalgamate')
  const { record: primary } = line
  primary.openDate = opened
  primary.reasonOpened = 'Result of Amalgamation'
  primary.types = primary.types.map((type) => ({ ...type, validFrom: opened }))
  const kind = { type: 'Community school', phase: 'Primary', form: '' }
  const ended = { closeDate: addDays(opened, -1), reasonClosed: 'Result of Amalgamation/Merger' }
  line.before = namesBeforeAmalgamation(primary.name).map((name) => record({ kind, district: primary.district, name }, ended))
}

function statusesOf(record: SampleRecord, firstKnown: CivilDate, fate: { proposed: boolean; closed: boolean }): DatedValue[] {
  if (fate.proposed) return [{ value: 'Proposed to open', validFrom: firstKnown, validTo: null }]
  const opened = record.openDate !== null && record.openDate > firstKnown ? record.openDate : firstKnown
  if (record.closeDate === null) return [{ value: fate.closed ? 'Closed' : 'Open', validFrom: opened, validTo: null }]
  if (record.closeDate < opened) return [{ value: 'Closed', validFrom: firstKnown, validTo: null }]
  return [
    { value: 'Open', validFrom: opened, validTo: record.closeDate },
    { value: 'Closed', validFrom: addDays(record.closeDate, 1), validTo: null },
  ]
}

/** A few open schools are proposed to close; a few changed from community to foundation school, under the same URN. */
function changeFacts(plan: SamplePlan, lines: SampleLine[]): void {
  const plain = lines.filter((line) => line.featured === null && line.before.length === 0)
  const community = plain.filter(({ record }) => record.types[0]?.value === 'Community school')
  const foundation = plain.filter(({ record }) => record.types[0]?.value === 'Foundation school')
  plan.proposedToClose.forEach((from, i) => {
    const record = community[i]?.record
    if (record) record.statuses = changed(record.statuses, 'Open, but proposed to close', from)
  })
  plan.communityToFoundation.forEach((from, i) => {
    const record = foundation[i]?.record
    if (record) record.types = changed([{ value: 'Community school', validFrom: plan.firstKnown, validTo: null }], 'Foundation school', from)
  })
}

function changed(stretches: readonly DatedValue[], value: string, from: CivilDate): DatedValue[] {
  return [...stretches.map((stretch) => ({ ...stretch, validTo: stretch.validTo ?? addDays(from, -1) })), { value, validFrom: from, validTo: null }]
}

function linksOf({ record, before }: SampleLine): SampleRegister['links'] {
  const ending = before.length > 1 ? ' - amalgamated' : ''
  const establishedOn = record.openDate
  if (establishedOn === null) return []
  return before.flatMap((earlier) => [
    { urn: record.urn, linkUrn: earlier.urn, type: `Predecessor${ending}`, establishedOn },
    { urn: earlier.urn, linkUrn: record.urn, type: `Successor${ending}`, establishedOn },
  ])
}

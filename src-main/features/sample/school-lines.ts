import type { SchoolGroup } from '../../api/base.ts'
import { chanceFor, type Chance } from './chance.ts'
import { amalgamate, convert, linksOf, type RecordMaker } from './conversions.ts'
import { changeFacts, statusesOf } from './dated-statuses.ts'
import type { Place, SampleLine, SampleRecord, SampleRegister } from './school-line.ts'
import { nameMaker } from './school-names.ts'
import type { FeaturedSchool, SampleSeed } from './seed.ts'

/** Builds the invented register of the seed's plan: lines in the order of the plan, URNs 900001 upwards without order. */
export function sampleRegister(seed: SampleSeed): SampleRegister {
  const { plan } = seed
  const chance = chanceFor(plan.seed, 'register')
  const nameFor = nameMaker(seed)
  const nextUrn = urnMaker(seed, chance)
  const record: RecordMaker = ({ kind, district, name }, dates) => ({
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
    if (kind.kind === 'closed') return { kind: kind.kind, record: record(place, { closeDate: kind.closed, reasonClosed: kind.reason }), visited: kind.visited }
    return { kind: kind.kind, record: record(place, kind.kind === 'proposed' ? { openDate: kind.opens } : {}), visited: false }
  })
  for (const one of lines.flatMap((line) => [line.record, ...line.before])) one.statuses = statusesOf(one, plan.firstKnown)
  for (const { record: one, kind } of others) one.statuses = statusesOf(one, plan.firstKnown, kind)
  changeFacts(plan, lines)
  return { lines, others, links: lines.flatMap(linksOf) }
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

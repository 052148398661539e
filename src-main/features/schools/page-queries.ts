import type { CivilDate } from '../../api/base.ts'
import type { School } from '../../api/schools.ts'
import type { ReadHandle, SchoolsTable } from '../../database/index.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { groupFinder } from '../../domain/groups.ts'
import { inspectionOn } from '../../domain/inspections.ts'
import { statusOn } from '../../domain/open-on.ts'
import { groupedRest } from '../../domain/register-rest.ts'
import { predecessors, stepBack } from '../../domain/school-line.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { concernStory } from '../concerns/story-queries.ts'
import { latestJudgementsOn } from '../packages/queries.ts'
import { packageStory } from '../support/story-queries.ts'
import { readSettings } from '../settings/queries.ts'
import { factStory, inspectionTold } from './fact-story.ts'
import { factsOf, findRecord, inspectionsOf, lastVisits, lineEvents, listLinks, nameOf, type StoredFact } from './queries.ts'

/** All that a school's page shows on a day, or undefined where the URN is not in the register. */
export function schoolPage(db: ReadHandle, urn: string, today: CivilDate): School | undefined {
  const record = findRecord(db, urn)
  if (!record) return undefined
  const facts = factsOf(db, record.id)
  const on = (fact: StoredFact['fact']) => valueOn(facts.filter((one) => one.fact === fact), today)
  const settings = readSettings(db)
  const links = listLinks(db)
  const earlier = settings.figures.carryOver ? predecessors(links)(urn) : []
  const type = on('type') ?? ''
  const inspection = inspectionOn(facts.filter(({ fact }) => fact === 'outcome'), { rating: record.ofsted_rating ?? '', date: record.ofsted_date }, today)
  const group = groupFinder(establishmentTypes(db))(type)
  const visits = lastVisits(db, today, settings.figures.contactKinds)
  const judged = latestJudgementsOn(db, today)
  const judgements = [urn, ...earlier].flatMap((one) => judged.get(one) ?? [])
  return {
    id: record.id,
    urn,
    dfeNumber: [record.la_code, record.establishment_number].filter(Boolean).join('/'),
    name: record.name,
    type,
    group: group === 'neither' ? null : group,
    phase: record.phase ?? '',
    status: statusOn({ closeDate: record.close_date, statuses: facts.filter(({ fact }) => fact === 'status') }, today),
    openDate: record.open_date,
    closeDate: record.close_date,
    reasonOpened: record.reason_opened ?? '',
    reasonClosed: record.reason_closed ?? '',
    district: on('district'),
    ward: record.ward ?? '',
    address: [record.street, record.locality, record.address3, record.town, record.county].filter(Boolean).join(', '),
    postcode: record.postcode ?? '',
    website: record.website ?? '',
    telephone: record.telephone ?? '',
    ages: agesOf(record),
    capacity: record.capacity,
    pupils: record.pupils,
    trust: on('trust') ?? record.trust ?? '',
    sponsor: record.sponsor ?? '',
    ofstedRating: inspection?.outcome ?? '',
    ofstedDate: inspection?.date ?? null,
    gender: record.gender ?? '',
    religiousCharacter: record.religious_character ?? '',
    ukprn: record.ukprn ?? '',
    localAuthority: record.la_name ?? '',
    headRole: record.head_role ?? '',
    headName: record.head_name ?? '',
    rest: groupedRest(record.rest),
    registerDate: record.register_date,
    facts: facts.map(({ fact, value, validFrom, validTo }) => ({ fact, value, validFrom, validTo })),
    line: lineOf(db, urn, links),
    story: storyOf(db, record, facts, earlier, settings.contractStart),
    lastVisit: [urn, ...earlier].map((one) => visits.get(one) ?? '').sort().at(-1) || null,
    requiresPackage: judgements.sort((a, b) => (a.order < b.order ? 1 : -1))[0]?.requires ?? null,
  }
}

function agesOf({ low_age: low, high_age: high }: SchoolsTable): string {
  if (low === null && high === null) return ''
  return low !== null && high !== null ? `${low} to ${high}` : low !== null ? `from ${low}` : `to ${high}`
}

type Links = ReturnType<typeof listLinks>

/** The records next to this one in its school line, each once. */
function lineOf(db: ReadHandle, urn: string, links: Links): School['line'] {
  const line = new Map<string, School['line'][number]>()
  for (const link of links) {
    const step = stepBack(link)
    if (!step) continue
    const relation = step.urn === urn ? 'predecessor' : step.before === urn ? 'successor' : null
    if (relation === null) continue
    const other = relation === 'predecessor' ? step.before : step.urn
    line.set(other, { urn: other, name: nameOf(db, other) ?? null, relation, date: link.establishedOn })
  }
  return [...line.values()].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
}

/** The story, newest first: what happened to the record, what the provider did, and when the contract began. */
function storyOf(db: ReadHandle, record: SchoolsTable, facts: readonly StoredFact[], earlier: readonly string[], contractStart: CivilDate): School['story'] {
  const own: School['story'] = []
  const tell = (date: CivilDate | null, kind: School['story'][number]['kind'], title: string, detail: string) => {
    if (date !== null) own.push({ date, kind, title, detail, id: null, predecessorUrn: null })
  }
  tell(record.open_date, 'opened', 'Opened', record.reason_opened ?? '')
  tell(record.close_date, 'closed', 'Closed', record.reason_closed ?? '')
  tell(contractStart, 'contract', 'Contract starts', '')
  for (const { date, kind, title, detail } of factStory(facts)) tell(date, kind, title, detail)
  for (const { urn, date, outcome } of inspectionsOf(db, earlier)) own.push({ ...inspectionTold(date, outcome), id: null, predecessorUrn: urn })
  const events = lineEvents(db, [record.urn, ...earlier]).map(({ id, urn, date, kind, title, detail, visitStatus }) => ({
    date,
    kind,
    title,
    detail,
    id,
    predecessorUrn: urn === record.urn ? null : urn,
    ...(visitStatus !== null && { visitStatus }),
  }))
  const line = [record.urn, ...earlier]
  const told = [...packageStory(db, line), ...concernStory(db, line)].map(({ urn, ...event }) => ({ ...event, predecessorUrn: urn === record.urn ? null : urn }))
  return [...own, ...events, ...told].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

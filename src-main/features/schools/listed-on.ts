import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle } from '../../database/index.ts'
import { valueOn, type DatedValue } from '../../domain/dated-facts.ts'
import { groupFinder } from '../../domain/groups.ts'
import { inspectionOn } from '../../domain/inspections.ts'
import { isOpenOn, statusOn } from '../../domain/open-on.ts'
import { predecessors } from '../../domain/school-line.ts'
import { concernsInForce } from '../concerns/queries.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { attendedMeetings, countedVisits, judgementsTo, listSource, listSourceOf, type ListJudgement, type ListSource } from './list-source-queries.ts'
import type { ListedSchool } from './listed-school.ts'
import { factsBySchool, factsOf, listLinks, type StoredFact } from './queries.ts'

type Stretches = Partial<Record<StoredFact['fact'], DatedValue[]>>
type Line = (urn: string) => readonly string[]

/** The records before each in its line, where visits, attendance and judgements are carried over; none where they are not. */
export function carriedOver(db: ReadHandle): Line {
  return readSettings(db).figures.carryOver ? predecessors(listLinks(db)) : () => []
}

/** Every record as the list shows it on a day. */
export function listedOn(db: ReadHandle, day: CivilDate, before: Line): ListedSchool[] {
  const facts = factsBySchool(db)
  const listed = listing(db, day, before)
  return listSource(db).map((source) => listed(source, facts.get(source.id) ?? {}))
}

/** The same for some records. */
export function someListedOn(db: ReadHandle, day: CivilDate, before: Line, urns: readonly string[]): ListedSchool[] {
  const listed = listing(db, day, before)
  return listSourceOf(db, urns).map((source) => listed(source, Object.groupBy(factsOf(db, source.id), ({ fact }) => fact)))
}

function listing(db: ReadHandle, day: CivilDate, before: Line): (source: ListSource, facts: Stretches) => ListedSchool {
  const { contractStart: from, figures } = readSettings(db)
  const groupOf = groupFinder(establishmentTypes(db))
  const visits = countedVisits(db, day, from, figures.contactKinds)
  const meetings = attendedMeetings(db, from, day)
  const judgements = judgementsTo(db, day)
  const concerns = concernsInForce(db, day)
  return ({ id: _id, ...source }, { type: types = [], status: statuses = [], district: districts = [], trust: trusts = [], outcome: outcomes = [] }) => {
    const type = valueOn(types, day) ?? ''
    const line = [source.urn, ...before(source.urn)]
    const visited = line.flatMap((urn) => visits.get(urn) ?? [])
    const lastVisit = latest(visited.map(({ last }) => last))
    const attended = line.flatMap((urn) => meetings.get(urn) ?? [])
    const requiredSince = requiredFrom(line.flatMap((urn) => judgements.get(urn) ?? []))
    const inspection = inspectionOn(outcomes, { rating: source.ofstedRating, date: source.ofstedDate }, day)
    return {
      ...source,
      trust: valueOn(trusts, day) ?? source.trust,
      ofstedRating: inspection?.outcome ?? '',
      ofstedDate: inspection?.date ?? null,
      type,
      group: groupOf(type),
      district: valueOn(districts, day),
      status: statusOn({ closeDate: source.closeDate, statuses }, day),
      openToday: isOpenOn({ openDate: source.openDate, closeDate: source.closeDate, statuses }, day),
      lastVisit,
      visited: lastVisit !== null && lastVisit >= from,
      visits: visited.reduce((sum, { visits: some }) => sum + some, 0),
      dsgMeetings: new Set(attended.map(({ group, date }) => `${group} ${date}`)).size,
      lastDsg: latest(attended.map(({ date }) => date)),
      requiresPackage: requiredSince !== null,
      requiredSince,
      concern: concerns.get(source.urn) ?? null,
    }
  }
}

function latest(dates: readonly CivilDate[]): CivilDate | null {
  return dates.reduce<CivilDate | null>((most, date) => (most === null || date > most ? date : most), null)
}

/** When the latest judgement requires a package: the decision from which on every judgement did. */
function requiredFrom(judgements: readonly ListJudgement[]): CivilDate | null {
  let since: CivilDate | null = null
  for (const { requires, decidedOn } of judgements.toSorted((a, b) => (a.order < b.order ? -1 : 1))) since = requires === 1 ? (since ?? decidedOn) : null
  return since
}

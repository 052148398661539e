import type { CivilDate } from '../../api/base.ts'
import type { Closing, SupportPackage } from '../../api/support.ts'
import { all, build, first, type ReadHandle } from '../../database/index.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { groupFinder, type Group } from '../../domain/groups.ts'
import { mustDecide, packageOn, type PackageEventFact, type PackageStanding } from '../../domain/package-standing.ts'
import { predecessors, stepBack } from '../../domain/school-line.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { factsOf, listLinks } from '../schools/queries.ts'
import { readSettings } from '../settings/queries.ts'

export interface PackageRow {
  id: string
  schoolId: string
  judgementId: string | null
  title: string
  lead: string
  provider: string
  plannedStart: string | null
  plannedEnd: string | null
  plannedHalfDays: number | null
  cost: number | null
}

export interface EventRow extends PackageEventFact {
  packageId: string
  note: string
  officer: string
}

/** A school record as far as a package asks about it. */
export interface PackageSchool {
  id: string
  urn: string
  name: string
  closeDate: string | null
  openDate: string | null
}

export function packageRows(db: ReadHandle, id?: string): PackageRow[] {
  const query = build
    .selectFrom('support_packages')
    .select([
      'id',
      'school_id as schoolId',
      'judgement_id as judgementId',
      'title',
      'lead',
      'provider',
      'planned_start as plannedStart',
      'planned_end as plannedEnd',
      'planned_half_days as plannedHalfDays',
      'cost',
    ])
    .orderBy('id')
  return all(db, id === undefined ? query : query.where('id', '=', id))
}

/** The events of one package, or of all. */
export function packageEvents(db: ReadHandle, packageId?: string): EventRow[] {
  const query = build
    .selectFrom('package_events')
    .select([
      'id',
      'package_id as packageId',
      'kind',
      'date',
      'note',
      'rag',
      'school_id as schoolId',
      'statute',
      'guidance',
      'agreed_with as agreedWith',
      'funding',
      'officer',
      'recorded_at as recordedAt',
    ])
  return all(db, packageId === undefined ? query : query.where('package_id', '=', packageId))
}

export function halfDaysUpTo(db: ReadHandle, day: CivilDate): Map<string, number> {
  const rows = all(
    db,
    build
      .selectFrom('package_days')
      .select(['package_id as packageId', ({ fn }) => fn.sum<number>('half_days').as('worked')])
      .where('date', '<=', day)
      .groupBy('package_id'),
  )
  return new Map(rows.map((row) => [row.packageId, row.worked]))
}

export function packageSchool(db: ReadHandle, by: { id: string } | { urn: string }): PackageSchool | undefined {
  const query = build.selectFrom('schools').select(['id', 'urn', 'name', 'close_date as closeDate', 'open_date as openDate'])
  return first(db, 'id' in by ? query.where('id', '=', by.id) : query.where('urn', '=', by.urn))
}

/** What the register says of schools, read once for many packages. */
export function schoolReader(db: ReadHandle) {
  const groupOf = groupFinder(establishmentTypes(db))
  const links = listLinks(db)
  const schools = new Map<string, PackageSchool>()
  const facts = new Map<string, ReturnType<typeof factsOf>>()

  function school(id: string): PackageSchool {
    const known = schools.get(id) ?? packageSchool(db, { id })
    if (!known) throw new Error(`a package names the school ${id}, which is not in the register`)
    schools.set(id, known)
    return known
  }

  function fact(id: string, name: 'type' | 'district', day: CivilDate): string | null {
    let known = facts.get(id)
    if (!known) facts.set(id, (known = factsOf(db, id)))
    return valueOn(known.filter((one) => one.fact === name), day)
  }

  function group(id: string, day: CivilDate): Group {
    const type = fact(id, 'type', day)
    return type === null ? 'neither' : groupOf(type)
  }

  function successors(id: string, day: CivilDate): Closing['successors'] {
    const { urn } = school(id)
    const next = new Set(links.map(stepBack).flatMap((step) => (step?.before === urn ? [step.urn] : [])))
    return [...next].sort().flatMap((other) => {
      const found = packageSchool(db, { urn: other })
      return found ? [{ urn: other, name: found.name, group: known(group(found.id, day)), openDate: found.openDate }] : []
    })
  }

  return { school, district: (id: string, day: CivilDate) => fact(id, 'district', day), group, successors, before: predecessors(links) }
}

export type SchoolReader = ReturnType<typeof schoolReader>

/** Neither group is said as null. */
function known(group: Group): SupportPackage['group'] {
  return group === 'neither' ? null : group
}

/** Packages as they stood on a day; one whose need was identified later is left out. By school, then title. */
export function packagesOn(db: ReadHandle, day: CivilDate, scope: { id?: string; urn?: string } = {}): SupportPackage[] {
  const events = Map.groupBy(packageEvents(db, scope.id), (event) => event.packageId)
  const worked = halfDaysUpTo(db, day)
  const reader = schoolReader(db)
  const settings = readSettings(db)
  const line = scope.urn === undefined ? null : new Set([scope.urn, ...(settings.figures.carryOver ? reader.before(scope.urn) : [])])
  return packageRows(db, scope.id)
    .flatMap((row): SupportPackage[] => {
      const standing = packageOn(events.get(row.id) ?? [], day, settings.terms)
      if (!standing) return []
      const found = asPackage(row, standing, worked.get(row.id) ?? 0, reader, day)
      return line === null || line.has(found.urn) ? [found] : []
    })
    .sort((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB') || a.title.localeCompare(b.title, 'en-GB') || (a.id < b.id ? -1 : 1))
}

function asPackage(row: PackageRow, standing: PackageStanding, halfDays: number, reader: SchoolReader, day: CivilDate): SupportPackage {
  const schoolId = standing.schoolId ?? row.schoolId
  const { urn, name, closeDate } = reader.school(schoolId)
  const { state, identifiedOn, startedOn, endedOn, review, reviewDue, reviewOverdue } = standing
  return {
    id: row.id,
    title: row.title,
    urn,
    schoolName: name,
    district: reader.district(schoolId, day),
    group: known(reader.group(schoolId, day)),
    state,
    lead: row.lead,
    provider: row.provider,
    plannedStart: row.plannedStart,
    plannedEnd: row.plannedEnd,
    identifiedOn,
    startedOn,
    endedOn,
    plannedDays: row.plannedHalfDays === null ? null : row.plannedHalfDays / 2,
    actualDays: halfDays / 2,
    cost: row.cost,
    rag: review?.rag ?? null,
    reviewedOn: review?.date ?? null,
    reviewDue,
    reviewOverdue,
    closing: closeDate !== null && mustDecide(standing, closeDate, day) ? { closedOn: closeDate, successors: reader.successors(schoolId, day) } : null,
  }
}

/** Whether a support package answers a judgement, which then cannot be withdrawn. */
export function packageAnswering(db: ReadHandle, judgementId: string): { id: string; title: string } | undefined {
  return first(db, build.selectFrom('support_packages').select(['id', 'title']).where('judgement_id', '=', judgementId))
}

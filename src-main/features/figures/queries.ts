import { build, all, run, snapshot, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import type { DatedValue } from '../../domain/dated-facts.ts'
import { seedEstablishmentTypes } from '../../domain/establishment-types.ts'
import type { FigureFacts, RecordFacts } from '../../domain/figure-facts.ts'
import { groupFinder, type EstablishmentType, type Group } from '../../domain/groups.ts'

/** The table that says which types of establishment are maintained, academies, or neither. */
export function establishmentTypes(db: ReadHandle): EstablishmentType[] {
  return all(db, build.selectFrom('establishment_types').select(['name', 'type_group as typeGroup', 'school_group as group']))
}

/** Writes the types that the national register knew when this Quartet was made; imports add the new ones. */
export function seedTypes(db: WriteHandle): void {
  for (const { name, typeGroup, group } of seedEstablishmentTypes) {
    run(db, build.insertInto('establishment_types').values({ id: db.newId(), name, type_group: typeGroup, school_group: group }))
  }
}

/**
 * All that the statistics are counted from, read as plain rows: the counting itself is in `domain/figures.ts` and
 * knows no SQL. Cancelled meetings are no meetings.
 */
export function loadFigureFacts(db: ReadHandle): FigureFacts {
  return snapshot(db, () => readFigureFacts(db))
}

function readFigureFacts(db: ReadHandle): FigureFacts {
  const groupOfType = groupFinder(establishmentTypes(db))
  return {
    records: loadRecords(db, groupOfType),
    groupOfType,
    links: all(db, build.selectFrom('school_links').select(['urn', 'link_urn as linkUrn', 'type'])),
    visits: all(
      db,
      build
        .selectFrom('visits')
        .innerJoin('schools', 'schools.id', 'visits.school_id')
        .select(['schools.urn', 'visits.date', 'visits.status', 'visits.counts', 'visits.kind']),
    ).map((visit) => ({ ...visit, counts: visit.counts === 1 })),
    dsgMeetings: all(
      db,
      build
        .selectFrom('meetings')
        .innerJoin('bodies', 'bodies.id', 'meetings.body_id')
        .where('bodies.kind', '=', 'districtStrategyGroup')
        .where('meetings.state', '<>', 'cancelled')
        .select(['meetings.body_id as groupKey', 'meetings.date', 'bodies.district']),
    ),
    attendance: all(
      db,
      build
        .selectFrom('school_attendance')
        .innerJoin('schools', 'schools.id', 'school_attendance.school_id')
        .innerJoin('meetings', 'meetings.id', 'school_attendance.meeting_id')
        .where('meetings.state', '<>', 'cancelled')
        .select(['schools.urn', 'meetings.body_id as groupKey', 'meetings.date', 'school_attendance.attended']),
    ).map((row) => ({ ...row, attended: row.attended === 1 })),
    judgements: all(
      db,
      build
        .selectFrom('need_judgements')
        .innerJoin('schools', 'schools.id', 'need_judgements.school_id')
        .select(['schools.urn', 'need_judgements.decided_on as decidedOn', 'need_judgements.requires_package as requires', 'need_judgements.recorded_at as recordedAt', 'need_judgements.id']),
    ).map((row) => ({ ...row, requires: row.requires === 1 })),
    memberships: all(
      db,
      build
        .selectFrom('group_schools')
        .innerJoin('schools', 'schools.id', 'group_schools.school_id')
        .select(['schools.urn', 'group_schools.body_id as groupKey', 'group_schools.member', 'group_schools.valid_from as validFrom', 'group_schools.valid_to as validTo']),
    ).map((row) => ({ ...row, member: row.member === 1 })),
  }
}

interface FactRow {
  school_id: string
  fact: 'type' | 'status' | 'district'
  value: string
  validFrom: string
  validTo: string | null
}

type Stretches = Record<FactRow['fact'], DatedValue[]>

function loadRecords(db: ReadHandle, groupOfType: (type: string) => Group): RecordFacts[] {
  const facts = new Map<string, Stretches>()
  const rows = statement<FactRow>(
    db,
    "SELECT school_id, fact, value, valid_from AS validFrom, valid_to AS validTo FROM school_facts WHERE fact IN ('type', 'status', 'district')",
  )
  for (const row of rows.iterate()) {
    let of = facts.get(row.school_id)
    if (!of) facts.set(row.school_id, (of = { type: [], status: [], district: [] }))
    of[row.fact].push({ value: row.value, validFrom: row.validFrom, validTo: row.validTo })
  }
  const schools = all(db, build.selectFrom('schools').select(['id', 'urn', 'name', 'phase', 'open_date', 'close_date']))
  return schools
    .map((school) => {
      const of = facts.get(school.id)
      return {
        urn: school.urn,
        name: school.name,
        phase: school.phase ?? '',
        openDate: school.open_date,
        closeDate: school.close_date,
        types: of?.type ?? [],
        statuses: of?.status ?? [],
        districts: of?.district ?? [],
      }
    })
    .filter((record) => record.types.some((type) => groupOfType(type.value) !== 'neither'))
}

import type { CivilDate } from '../../api/base.ts'
import { all, build, first, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { groupFinder } from '../../domain/groups.ts'
import { isOpenOn } from '../../domain/open-on.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { groupSchools } from '../groups/queries.ts'

interface ChecklistRow {
  urn: string
  name: string
  group: string
  attended: boolean
}

interface FactRow {
  fact: 'type' | 'status' | 'district'
  value: string
  validFrom: string
  validTo: string | null
}

/**
 * The checklist of a District Strategy Group meeting: its members on the day (the maintained schools and academies that
 * were open and in the district, less those taken out of the group, and those put in), and whoever else was ticked. By name.
 */
export function listChecklist(db: ReadHandle, { meetingId, bodyId, district, day }: { meetingId: string; bodyId: string; district: string | null; day: CivilDate }): ChecklistRow[] {
  const ticked = new Map(
    all(
      db,
      build
        .selectFrom('school_attendance')
        .innerJoin('schools', 'schools.id', 'school_attendance.school_id')
        .select(['schools.urn', 'school_attendance.attended'])
        .where('school_attendance.meeting_id', '=', meetingId),
    ).map((row) => [row.urn, row.attended === 1]),
  )
  const groupOf = groupFinder(establishmentTypes(db))
  const candidates = statement<{ id: string; urn: string; name: string; openDate: string | null; closeDate: string | null }>(
    db,
    `SELECT s.id, s.urn, s.name, s.open_date AS openDate, s.close_date AS closeDate FROM schools s
     WHERE s.id IN (SELECT school_id FROM school_facts WHERE fact = 'district' AND value = ?)
        OR s.id IN (SELECT school_id FROM school_attendance WHERE meeting_id = ?)
        OR s.id IN (SELECT school_id FROM group_schools WHERE body_id = ?)
     ORDER BY s.name`,
  ).all(district ?? '', meetingId, bodyId)
  const inForce = (groupSchools(db).get(bodyId) ?? []).filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
  const said = new Map(inForce.map(({ urn, member }) => [urn, member]))
  return candidates.flatMap((school) => {
    const facts = statement<FactRow>(
      db,
      'SELECT fact, value, valid_from AS validFrom, valid_to AS validTo FROM school_facts WHERE school_id = ?',
    ).all(school.id)
    const stretches = (fact: FactRow['fact']) => facts.filter((row) => row.fact === fact)
    const group = groupOf(valueOn(stretches('type'), day) ?? '')
    const inDistrict = district !== null && valueOn(stretches('district'), day) === district
    const attended = ticked.get(school.urn)
    const belongs = (said.get(school.urn) ?? inDistrict) && group !== 'neither' && isOpenOn({ openDate: school.openDate, closeDate: school.closeDate, statuses: stretches('status') }, day)
    return attended !== undefined || belongs ? [{ urn: school.urn, name: school.name, group, attended: attended ?? false }] : []
  })
}

/** Ticks or unticks one school; answers false where the URN is not in the register. */
export function setAttended(db: WriteHandle, meetingId: string, urn: string, attended: boolean): boolean {
  const school = first(db, build.selectFrom('schools').select('id').where('urn', '=', urn))
  if (!school) return false
  const flag = attended ? 1 : 0
  const changed = run(db, build.updateTable('school_attendance').set({ attended: flag }).where('meeting_id', '=', meetingId).where('school_id', '=', school.id))
  if (changed === 0) run(db, build.insertInto('school_attendance').values({ id: db.newId(), meeting_id: meetingId, school_id: school.id, attended: flag }))
  return true
}

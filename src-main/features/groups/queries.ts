import type { CivilDate } from '../../api/base.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { withFact, type DatedValue } from '../../domain/dated-facts.ts'
import type { GroupSchool } from '../../domain/group-members.ts'

export interface StoredGroup {
  id: string
  name: string
  code: string
  district: string | null
}

/** The District Strategy Groups, by district. */
export function listGroups(db: ReadHandle): StoredGroup[] {
  return all(db, build.selectFrom('bodies').select(['id', 'name', 'code', 'district']).where('kind', '=', 'districtStrategyGroup').orderBy('district').orderBy('name'))
}

/** Codes that are taken, by whatever body. */
export function bodyCodes(db: ReadHandle): string[] {
  return all(db, build.selectFrom('bodies').select('code')).map((row) => row.code)
}

/** Who chairs a body on a day, by role. */
export function chairOn(db: ReadHandle, bodyId: string, day: CivilDate): string | null {
  const row = first(
    db,
    build
      .selectFrom('body_members')
      .select('role')
      .where('body_id', '=', bodyId)
      .where('chair', '=', 1)
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
      .orderBy('valid_from', 'desc'),
  )
  return row?.role ?? null
}

/** Who chaired a body and when, by role, the latest first. */
export function chairsOf(db: ReadHandle, bodyId: string): { role: string; from: CivilDate; to: CivilDate | null }[] {
  return all(db, build.selectFrom('body_members').select(['role', 'valid_from as from', 'valid_to as to']).where('body_id', '=', bodyId).where('chair', '=', 1).orderBy('valid_from', 'desc'))
}

/** Takes "from this day on this role chaired" into what is known, at any place in time: a later chair stays the later chair. */
export function changeChair(db: WriteHandle, bodyId: string, role: string, from: CivilDate): void {
  const rows = all(db, build.selectFrom('body_members').select(['id', 'role', 'organisation', 'valid_from', 'valid_to']).where('body_id', '=', bodyId).where('chair', '=', 1).orderBy('valid_from'))
  const stored = rows.map((row): DatedValue & { id: string } => ({ id: row.id, value: row.role, validFrom: row.valid_from, validTo: row.valid_to }))
  const change = withFact(stored, { value: cleanText(role).trim(), from })
  for (const row of change.delete) run(db, build.deleteFrom('body_members').where('id', '=', row.id))
  for (const { stored: row, after } of change.update) {
    run(db, build.updateTable('body_members').set({ role: after.value, valid_from: after.validFrom, valid_to: after.validTo }).where('id', '=', row.id))
  }
  const organisation = rows.at(-1)?.organisation ?? ''
  for (const { value, validFrom, validTo } of change.insert) {
    run(db, build.insertInto('body_members').values({ id: db.newId(), body_id: bodyId, role: value, organisation, chair: 1, valid_from: validFrom, valid_to: validTo }))
  }
}

/** What officers said of the schools of each group, by group. */
export function groupSchools(db: ReadHandle): Map<string, GroupSchool[]> {
  const rows = all(
    db,
    build
      .selectFrom('group_schools')
      .innerJoin('schools', 'schools.id', 'group_schools.school_id')
      .select(['group_schools.body_id as bodyId', 'schools.urn', 'group_schools.member', 'group_schools.representative', 'group_schools.valid_from as validFrom', 'group_schools.valid_to as validTo']),
  )
  const groups = new Map<string, GroupSchool[]>()
  for (const { bodyId, member, ...row } of rows) groups.set(bodyId, [...(groups.get(bodyId) ?? []), { ...row, member: member === 1 }])
  return groups
}

/** Takes "from this day on it was so" into what was said before, at any place in time. */
export function setGroupSchool(db: WriteHandle, bodyId: string, schoolId: string, said: Pick<GroupSchool, 'member' | 'representative'>, from: CivilDate): void {
  const rows = all(db, build.selectFrom('group_schools').selectAll().where('body_id', '=', bodyId).where('school_id', '=', schoolId))
  const valueOf = (member: boolean, representative: string) => `${member ? 'member' : 'left'} ${representative}`
  const stored = rows.map((row): DatedValue & { id: string } => ({ id: row.id, value: valueOf(row.member === 1, row.representative), validFrom: row.valid_from, validTo: row.valid_to }))
  const columns = ({ value, validFrom, validTo }: DatedValue) => ({
    member: value.startsWith('member ') ? (1 as const) : (0 as const),
    representative: value.slice(value.indexOf(' ') + 1),
    valid_from: validFrom,
    valid_to: validTo,
  })
  const change = withFact(stored, { value: valueOf(said.member, cleanText(said.representative).trim()), from })
  for (const row of change.delete) run(db, build.deleteFrom('group_schools').where('id', '=', row.id))
  for (const { stored: row, after } of change.update) run(db, build.updateTable('group_schools').set(columns(after)).where('id', '=', row.id))
  for (const row of change.insert) run(db, build.insertInto('group_schools').values({ id: db.newId(), body_id: bodyId, school_id: schoolId, ...columns(row) }))
}

export function findSchoolOf(db: ReadHandle, urn: string): { id: string; name: string } | undefined {
  return first(db, build.selectFrom('schools').select(['id', 'name']).where('urn', '=', urn))
}

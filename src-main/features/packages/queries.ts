import type { CivilDate } from '../../api/base.ts'
import type { NeedEntry } from '../../api/schools.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'

export interface NeedJudgement extends NeedEntry {
  id: string
  schoolName: string
}

function judgementColumns() {
  return build
    .selectFrom('need_judgements as need')
    .innerJoin('schools', 'schools.id', 'need.school_id')
    .select(['need.id', 'schools.urn', 'schools.name as schoolName', 'need.decided_on as decidedOn', 'need.requires_package as requiresPackage', 'need.reason'])
}

/** Judgements of one record, the latest first: by decision date, then by when they were recorded (DOMAIN.md, "Latest judgement"). */
export function listJudgements(db: ReadHandle, urn: string): NeedJudgement[] {
  const query = judgementColumns().where('schools.urn', '=', urn).orderBy('need.decided_on', 'desc').orderBy('need.recorded_at', 'desc').orderBy('need.id', 'desc')
  return all(db, query).map((row) => ({ ...row, requiresPackage: row.requiresPackage === 1 }))
}

export function findJudgement(db: ReadHandle, id: string): NeedJudgement | undefined {
  const row = first(db, judgementColumns().where('need.id', '=', id))
  return row && { ...row, requiresPackage: row.requiresPackage === 1 }
}

export function insertJudgement(db: WriteHandle, entry: NeedEntry, schoolId: string): string {
  const id = db.newId()
  run(
    db,
    build.insertInto('need_judgements').values({
      id,
      school_id: schoolId,
      decided_on: entry.decidedOn,
      requires_package: entry.requiresPackage ? 1 : 0,
      reason: cleanText(entry.reason).trim(),
      recorded_at: db.at,
    }),
  )
  return id
}

export function deleteJudgement(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('need_judgements').where('id', '=', id))
}

/** The latest judgement of each record up to a day, with a key that orders them along a school line. */
export function latestJudgementsOn(db: ReadHandle, day: CivilDate): Map<string, { requires: boolean; order: string }> {
  const rows = all(
    db,
    build
      .selectFrom('need_judgements as need')
      .innerJoin('schools', 'schools.id', 'need.school_id')
      .select(['schools.urn', 'need.requires_package as requires', 'need.decided_on as decidedOn', 'need.recorded_at as recordedAt', 'need.id'])
      .where('need.decided_on', '<=', day)
      .orderBy('need.decided_on')
      .orderBy('need.recorded_at')
      .orderBy('need.id'),
  )
  return new Map(rows.map((row) => [row.urn, { requires: row.requires === 1, order: `${row.decidedOn} ${row.recordedAt} ${row.id}` }]))
}

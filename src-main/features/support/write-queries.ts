import type { CivilDate } from '../../api/base.ts'
import type { NewPackage, PackageMove, PackageReview } from '../../api/support.ts'
import { all, build, first, run, type PackageEventsTable, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'

type Plan = Omit<NewPackage, 'urn' | 'judgementId' | 'identifiedOn'>

function planColumns(plan: Plan) {
  return {
    title: cleanText(plan.title).trim(),
    lead: cleanText(plan.lead).trim(),
    provider: cleanText(plan.provider).trim(),
    planned_start: plan.plannedStart,
    planned_end: plan.plannedEnd,
    planned_half_days: plan.plannedDays === null ? null : plan.plannedDays * 2,
    cost: plan.cost,
  }
}

/** Begins a package with its first event, `identified`; answers its id. */
export function insertPackage(db: WriteHandle, plan: Plan, begun: { schoolId: string; judgementId: string | null; on: CivilDate }): string {
  const id = db.newId()
  run(db, build.insertInto('support_packages').values({ id, school_id: begun.schoolId, judgement_id: begun.judgementId, ...planColumns(plan) }))
  insertPackageEvent(db, { package_id: id, kind: 'identified', date: begun.on, note: '' })
  return id
}

export function updatePackage(db: WriteHandle, id: string, plan: Plan): void {
  run(db, build.updateTable('support_packages').set(planColumns(plan)).where('id', '=', id))
}

type EventSeed = Pick<PackageEventsTable, 'package_id' | 'kind' | 'date' | 'note'> & Partial<Pick<PackageEventsTable, 'agreed_with' | 'funding' | 'rag' | 'school_id' | 'statute' | 'guidance'>>

export function insertPackageEvent(db: WriteHandle, seed: EventSeed): string {
  const id = db.newId()
  const clean = (text: string | null | undefined) => (text ? cleanText(text).trim() : null)
  run(
    db,
    build.insertInto('package_events').values({
      id,
      package_id: seed.package_id,
      kind: seed.kind,
      date: seed.date,
      note: cleanText(seed.note).trim(),
      agreed_with: clean(seed.agreed_with),
      funding: clean(seed.funding),
      rag: seed.rag ?? null,
      school_id: seed.school_id ?? null,
      statute: seed.statute ?? null,
      guidance: clean(seed.guidance),
      officer: db.officer,
      recorded_at: db.at,
    }),
  )
  return id
}

/** Records a move with what belongs to its kind, and nothing else. */
export function insertMove(db: WriteHandle, move: PackageMove, successorId: string | null): string {
  const { id, kind, date, note } = move
  return insertPackageEvent(db, {
    package_id: id,
    kind,
    date,
    note,
    ...(kind === 'agreed' ? { agreed_with: move.agreedWith ?? null, funding: move.funding ?? null } : {}),
    ...(kind === 'escalated' ? { statute: move.statute ?? null, guidance: move.guidance ?? null } : {}),
    ...(kind === 'carriedOn' ? { school_id: successorId } : {}),
  })
}

export function insertReview(db: WriteHandle, review: PackageReview): string {
  const eventId = insertPackageEvent(db, { package_id: review.id, kind: 'reviewed', date: review.date, note: review.narrative, rag: review.rag })
  for (const { objectiveId, rag, note } of review.ratings) {
    run(db, build.insertInto('objective_ratings').values({ id: db.newId(), event_id: eventId, objective_id: objectiveId, rag, note: cleanText(note).trim() }))
  }
  return eventId
}

export function deletePackageEvent(db: WriteHandle, eventId: string): void {
  run(db, build.deleteFrom('objective_ratings').where('event_id', '=', eventId))
  run(db, build.deleteFrom('package_events').where('id', '=', eventId))
}

export function packageOfEvent(db: ReadHandle, eventId: string): string | undefined {
  return first(db, build.selectFrom('package_events').select('package_id as id').where('id', '=', eventId))?.id
}

export interface ObjectiveRow {
  id: string
  packageId: string
  text: string
  from: CivilDate
}

export function findObjective(db: ReadHandle, id: string): ObjectiveRow | undefined {
  return first(db, build.selectFrom('package_objectives').select(['id', 'package_id as packageId', 'text', 'valid_from as from']).where('id', '=', id))
}

export function insertObjective(db: WriteHandle, packageId: string, objective: { text: string; success: string; from: CivilDate }): string {
  const id = db.newId()
  const last = first(db, build.selectFrom('package_objectives').select(({ fn }) => fn.max('position').as('position')).where('package_id', '=', packageId))
  run(
    db,
    build.insertInto('package_objectives').values({
      id,
      package_id: packageId,
      position: (last?.position ?? 0) + 1,
      text: cleanText(objective.text).trim(),
      success: cleanText(objective.success).trim(),
      valid_from: objective.from,
      valid_to: null,
    }),
  )
  return id
}

export function updateObjective(db: WriteHandle, id: string, objective: { text: string; success: string }): void {
  run(db, build.updateTable('package_objectives').set({ text: cleanText(objective.text).trim(), success: cleanText(objective.success).trim() }).where('id', '=', id))
}

export function endObjective(db: WriteHandle, id: string, on: CivilDate): void {
  run(db, build.updateTable('package_objectives').set({ valid_to: on }).where('id', '=', id))
}

export function insertDays(db: WriteHandle, entry: { id: string; date: CivilDate; days: number; note: string }): string {
  const id = db.newId()
  run(db, build.insertInto('package_days').values({ id, package_id: entry.id, date: entry.date, half_days: entry.days * 2, note: cleanText(entry.note).trim(), recorded_at: db.at }))
  return id
}

export function findDays(db: ReadHandle, id: string): { packageId: string; date: CivilDate } | undefined {
  return first(db, build.selectFrom('package_days').select(['package_id as packageId', 'date']).where('id', '=', id))
}

export function deleteDays(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('package_days').where('id', '=', id))
}

/** Whether anything is charged for a package; such a package is kept. */
export function countCharges(db: ReadHandle, packageId: string): number {
  return all(db, build.selectFrom('charges').select('id').where('package_id', '=', packageId)).length
}

export function deletePackage(db: WriteHandle, id: string): void {
  for (const { id: eventId } of all(db, build.selectFrom('package_events').select('id').where('package_id', '=', id))) deletePackageEvent(db, eventId)
  run(db, build.deleteFrom('package_objectives').where('package_id', '=', id))
  run(db, build.deleteFrom('package_days').where('package_id', '=', id))
  run(db, build.deleteFrom('support_packages').where('id', '=', id))
}

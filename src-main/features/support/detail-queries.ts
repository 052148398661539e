import type { CivilDate } from '../../api/base.ts'
import type { PackageDetail } from '../../api/support.ts'
import { all, build, first, type ReadHandle } from '../../database/index.ts'
import { inOrder, packageOn } from '../../domain/package-standing.ts'
import { packageWarnings } from '../../domain/package-warnings.ts'
import { nameOf } from '../schools/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { packageEvents, packageRows, packagesOn, packageSchool, type EventRow } from './queries.ts'

/** After every day: nothing is left out for being dated later. */
export const EVER: CivilDate = '9999-12-31'

/**
 * All of one package as it stood on a day, or undefined where it was not there by then.
 *
 * @param upTo what is dated later is left out, as if it had not been: the day itself for how things were then; without
 *   it what is planned for days to come is told as well
 */
export function packageDetailOn(db: ReadHandle, id: string, day: CivilDate, upTo: CivilDate = EVER): PackageDetail | undefined {
  const [found] = packagesOn(db, day, { id })
  const [row] = packageRows(db, id)
  const events = packageEvents(db, id).filter(({ date }) => date <= upTo)
  const standing = packageOn(events, day, readSettings(db).terms)
  if (!found || !row || !standing) return undefined
  const answered = row.judgementId === null ? undefined : findJudgement(db, row.judgementId)
  const judgement = answered && answered.decidedOn <= upTo ? answered : undefined
  const ratings = listRatings(db, id)
  const latest = new Map(ratings.filter((one) => one.eventId === standing.review?.eventId).map((one) => [one.objectiveId, one]))
  return {
    ...found,
    judgement: judgement ?? null,
    agreedWith: standing.agreedWith,
    funding: standing.funding,
    notice: standing.notice,
    objectives: objectivesUpTo(db, id, upTo).map((objective) => ({ ...objective, rag: latest.get(objective.id)?.rag ?? null, note: latest.get(objective.id)?.note ?? '' })),
    days: listDays(db, id).filter(({ date }) => date <= upTo),
    events: inOrder(events).map((event) => storyOf(db, event, ratings)),
    warnings: packageWarnings(events, { plannedStart: row.plannedStart, plannedEnd: row.plannedEnd, judgedOn: judgement?.decidedOn ?? null }),
  }
}

type Rating = ReturnType<typeof listRatings>[number]

function storyOf(db: ReadHandle, event: EventRow, ratings: readonly Rating[]): PackageDetail['events'][number] {
  const { id, kind, date, note, agreedWith, funding, rag, statute, guidance, officer } = event
  const school = event.schoolId === null ? undefined : packageSchool(db, { id: event.schoolId })
  return {
    id,
    kind,
    date,
    note,
    agreedWith,
    funding,
    rag,
    statute,
    guidance,
    school: school ? (nameOf(db, school.urn) ?? null) : null,
    ratings: ratings.filter(({ eventId }) => eventId === id).map(({ objectiveId, objective, rag: own, note: words }) => ({ objectiveId, objective, rag: own, note: words })),
    officer,
  }
}

function findJudgement(db: ReadHandle, id: string) {
  return first(db, build.selectFrom('need_judgements').select(['id', 'decided_on as decidedOn', 'reason']).where('id', '=', id))
}

function listRatings(db: ReadHandle, packageId: string) {
  return all(
    db,
    build
      .selectFrom('objective_ratings as rating')
      .innerJoin('package_objectives as objective', 'objective.id', 'rating.objective_id')
      .select(['rating.event_id as eventId', 'rating.objective_id as objectiveId', 'objective.text as objective', 'rating.rag', 'rating.note'])
      .where('objective.package_id', '=', packageId)
      .orderBy('objective.position'),
  )
}

export function listObjectives(db: ReadHandle, packageId: string) {
  return all(
    db,
    build
      .selectFrom('package_objectives')
      .select(['id', 'text', 'success', 'valid_from as from', 'valid_to as to'])
      .where('package_id', '=', packageId)
      .orderBy('position'),
  )
}

/** The objectives that were set by a day; one dropped later still stood. */
function objectivesUpTo(db: ReadHandle, packageId: string, upTo: CivilDate) {
  return listObjectives(db, packageId).flatMap((one) => (one.from <= upTo ? [{ ...one, to: one.to !== null && one.to <= upTo ? one.to : null }] : []))
}

function listDays(db: ReadHandle, packageId: string) {
  return all(
    db,
    build.selectFrom('package_days').select(['id', 'date', 'half_days as halfDays', 'note']).where('package_id', '=', packageId).orderBy('date', 'desc').orderBy('id', 'desc'),
  ).map(({ halfDays, ...row }) => ({ ...row, days: halfDays / 2 }))
}

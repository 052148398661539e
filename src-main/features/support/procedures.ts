import type { PackageDetail, PackageMove } from '../../api/support.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { foldWords } from '../../domain/fold-words.ts'
import { countPackages } from '../../domain/package-standing.ts'
import { restingOn } from '../../domain/package-withdrawal.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { listJudgements } from '../packages/queries.ts'
import { EVER, packageDetailOn } from './detail-queries.ts'
import { guidanceVersions } from './guidance.ts'
import { checkMove, checkStep, GONE } from './moves.ts'
import { objectives } from './objectives.ts'
import { packageEvents, packageSchool, packagesOn, schoolReader } from './queries.ts'
import { countCharges, deletePackage, deletePackageEvent, insertMove, insertPackage, insertReview, packageOfEvent, updatePackage } from './write-queries.ts'

/** A package as at today, or where it begins later, as at the end of its story: officers plan and backfill. */
function detailOf(db: ReadHandle, id: string, today: string): PackageDetail {
  return packageDetailOn(db, id, today) ?? packageDetailOn(db, id, EVER) ?? refuse('no-such-package', GONE)
}

const PAST: Record<PackageMove['kind'], string> = {
  diagnosed: 'diagnosed',
  agreed: 'agreed',
  started: 'started',
  paused: 'paused',
  resumed: 'resumed',
  escalated: 'escalated to a warning notice',
  carriedOn: 'carried on at the successor',
  completed: 'completed',
  stopped: 'stopped',
}

export const support = {
  list: answer.support.list.handler(({ context, input }) => {
    const asAt = input.asAt ?? context.today
    const all = packagesOn(context.workspace.read, asAt, input.urn === undefined ? {} : { urn: input.urn })
    const sought = foldWords(input.search ?? '')
    const rows = all.filter(
      (one) =>
        (input.district === undefined || one.district === input.district) &&
        (input.lead === undefined || one.lead === input.lead) &&
        (input.rag === undefined || (one.rag ?? 'none') === input.rag) &&
        (sought === '' || foldWords(`${one.schoolName} ${one.title} ${one.urn}`).includes(sought)),
    )
    const sorted = (values: Iterable<string>) => [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en-GB'))
    return {
      asAt,
      counts: countPackages(rows.map((one) => one.state)),
      rows,
      leads: sorted(all.map((one) => one.lead)),
      districts: sorted(all.flatMap((one) => one.district ?? [])),
    }
  }),

  get: answer.support.get.handler(({ context, input: { id, asAt } }) => {
    if (asAt === undefined) return detailOf(context.workspace.read, id, context.today)
    return packageDetailOn(context.workspace.read, id, asAt, asAt) ?? refuse('not-yet-there', `That package had not been begun on ${formatDate(asAt)}. Choose a later day.`)
  }),

  guidance: answer.support.guidance.handler(() => guidanceVersions),

  start: answer.support.start.handler(({ context: { workspace }, input: { urn, judgementId, identifiedOn, ...plan } }) => {
    const school = packageSchool(workspace.read, { urn })
    if (!school) refuse('no-such-school', `There is no school with URN ${urn} in the register. Import the register, or check the number.`)
    // A judgement made before a conversion is answered by a package of the academy as well.
    const line = [urn, ...schoolReader(workspace.read).before(urn)]
    const judgements = line.flatMap((one) => listJudgements(workspace.read, one)).sort((a, b) => (a.decidedOn > b.decidedOn ? -1 : a.decidedOn < b.decidedOn ? 1 : 0))
    const answered = judgementId === undefined ? judgements.find((one) => one.requiresPackage) : judgements.find((one) => one.id === judgementId)
    if (judgementId !== undefined && !answered) refuse('no-such-judgement', `That judgement is not one of ${school.name}. It may have been withdrawn or undone. Choose it again.`)
    const sentence = `Support package for ${school.name} started: need identified on ${formatDate(identifiedOn)}`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertPackage(db, plan, { schoolId: school.id, judgementId: answered?.id ?? null, on: identifiedOn }))
    return { transactionId, sentence, id }
  }),

  edit: answer.support.edit.handler(({ context: { workspace, today }, input: { id, ...plan } }) => {
    const sentence = `Plan of the package for ${detailOf(workspace.read, id, today).schoolName} changed`
    const { transactionId } = workspace.change(sentence, (db) => updatePackage(db, id, plan))
    return { transactionId, sentence, id }
  }),

  move: answer.support.move.handler(({ context: { workspace, today }, input }) => {
    const detail = detailOf(workspace.read, input.id, today)
    const successor = checkMove(workspace.read, detail, input)
    const sentence = `Package for ${detail.schoolName} ${PAST[input.kind]} on ${formatDate(input.date)}`
    const { transactionId } = workspace.change(sentence, (db) => insertMove(db, input, successor))
    return { transactionId, sentence, id: input.id }
  }),

  review: answer.support.review.handler(({ context: { workspace, today }, input }) => {
    const detail = detailOf(workspace.read, input.id, today)
    checkStep(workspace.read, input.id, 'reviewed', input.date)
    const own = new Set(detail.objectives.map((objective) => objective.id))
    if (input.ratings.some(({ objectiveId }) => !own.has(objectiveId))) {
      refuse('no-such-objective', 'An objective of this review is no longer in the package. What you wrote is still here. Open the review again to rate the objectives as they are now.')
    }
    const sentence = `Review of ${formatDate(input.date)} recorded for ${detail.schoolName}: ${input.rag}`
    const { transactionId } = workspace.change(sentence, (db) => insertReview(db, input))
    return { transactionId, sentence, id: input.id }
  }),

  withdraw: answer.support.withdraw.handler(({ context: { workspace, today }, input }) => {
    const packageId = packageOfEvent(workspace.read, input.eventId) ?? refuse('no-such-move', 'That move is no longer there. It may have been withdrawn or undone since this page was opened.')
    const events = packageEvents(workspace.read, packageId)
    const event = events.find(({ id }) => id === input.eventId)
    if (!event || event.kind === 'identified') refuse('first-event', 'The package begins with this. Delete the package if it was a mistake.')
    const resting = restingOn(events, event)
    if (resting) refuse('rests-on', `This cannot be withdrawn, because what was recorded for ${formatDate(resting.date)} rests on it. Withdraw that first. Nothing was changed.`)
    const what = event.kind === 'reviewed' ? 'Review' : 'Move'
    const sentence = `${what} of ${formatDate(event.date)} withdrawn from the package for ${detailOf(workspace.read, packageId, today).schoolName}`
    const { transactionId } = workspace.change(sentence, (db) => deletePackageEvent(db, input.eventId))
    return { transactionId, sentence }
  }),

  ...objectives,

  delete: answer.support.delete.handler(({ context: { workspace, today }, input }) => {
    const { schoolName } = detailOf(workspace.read, input.id, today)
    if (countCharges(workspace.read, input.id) > 0) refuse('charged', 'This package has charges, so it is kept. Delete its charges first, or stop the package instead.')
    const sentence = `Support package for ${schoolName} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deletePackage(db, input.id))
    return { transactionId, sentence }
  }),
}

import { formatDate } from '../../domain/date-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { packageAnswering } from '../support/queries.ts'
import { findSchool } from '../visits/queries.ts'
import { deleteJudgement, findJudgement, insertJudgement, listJudgements } from './queries.ts'

export const packages = {
  needs: answer.packages.needs.handler(({ context, input }) =>
    listJudgements(context.workspace.read, input.urn).map(({ id, urn, decidedOn, requiresPackage, reason }) => ({ id, urn, decidedOn, requiresPackage, reason })),
  ),

  judge: answer.packages.judge.handler(({ context: { workspace }, input }) => {
    const school = findSchool(workspace.read, input.urn)
    if (!school) refuse('no-such-school', `There is no school with URN ${input.urn} in the register. Import the register, or check the number.`)
    const sentence = `Judgement of ${formatDate(input.decidedOn)} on ${school.name} recorded`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertJudgement(db, input, school.id))
    return { transactionId, sentence, id }
  }),

  withdrawJudgement: answer.packages.withdrawJudgement.handler(({ context: { workspace }, input }) => {
    const judgement = findJudgement(workspace.read, input.id)
    if (!judgement) refuse('no-such-judgement', 'That judgement is no longer there. It may have been withdrawn or undone since this page was opened.')
    const answering = packageAnswering(workspace.read, input.id)
    if (answering) refuse('answered', `The package “${answering.title}” answers this judgement, so it was not withdrawn. Delete the package first, or record a new judgement.`)
    const sentence = `Judgement of ${formatDate(judgement.decidedOn)} on ${judgement.schoolName} withdrawn`
    const { transactionId } = workspace.change(sentence, (db) => deleteJudgement(db, input.id))
    return { transactionId, sentence }
  }),
}

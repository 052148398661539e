import type { Visit } from '../../api/visits.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { moveVisit, refuseToCome, settledVisit } from '../../domain/visit-state.ts'
import { answer } from '../answer.ts'
import { lists } from './list-procedures.ts'
import { cancelVisit, completeVisit, deleteVisit, findSchool, findVisit, insertVisit, listVisitors, listVisits, updateVisit, visitsAlike } from './queries.ts'

function school(db: ReadHandle, urn: string): { id: string; name: string } {
  return findSchool(db, urn) ?? refuse('no-such-school', `There is no school with URN ${urn} in the register. Import the register, or check the number.`)
}

function visit(db: ReadHandle, id: string): Visit {
  return findVisit(db, id) ?? refuse('no-such-visit', 'That visit is no longer there. It may have been deleted or undone since this page was opened.')
}

export const visits = {
  list: answer.visits.list.handler(({ context, input }) => listVisits(context.workspace.read, input.urn, input.limit)),
  get: answer.visits.get.handler(({ context, input }) => visit(context.workspace.read, input.id)),
  visitors: answer.visits.visitors.handler(({ context }) => listVisitors(context.workspace.read)),
  alike: answer.visits.alike.handler(({ context, input }) => visitsAlike(context.workspace.read, input)),

  record: answer.visits.record.handler(({ context: { workspace, today }, input }) => {
    refuseToCome(input, today)
    const { id: schoolId, name } = school(workspace.read, input.urn)
    const sentence = `Visit to ${name} on ${formatDate(input.date)} ${input.status === 'planned' ? 'planned' : 'recorded'}`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertVisit(db, settledVisit(null, input), schoolId))
    return { transactionId, sentence, id }
  }),

  edit: answer.visits.edit.handler(({ context: { workspace, today }, input: { id, ...entry } }) => {
    const before = visit(workspace.read, id)
    refuseToCome(entry, today, before)
    const { id: schoolId, name } = school(workspace.read, entry.urn)
    const after = settledVisit(before, entry)
    const sentence = `Visit to ${name} on ${formatDate(entry.date)} changed`
    const { transactionId } = workspace.change(sentence, (db) => updateVisit(db, id, after, schoolId))
    return { transactionId, sentence, id }
  }),

  delete: answer.visits.delete.handler(({ context: { workspace }, input }) => {
    const { schoolName, date } = visit(workspace.read, input.id)
    const sentence = `Visit to ${schoolName} on ${formatDate(date)} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteVisit(db, input.id))
    return { transactionId, sentence }
  }),

  complete: answer.visits.complete.handler(({ context: { workspace, today }, input }) => {
    const { schoolName, status, date: plannedFor } = visit(workspace.read, input.id)
    moveVisit(status, 'completed')
    if (input.date === undefined && plannedFor > today) {
      refuse('visit-to-come', `This visit is planned for ${formatDate(plannedFor)}, which is still to come. Nothing was changed. If it was made already, say on which day.`)
    }
    const date = input.date ?? plannedFor
    refuseToCome({ status: 'completed', date }, today)
    const sentence = `Visit to ${schoolName} completed on ${formatDate(date)}${date === plannedFor ? '' : `, planned for ${formatDate(plannedFor)}`}`
    const { transactionId } = workspace.change(sentence, (db) => completeVisit(db, input.id, { date, plannedFor }))
    return { transactionId, sentence, id: input.id }
  }),

  cancel: answer.visits.cancel.handler(({ context: { workspace }, input }) => {
    const { schoolName, status, date } = visit(workspace.read, input.id)
    moveVisit(status, 'cancelled')
    const sentence = `Visit to ${schoolName} on ${formatDate(date)} cancelled`
    const { transactionId } = workspace.change(sentence, (db) => cancelVisit(db, input.id, input.because))
    return { transactionId, sentence, id: input.id }
  }),

  recordDay: answer.visits.recordDay.handler(({ context: { workspace, today }, input: { rows, ...day } }) => {
    refuseToCome(day, today)
    const named = rows.map((row, at) => {
      const found = findSchool(workspace.read, row.urn)
      return { row, schoolId: found?.id ?? refuse('no-such-school', `Line ${at + 1}: there is no school with URN ${row.urn} in the register. Nothing was recorded. Choose the school again, or take the line out.`) }
    })
    const sentence = `${countText(rows.length)} ${rows.length === 1 ? 'visit' : 'visits'} on ${formatDate(day.date)} ${day.status === 'planned' ? 'planned' : 'recorded'}`
    const { transactionId, result: ids } = workspace.change(sentence, (db) =>
      named.map(({ row, schoolId }) =>
        insertVisit(db, settledVisit(null, { ...day, ...row, evidence: '', cancelledBecause: '', response: null, respondedOn: null, responseNote: '' }), schoolId),
      ),
    )
    return { transactionId, sentence, ids }
  }),

  ...lists,
}

import type { Visit } from '../../api/schools.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { deleteVisit, findSchool, findVisit, insertVisit, listVisitors, listVisits, updateVisit } from './queries.ts'

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

  record: answer.visits.record.handler(({ context: { workspace }, input }) => {
    const { id: schoolId, name } = school(workspace.read, input.urn)
    const sentence = `Visit to ${name} on ${formatDate(input.date)} recorded`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertVisit(db, input, schoolId))
    return { transactionId, sentence, id }
  }),

  recordForSchools: answer.visits.recordForSchools.handler(({ context: { workspace }, input: { urns, ...entry } }) => {
    const visited = [...new Set(urns)].map((urn) => ({ urn, id: school(workspace.read, urn).id }))
    const sentence = `Visits to ${countText(visited.length)} ${visited.length === 1 ? 'school' : 'schools'} on ${formatDate(entry.date)} recorded`
    const { transactionId } = workspace.change(sentence, (db) => visited.forEach(({ urn, id }) => insertVisit(db, { ...entry, urn }, id)))
    return { transactionId, sentence }
  }),

  edit: answer.visits.edit.handler(({ context: { workspace }, input: { id, ...entry } }) => {
    visit(workspace.read, id)
    const { id: schoolId, name } = school(workspace.read, entry.urn)
    const sentence = `Visit to ${name} on ${formatDate(entry.date)} changed`
    const { transactionId } = workspace.change(sentence, (db) => updateVisit(db, id, entry, schoolId))
    return { transactionId, sentence, id }
  }),

  delete: answer.visits.delete.handler(({ context: { workspace }, input }) => {
    const { schoolName, date } = visit(workspace.read, input.id)
    const sentence = `Visit to ${schoolName} on ${formatDate(date)} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteVisit(db, input.id))
    return { transactionId, sentence }
  }),
}

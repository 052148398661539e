import type { Concern, ConcernEntry } from '../../api/concerns.ts'
import type { ReadHandle } from '../../database/index.ts'
import { mustExistOn } from '../../domain/concern-categories.ts'
import { formatDate } from '../../domain/date-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { predecessors } from '../../domain/school-line.ts'
import { answer } from '../answer.ts'
import { listLinks } from '../schools/queries.ts'
import { findSchool } from '../visits/queries.ts'
import { categories, categoryOf } from './categories.ts'
import { deleteConcern, endConcern, insertConcern, listConcerns, updateConcern } from './queries.ts'

function concernOf(db: ReadHandle, id: string): Concern {
  return listConcerns(db, { id }, '9999-12-31')[0] ?? refuse('no-such-concern', 'That concern is no longer there. It may have been deleted or undone since this page was opened.')
}

/** What a concern must be before it is written; answers the school. */
function checkConcern(db: ReadHandle, entry: ConcernEntry, own: string | null): { schoolId: string; school: string } {
  const school = findSchool(db, entry.urn)
  if (!school) refuse('no-such-school', `There is no school with URN ${entry.urn} in the register. Import the register, or check the number.`)
  const category = categoryOf(db, entry.categoryId)
  mustExistOn(category, entry.decidedOn)
  if (entry.to !== null && entry.to < entry.from) refuse('ends-before', `The concern would end on ${formatDate(entry.to)}, before it begins on ${formatDate(entry.from)}. Give a later end, or leave it open.`)
  if (entry.exempt && entry.paragraph === null) refuse('no-paragraph', 'Say under which paragraph of Schedule 12A it is exempt, 1 to 7.')
  const same = listConcerns(db, { urns: [entry.urn] }, entry.from).filter((one) => one.id !== own && one.categoryId === entry.categoryId)
  const over = same.find((one) => (one.to === null || one.to >= entry.from) && (entry.to === null || entry.to >= one.from))
  if (over) refuse('already-recorded', `“${category.name}” is recorded for ${school.name} from ${formatDate(over.from)} already. End that one first, or change it.`)
  return { schoolId: school.id, school: school.name }
}

function schoolName(db: ReadHandle, urn: string): string {
  return findSchool(db, urn)?.name ?? `URN ${urn}`
}

/** What was done is said on Today, in lists of changes and when it is undone, where no one is warned: so never of which category a concern is. */
export const concerns = {
  ...categories,

  list: answer.concerns.list.handler(({ context: { workspace, today }, input }) => {
    const before = predecessors(listLinks(workspace.read))(input.urn)
    return listConcerns(workspace.read, { urns: [input.urn, ...before] }, input.asAt ?? today)
  }),

  record: answer.concerns.record.handler(({ context: { workspace }, input }) => {
    const { schoolId, school } = checkConcern(workspace.read, input, null)
    const sentence = `Concern recorded for ${school} from ${formatDate(input.from)}`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertConcern(db, input, schoolId))
    return { transactionId, sentence, id }
  }),

  edit: answer.concerns.edit.handler(({ context: { workspace }, input: { id, ...entry } }) => {
    concernOf(workspace.read, id)
    const { schoolId, school } = checkConcern(workspace.read, entry, id)
    const sentence = `Concern about ${school} changed`
    const { transactionId } = workspace.change(sentence, (db) => updateConcern(db, id, entry, schoolId))
    return { transactionId, sentence, id }
  }),

  end: answer.concerns.end.handler(({ context: { workspace }, input: { id, on } }) => {
    const { urn, from, to } = concernOf(workspace.read, id)
    if (on < from) refuse('ends-before', `The concern begins on ${formatDate(from)}. Give that day or a later one to end it.`)
    if (to !== null && on > to) refuse('ended-already', `The concern ended on ${formatDate(to)} already. Change the concern if it lasted longer. Nothing was changed.`)
    const sentence = `Concern about ${schoolName(workspace.read, urn)} ended on ${formatDate(on)}`
    const { transactionId } = workspace.change(sentence, (db) => endConcern(db, id, on))
    return { transactionId, sentence, id }
  }),

  delete: answer.concerns.delete.handler(({ context: { workspace }, input: { id } }) => {
    const sentence = `Concern about ${schoolName(workspace.read, concernOf(workspace.read, id).urn)} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteConcern(db, id))
    return { transactionId, sentence }
  }),
}

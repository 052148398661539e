import { formatDate } from '../../domain/date-words.ts'
import { refuse } from '../../domain/refusal.ts'
import type { ReadHandle } from '../../database/index.ts'
import { answer } from '../answer.ts'
import { GONE } from './moves.ts'
import { packageRows } from './queries.ts'
import { deleteDays, endObjective, findDays, findObjective, insertDays, insertObjective, updateObjective, type ObjectiveRow } from './write-queries.ts'

function titleOf(db: ReadHandle, id: string): string {
  const [found] = packageRows(db, id)
  return found?.title ?? refuse('no-such-package', GONE)
}

function objectiveOf(db: ReadHandle, id: string): ObjectiveRow {
  return findObjective(db, id) ?? refuse('no-such-objective', 'That objective is no longer there. It may have been undone since this page was opened.')
}

function daysWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

/** What a package sets out to do, and the days spent on it. */
export const objectives = {
  addObjective: answer.support.addObjective.handler(({ context: { workspace }, input: { packageId, ...objective } }) => {
    const sentence = `Objective added to “${titleOf(workspace.read, packageId)}”`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertObjective(db, packageId, objective))
    return { transactionId, sentence, id }
  }),

  editObjective: answer.support.editObjective.handler(({ context: { workspace }, input: { id, ...objective } }) => {
    const sentence = `Objective of “${titleOf(workspace.read, objectiveOf(workspace.read, id).packageId)}” reworded`
    const { transactionId } = workspace.change(sentence, (db) => updateObjective(db, id, objective))
    return { transactionId, sentence, id }
  }),

  dropObjective: answer.support.dropObjective.handler(({ context: { workspace }, input }) => {
    const { from, packageId } = objectiveOf(workspace.read, input.id)
    if (input.on < from) refuse('before-its-start', `The objective was set on ${formatDate(from)}. Give that day or a later one to drop it.`)
    const sentence = `Objective of “${titleOf(workspace.read, packageId)}” dropped on ${formatDate(input.on)}`
    const { transactionId } = workspace.change(sentence, (db) => endObjective(db, input.id, input.on))
    return { transactionId, sentence }
  }),

  recordDays: answer.support.recordDays.handler(({ context: { workspace }, input }) => {
    const sentence = `${daysWords(input.days)} on ${formatDate(input.date)} recorded for “${titleOf(workspace.read, input.id)}”`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertDays(db, input))
    return { transactionId, sentence, id }
  }),

  removeDays: answer.support.removeDays.handler(({ context: { workspace }, input }) => {
    const found = findDays(workspace.read, input.id) ?? refuse('no-such-days', 'Those days are no longer there. They may have been removed or undone since this page was opened.')
    const sentence = `Days of ${formatDate(found.date)} removed from “${titleOf(workspace.read, found.packageId)}”`
    const { transactionId } = workspace.change(sentence, (db) => deleteDays(db, input.id))
    return { transactionId, sentence }
  }),
}

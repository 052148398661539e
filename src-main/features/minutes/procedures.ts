import type { ReadHandle } from '../../database/index.ts'
import { partsOf } from '../../domain/dates.ts'
import { decisionNumber } from '../../domain/numbering.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { findItem } from '../meetings/item-queries.ts'
import { findMeeting } from '../meetings/queries.ts'
import { minuteBookAnswers } from './book.ts'
import { mustNotBeAgreed } from './frozen-queries.ts'
import { lifecycle } from './lifecycle.ts'
import { deleteDecision, findDecision, insertDecision, saveMinute, updateDecision } from './queries.ts'

function itemAndMeeting(db: ReadHandle, itemId: string) {
  const item = findItem(db, itemId)
  const meeting = item && findMeeting(db, item.meetingId)
  if (!item || !meeting) {
    refuse('no-such-item', 'The agenda item that this belongs to is no longer there. Your words are still on this screen: copy them before you leave it.')
  }
  mustNotBeAgreed(db, meeting.id)
  return { item, meeting }
}

/** The number of a decision that may still be changed. */
function numberOf(db: ReadHandle, id: string): string {
  const decision = findDecision(db, id)
  if (!decision) refuse('no-such-decision', 'That decision is no longer there. It may have been deleted or undone since this page was opened.')
  mustNotBeAgreed(db, decision.meetingId)
  return decisionNumber(decision.bodyCode, decision.year, decision.ordinal)
}

export const minutes = {
  save: answer.minutes.save.handler(({ context: { workspace, clock }, input }) => {
    const { item } = itemAndMeeting(workspace.read, input.itemId)
    const { transactionId } = workspace.change(`Minutes of “${item.title}” written`, (db) => saveMinute(db, item.id, input.document))
    return { savedAt: clock.now().toISOString(), transactionId }
  }),

  recordDecision: answer.minutes.recordDecision.handler(({ context: { workspace }, input }) => {
    const { item, meeting } = itemAndMeeting(workspace.read, input.itemId)
    const seed = { ...input, bodyId: meeting.bodyId, meetingId: meeting.id, itemId: item.id, year: partsOf(meeting.date).year }
    const { transactionId, result: id } = workspace.change(`Decision recorded under “${item.title}”`, (db) => insertDecision(db, seed))
    const number = numberOf(workspace.read, id)
    return { transactionId, sentence: `Decision ${number} recorded`, id, number }
  }),

  editDecision: answer.minutes.editDecision.handler(({ context: { workspace }, input }) => {
    const sentence = `Decision ${numberOf(workspace.read, input.id)} changed`
    const { transactionId } = workspace.change(sentence, (db) => updateDecision(db, input.id, input))
    return { transactionId, sentence, id: input.id }
  }),

  deleteDecision: answer.minutes.deleteDecision.handler(({ context: { workspace }, input }) => {
    const sentence = `Decision ${numberOf(workspace.read, input.id)} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteDecision(db, input.id))
    return { transactionId, sentence }
  }),

  ...lifecycle,
  ...minuteBookAnswers,
}

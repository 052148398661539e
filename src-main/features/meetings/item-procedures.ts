import type { ReadHandle } from '../../database/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { mustNotBeAgreed } from '../minutes/frozen-queries.ts'
import { deleteItem, findItem, insertItem, isMinuted, moveItem, updateItem, updateOutcome, type StoredItem } from './item-queries.ts'
import { findMeeting } from './queries.ts'

/** An item that may still be changed. */
function itemAt(db: ReadHandle, id: string): StoredItem {
  const item = findItem(db, id) ?? refuse('no-such-item', 'That agenda item is no longer there. It may have been removed or undone since this page was opened.')
  mustNotBeAgreed(db, item.meetingId)
  return item
}

/** Exempt information needs a reason why the public interest is better served by withholding it (Schedule 12A, part 2). */
function mustGiveReason({ paragraph, publicInterest }: { paragraph: number | null; publicInterest: string }): void {
  if (paragraph !== null && publicInterest === '') {
    refuse('no-public-interest', 'Say why the public interest in withholding the item outweighs that in publishing it. The item was not changed.')
  }
}

/** The agenda's own procedures, a part of `meetings`. */
export const items = {
  addItem: answer.meetings.addItem.handler(({ context: { workspace }, input: { meetingId, ...words } }) => {
    if (!findMeeting(workspace.read, meetingId)) refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened.')
    mustNotBeAgreed(workspace.read, meetingId)
    mustGiveReason(words)
    const sentence = `Item “${words.title}” added`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertItem(db, meetingId, words))
    return { transactionId, sentence, id }
  }),

  editItem: answer.meetings.editItem.handler(({ context: { workspace }, input: { itemId, ...words } }) => {
    itemAt(workspace.read, itemId)
    mustGiveReason(words)
    const sentence = `Item “${words.title}” changed`
    const { transactionId } = workspace.change(sentence, (db) => updateItem(db, itemId, words))
    return { transactionId, sentence, id: itemId }
  }),

  setOutcome: answer.meetings.setOutcome.handler(({ context: { workspace }, input: { itemId, outcome } }) => {
    const item = itemAt(workspace.read, itemId)
    const sentence = outcome === null ? `Outcome of “${item.title}” taken away` : `Item “${item.title}” recorded as ${outcome}`
    const { transactionId } = workspace.change(sentence, (db) => updateOutcome(db, itemId, outcome))
    return { transactionId, sentence, id: itemId }
  }),

  moveItem: answer.meetings.moveItem.handler(({ context: { workspace }, input }) => {
    const item = itemAt(workspace.read, input.itemId)
    const sentence = `Item “${item.title}” moved`
    const { transactionId } = workspace.change(sentence, (db) => moveItem(db, item, input.to))
    return { transactionId, sentence }
  }),

  removeItem: answer.meetings.removeItem.handler(({ context: { workspace }, input }) => {
    const item = itemAt(workspace.read, input.itemId)
    if (isMinuted(workspace.read, item.id)) {
      refuse('item-has-records', `Item “${item.title}” has minutes, decisions or actions. Clear those first, then remove the item.`)
    }
    const sentence = `Item “${item.title}” removed`
    const { transactionId } = workspace.change(sentence, (db) => deleteItem(db, item))
    return { transactionId, sentence }
  }),
}

import type { ReadHandle } from '../../database/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { deleteItem, findItem, insertItem, isMinuted, moveItem, updateItem, type StoredItem } from './item-queries.ts'
import { findMeeting } from './queries.ts'

function itemAt(db: ReadHandle, id: string): StoredItem {
  return findItem(db, id) ?? refuse('no-such-item', 'That agenda item is no longer there. It may have been removed or undone since this page was opened.')
}

/** The agenda's own procedures, a part of `meetings`. */
export const items = {
  addItem: answer.meetings.addItem.handler(({ context: { workspace }, input: { meetingId, ...words } }) => {
    if (!findMeeting(workspace.read, meetingId)) refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened.')
    const sentence = `Item “${words.title}” added`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertItem(db, meetingId, words))
    return { transactionId, sentence, id }
  }),

  editItem: answer.meetings.editItem.handler(({ context: { workspace }, input: { itemId, ...words } }) => {
    itemAt(workspace.read, itemId)
    const sentence = `Item “${words.title}” changed`
    const { transactionId } = workspace.change(sentence, (db) => updateItem(db, itemId, words))
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

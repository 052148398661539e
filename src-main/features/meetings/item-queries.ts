import type { AgendaItem } from '../../api/meetings.ts'
import { richText } from '../../api/richtext.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { isBlank } from '../../domain/rich-text.ts'

export interface StoredItem {
  id: string
  meetingId: string
  title: string
  position: number
}

export function findItem(db: ReadHandle, id: string): StoredItem | undefined {
  return first(db, build.selectFrom('agenda_items').select(['id', 'meeting_id as meetingId', 'title', 'position']).where('id', '=', id))
}

function itemIds(db: ReadHandle, meetingId: string): string[] {
  return all(db, build.selectFrom('agenda_items').select('id').where('meeting_id', '=', meetingId).orderBy('position')).map((row) => row.id)
}

/** Writes positions 1, 2, 3… in the given order, so that numbering never has a gap. */
function renumber(db: WriteHandle, ids: readonly string[]): void {
  ids.forEach((id, i) => run(db, build.updateTable('agenda_items').set({ position: i + 1 }).where('id', '=', id)))
}

type ItemWords = Pick<AgendaItem, 'title' | 'presenter' | 'purpose' | 'minutes' | 'paragraph' | 'publicInterest'>

export function insertItem(db: WriteHandle, meetingId: string, item: ItemWords): string {
  const id = db.newId()
  const position = itemIds(db, meetingId).length + 1
  run(db, build.insertInto('agenda_items').values({ id, meeting_id: meetingId, position, ...cleanedWords(item) }))
  return id
}

export function updateItem(db: WriteHandle, id: string, item: ItemWords): void {
  run(db, build.updateTable('agenda_items').set(cleanedWords(item)).where('id', '=', id))
}

/** The reason goes with the paragraph: an item that is not exempt has none. */
function cleanedWords({ title, presenter, publicInterest, ...item }: ItemWords) {
  return { ...item, title: cleanText(title).trim(), presenter: cleanText(presenter).trim(), public_interest: item.paragraph === null ? null : cleanText(publicInterest).trim() }
}

export function updateOutcome(db: WriteHandle, id: string, outcome: AgendaItem['outcome']): void {
  run(db, build.updateTable('agenda_items').set({ outcome }).where('id', '=', id))
}

/** Moves an item to a number from 1; past the end means last. */
export function moveItem(db: WriteHandle, item: StoredItem, to: number): void {
  const others = itemIds(db, item.meetingId).filter((id) => id !== item.id)
  renumber(db, others.toSpliced(to - 1, 0, item.id))
}

/** What is recorded under an item keeps it from being removed: words, a figure alone, a decision, an action. */
export function isMinuted(db: ReadHandle, id: string): boolean {
  const minute = first(db, build.selectFrom('minutes').select('document').where('item_id', '=', id))
  if (minute && !isBlank(richText.parse(JSON.parse(minute.document)))) return true
  const decision = first(db, build.selectFrom('decisions').select('id').where('item_id', '=', id))
  const action = first(db, build.selectFrom('actions').select('id').where('item_id', '=', id))
  return (decision ?? action) !== undefined
}

export function deleteItem(db: WriteHandle, item: StoredItem): void {
  run(db, build.deleteFrom('minutes').where('item_id', '=', item.id))
  run(db, build.deleteFrom('agenda_items').where('id', '=', item.id))
  renumber(db, itemIds(db, item.meetingId))
}

import { minutesContent, type MinutesContent } from '../../api/minutes.ts'
import { statement, type ReadHandle } from '../../database/index.ts'
import { plainText } from '../../domain/rich-text.ts'
import { foldedText } from './sought-words.ts'

/** A text that no index of the workspace holds. Of which body, day and secrecy it is, its meeting and item say. */
export interface KeptText {
  readonly kind: 'item' | 'decision' | 'action' | 'minute' | 'version'
  /** What a hit of it is called: the item's, decision's, action's or correction's own id, or a version's with its item. */
  readonly id: string
  readonly meetingId: string
  readonly itemId: string | null
  readonly text: string
  readonly folded: string
  /** How many words it has. */
  readonly words: number
}

/** As it is read; folded later. */
type ReadText = Omit<KeptText, 'folded' | 'words'>
type Row = Omit<ReadText, 'kind'>

function titles(db: ReadHandle): ReadText[] {
  const rows = statement<Row>(db, 'SELECT id, meeting_id AS meetingId, id AS itemId, title AS text FROM agenda_items').all()
  return rows.map((row) => ({ ...row, kind: 'item' }))
}

/** A decision with its reasons: the words that are sought may stand in both. */
function reasons(db: ReadHandle): ReadText[] {
  const rows = statement<Row>(db, "SELECT id, meeting_id AS meetingId, item_id AS itemId, text || ' Reasons: ' || reasons AS text FROM decisions WHERE reasons <> ''").all()
  return rows.map((row) => ({ ...row, kind: 'decision' }))
}

function notes(db: ReadHandle): ReadText[] {
  const rows = statement<Row>(db, "SELECT a.id, a.meeting_id AS meetingId, a.item_id AS itemId, e.note AS text FROM action_events e JOIN actions a ON a.id = e.action_id WHERE e.note <> ''").all()
  return rows.map((row) => ({ ...row, kind: 'action' }))
}

function corrections(db: ReadHandle): ReadText[] {
  const rows = statement<Row>(
    db,
    `SELECT c.id, i.meeting_id AS meetingId, i.id AS itemId, c.old_words || ' Corrected: ' || c.new_words || ' ' || c.reason AS text
     FROM minute_corrections c JOIN agenda_items i ON i.id = c.item_id`,
  ).all()
  return rows.map((row) => ({ ...row, kind: 'minute' }))
}

/** What a circulated version says otherwise than the version after it; the last one is the words as they stand. */
function earlierWords(db: ReadHandle): ReadText[] {
  const pairs = statement<{ id: string; meetingId: string; content: string; later: string }>(
    db,
    `SELECT v.id, v.meeting_id AS meetingId, v.content, l.content AS later FROM minutes_versions v
     JOIN minutes_versions l ON l.meeting_id = v.meeting_id AND l.number = v.number + 1 WHERE v.content <> l.content`,
  ).all()
  return pairs.flatMap(({ id, meetingId, content, later }) => {
    const now = new Map(minutesContent.parse(JSON.parse(later)).items.map((item) => [item.id, wordsOf(item)]))
    return minutesContent
      .parse(JSON.parse(content))
      .items.filter((item) => now.get(item.id) !== wordsOf(item))
      .map((item): ReadText => ({ kind: 'version', id: `${id}/${item.id}`, meetingId, itemId: item.id, text: wordsOf(item) }))
  })
}

function wordsOf({ title, document, decisions, actions }: MinutesContent['items'][number]): string {
  return [title, plainText(document), ...decisions.flatMap(({ text, reasons: why }) => [text, why]), ...actions.map(({ text }) => text)].join('\n')
}

/** Texts that stand together and change together: read again when a table that they are made of has changed. */
interface Shelf {
  readonly tables: readonly string[]
  readonly read: (db: ReadHandle) => ReadText[]
}

const SHELVES: readonly Shelf[] = [
  { tables: ['agenda_items'], read: titles },
  { tables: ['decisions'], read: reasons },
  { tables: ['action_events', 'actions'], read: notes },
  { tables: ['minute_corrections', 'agenda_items'], read: corrections },
  { tables: ['minutes_versions'], read: earlierWords },
]

/** Reads a shelf; folding costs most of it, so what was folded before is not folded again. */
function read(shelf: Shelf, db: ReadHandle, old: readonly KeptText[]): KeptText[] {
  const before = new Map(old.map((text) => [text.text, text]))
  return shelf.read(db).map((row): KeptText => {
    const folded = before.get(row.text)?.folded ?? foldedText(row.text)
    return { ...row, folded, words: folded.split(' ').length - 1 }
  })
}

interface Held {
  seq: number
  texts: KeptText[][]
}

const held = new WeakMap<object, Held>()

/**
 * The texts that no index holds, kept in memory: at ten years of all bodies they are some fifty thousand short lines, which
 * are looked through faster than an index is asked. History says what has changed since they were read.
 */
export function keptTexts(db: ReadHandle): readonly (readonly KeptText[])[] {
  const known = held.get(db.connection)
  const { seq } = statement<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM history').get() ?? { seq: null }
  const now = seq ?? 0
  if (known?.seq === now) return known.texts
  const touched = new Set(known ? statement<{ name: string }>(db, 'SELECT DISTINCT table_name AS name FROM history WHERE seq > ?').all(known.seq).map(({ name }) => name) : [])
  const texts = SHELVES.map((shelf, at) => {
    const old = known?.texts[at]
    if (old && now > known.seq && !shelf.tables.some((table) => touched.has(table))) return old
    return read(shelf, db, old ?? [])
  })
  held.set(db.connection, { seq: now, texts })
  return texts
}

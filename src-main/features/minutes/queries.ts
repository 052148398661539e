import type { RichText } from '../../api/richtext.ts'
import { all, build, first, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { nextOrdinal } from '../../domain/numbering.ts'
import { cleanRichText, plainText } from '../../domain/rich-text.ts'

/** Keeps the minute of an item; its plain text is what search reads. */
export function saveMinute(db: WriteHandle, itemId: string, document: RichText): void {
  const clean = cleanRichText(document)
  const columns = { document: JSON.stringify(clean), text: plainText(clean), saved_at: db.at }
  const changed = run(db, build.updateTable('minutes').set(columns).where('item_id', '=', itemId))
  if (changed === 0) run(db, build.insertInto('minutes').values({ id: db.newId(), item_id: itemId, ...columns }))
}

export interface StoredDecision {
  id: string
  meetingId: string
  bodyCode: string
  year: number
  ordinal: number
}

export function findDecision(db: ReadHandle, id: string): StoredDecision | undefined {
  return first(
    db,
    build
      .selectFrom('decisions')
      .innerJoin('bodies', 'bodies.id', 'decisions.body_id')
      .select(['decisions.id', 'decisions.meeting_id as meetingId', 'bodies.code as bodyCode', 'decisions.year', 'decisions.ordinal'])
      .where('decisions.id', '=', id),
  )
}

export interface DecisionSeed {
  bodyId: string
  meetingId: string
  itemId: string
  /** The meeting's year, also when the decision is entered late. */
  year: number
  text: string
  reasons: string
}

/** Every number given in a body's year, those of deleted decisions too: papers may quote them, and an undo brings them back. */
function givenOrdinals(db: ReadHandle, { bodyId, year }: Pick<DecisionSeed, 'bodyId' | 'year'>): number[] {
  const rows = statement<{ ordinal: number }>(
    db,
    `SELECT ordinal FROM decisions WHERE body_id = :bodyId AND year = :year
     UNION SELECT before ->> '$.ordinal' FROM history WHERE table_name = 'decisions' AND action = 'delete'
       AND before ->> '$.body_id' = :bodyId AND before ->> '$.year' = :year`,
  ).all({ bodyId, year })
  return rows.map(({ ordinal }) => ordinal)
}

/** After a meeting has moved to another year: its decisions get the next numbers of that year, in their order. */
export function renumberDecisions(db: WriteHandle, meeting: { id: string; bodyId: string }, year: number): void {
  const moved = all(db, build.selectFrom('decisions').select('id').where('meeting_id', '=', meeting.id).where('year', '<>', year).orderBy('year').orderBy('ordinal'))
  for (const { id } of moved) {
    run(db, build.updateTable('decisions').set({ year, ordinal: nextOrdinal(givenOrdinals(db, { bodyId: meeting.bodyId, year })) }).where('id', '=', id))
  }
}

/** Writes a decision under the next number of its body and year. */
export function insertDecision(db: WriteHandle, seed: DecisionSeed): string {
  const id = db.newId()
  run(
    db,
    build.insertInto('decisions').values({
      id,
      body_id: seed.bodyId,
      meeting_id: seed.meetingId,
      item_id: seed.itemId,
      year: seed.year,
      ordinal: nextOrdinal(givenOrdinals(db, seed)),
      text: cleanText(seed.text).trim(),
      reasons: cleanText(seed.reasons).trim(),
    }),
  )
  return id
}

export function updateDecision(db: WriteHandle, id: string, words: { text: string; reasons: string }): void {
  run(db, build.updateTable('decisions').set({ text: cleanText(words.text).trim(), reasons: cleanText(words.reasons).trim() }).where('id', '=', id))
}

export function deleteDecision(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('decisions').where('id', '=', id))
}

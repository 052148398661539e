import type { CivilDate } from '../../api/base.ts'
import type { Action, ActionEventKind } from '../../api/meetings.ts'
import { all, build, first, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import type { ActionsTable } from '../../database/index.ts'
import type { ActionFact } from '../../domain/action-figures.ts'
import { actionOn, type ActionEventFact } from '../../domain/action-standing.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { actionNumber, nextOrdinal } from '../../domain/numbering.ts'

interface ActionOrigin extends Omit<ActionsTable, 'n' | 'visit_id' | 'school_id'> {
  bodyId: string
  bodyCode: string
  bodyName: string
  meetingDate: string
}

interface EventRow extends ActionEventFact {
  actionId: string
  note: string
  officer: string
}

/** Which actions: of one meeting, one body, or all. */
export interface ActionScope {
  meetingId?: string
  bodyId?: string
  id?: string
}

function origins(db: ReadHandle, scope: ActionScope): ActionOrigin[] {
  let query = build
    .selectFrom('actions')
    .innerJoin('meetings', 'meetings.id', 'actions.meeting_id')
    .innerJoin('bodies', 'bodies.id', 'meetings.body_id')
    .select([
      'actions.id',
      'actions.meeting_id',
      'actions.item_id',
      'actions.ordinal',
      'actions.text',
      'actions.not_before',
      'bodies.id as bodyId',
      'bodies.code as bodyCode',
      'bodies.name as bodyName',
      'meetings.date as meetingDate',
    ])
    .orderBy('meetings.date')
    .orderBy('bodies.code')
    .orderBy('actions.ordinal')
  if (scope.meetingId !== undefined) query = query.where('actions.meeting_id', '=', scope.meetingId)
  if (scope.bodyId !== undefined) query = query.where('meetings.body_id', '=', scope.bodyId)
  if (scope.id !== undefined) query = query.where('actions.id', '=', scope.id)
  return all(db, query)
}

/** The events of one action, in the order that they count. */
export function listEvents(db: ReadHandle, actionId?: string): EventRow[] {
  let query = build
    .selectFrom('action_events')
    .select(['id', 'action_id as actionId', 'kind', 'date', 'owner', 'due', 'note', 'officer', 'recorded_at as recordedAt'])
    .orderBy('date')
    .orderBy('recorded_at')
    .orderBy('id')
  if (actionId !== undefined) query = query.where('action_id', '=', actionId)
  return all(db, query)
}

/**
 * Actions as they stood on a day, folded from their events: an action opened later is left out. By due date, then
 * number.
 */
export function actionsOn(db: ReadHandle, day: CivilDate, scope: ActionScope = {}): Action[] {
  const rows = origins(db, scope)
  const events = new Map<string, EventRow[]>()
  const [only] = rows
  for (const event of listEvents(db, rows.length === 1 && only ? only.id : undefined)) {
    const of = events.get(event.actionId)
    if (of) of.push(event)
    else events.set(event.actionId, [event])
  }
  return rows
    .flatMap((row): Action[] => {
      const standing = actionOn(events.get(row.id) ?? [], day)
      if (!standing) return []
      return [
        {
          ...standing,
          id: row.id,
          number: actionNumber(row.bodyCode, row.meetingDate, row.ordinal),
          text: row.text,
          notBefore: row.not_before,
          bodyCode: row.bodyCode,
          bodyName: row.bodyName,
          meetingId: row.meeting_id,
          meetingDate: row.meetingDate,
          itemId: row.item_id,
        },
      ]
    })
    .sort((a, b) => (a.due === b.due ? a.number.localeCompare(b.number, 'en-GB', { numeric: true }) : a.due < b.due ? -1 : 1))
}

/** Every action with its story, as the figures count them, and what it is called. */
export function actionFacts(db: ReadHandle): (ActionFact & Pick<Action, 'number' | 'text' | 'bodyName'>)[] {
  const events = Map.groupBy(listEvents(db), ({ actionId }) => actionId)
  return origins(db, {}).map(({ id, bodyId, bodyCode, bodyName, meetingDate, ordinal, text }) => ({
    id,
    bodyId,
    bodyName,
    number: actionNumber(bodyCode, meetingDate, ordinal),
    text,
    events: events.get(id) ?? [],
  }))
}

export function itemTitle(db: ReadHandle, itemId: string | null): string {
  if (itemId === null) return ''
  return first(db, build.selectFrom('agenda_items').select('title').where('id', '=', itemId))?.title ?? ''
}

/** Owners by how many actions they have had. */
export function listOwners(db: ReadHandle): string[] {
  return statement<{ owner: string }>(db, 'SELECT owner FROM action_events WHERE owner IS NOT NULL GROUP BY owner ORDER BY count(*) DESC, owner LIMIT 100')
    .all()
    .map((row) => row.owner)
}

export interface ActionSeed {
  meetingId: string
  itemId: string | null
  text: string
  owner: string
  due: CivilDate
  notBefore: CivilDate | null
  openedOn: CivilDate
}

/**
 * Every number given in a body's meetings of a day, for two of them on one day share the beginning of their numbers; those
 * of deleted actions too: papers may quote them, and an undo brings them back.
 */
function givenOrdinals(db: ReadHandle, meetingId: string): number[] {
  const rows = statement<{ ordinal: number }>(
    db,
    `WITH day AS (SELECT same.id FROM meetings m JOIN meetings same ON same.body_id = m.body_id AND same.date = m.date WHERE m.id = :meetingId)
     SELECT ordinal FROM actions WHERE meeting_id IN (SELECT id FROM day)
     UNION SELECT before ->> '$.ordinal' FROM history WHERE table_name = 'actions' AND action = 'delete' AND before ->> '$.meeting_id' IN (SELECT id FROM day)`,
  ).all({ meetingId })
  return rows.map(({ ordinal }) => ordinal)
}

/** After a meeting has moved to a day of another meeting of its body: actions whose numbers that one has get the next ones. */
export function renumberActions(db: WriteHandle, meetingId: string): void {
  const taken = statement<{ id: string }>(
    db,
    `SELECT a.id FROM actions a JOIN meetings m ON m.id = a.meeting_id WHERE m.id = :meetingId AND EXISTS (
       SELECT 1 FROM actions b JOIN meetings o ON o.id = b.meeting_id WHERE o.body_id = m.body_id AND o.date = m.date AND o.id <> m.id AND b.ordinal = a.ordinal)
     ORDER BY a.ordinal`,
  ).all({ meetingId })
  for (const { id } of taken) run(db, build.updateTable('actions').set({ ordinal: nextOrdinal(givenOrdinals(db, meetingId)) }).where('id', '=', id))
}

/** Writes an action and its first event; answers its id and its number within the meeting. */
export function insertAction(db: WriteHandle, seed: ActionSeed): { id: string; ordinal: number } {
  const id = db.newId()
  const ordinal = nextOrdinal(givenOrdinals(db, seed.meetingId))
  run(db, build.insertInto('actions').values({ id, meeting_id: seed.meetingId, item_id: seed.itemId, ordinal, text: cleanText(seed.text).trim(), not_before: seed.notBefore }))
  insertEvent(db, { actionId: id, kind: 'opened', date: seed.openedOn, owner: seed.owner, due: seed.due, note: '' })
  return { id, ordinal }
}

export interface EventSeed {
  actionId: string
  kind: ActionEventKind
  date: CivilDate
  owner: string | null
  due: CivilDate | null
  note: string
}

export function insertEvent(db: WriteHandle, event: EventSeed): void {
  run(
    db,
    build.insertInto('action_events').values({
      id: db.newId(),
      action_id: event.actionId,
      kind: event.kind,
      date: event.date,
      owner: event.owner === null ? null : cleanText(event.owner).trim(),
      due: event.due,
      note: cleanText(event.note).trim(),
      officer: db.officer,
      recorded_at: db.at,
    }),
  )
}

export function updateActionText(db: WriteHandle, id: string, text: string): void {
  run(db, build.updateTable('actions').set({ text: cleanText(text).trim() }).where('id', '=', id))
}

export function deleteAction(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('action_events').where('action_id', '=', id))
  run(db, build.deleteFrom('actions').where('id', '=', id))
}

/** Ids of actions whose text has the words, by FTS5. */
export function searchActions(db: ReadHandle, match: string): Set<string> {
  const rows = statement<{ id: string }>(db, 'SELECT actions.id FROM action_search JOIN actions ON actions.n = action_search.rowid WHERE action_search MATCH ?').all(match)
  return new Set(rows.map((row) => row.id))
}

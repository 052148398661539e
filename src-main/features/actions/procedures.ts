import type { Action, ActionEventKind } from '../../api/meetings.ts'
import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle } from '../../database/index.ts'
import { countsIn, type ActionQuestion } from '../../domain/action-figures.ts'
import { isLive, moveAction, type ActionMove } from '../../domain/action-state.ts'
import { formatDate } from '../../domain/date-words.ts'
import { refuse, Refusal } from '../../domain/refusal.ts'
import { matchQuery } from '../../domain/search-words.ts'
import { answer } from '../answer.ts'
import { findItem } from '../meetings/item-queries.ts'
import { findMeeting } from '../meetings/queries.ts'
import { mustNotBeAgreed } from '../minutes/frozen-queries.ts'
import { readSettings } from '../settings/queries.ts'
import {
  actionsOn,
  deleteAction,
  insertAction,
  insertEvent,
  itemTitle,
  listEvents,
  listOwners,
  searchActions,
  updateActionText,
  type EventSeed,
} from './queries.ts'

/** Due soon: in the seven days from the day asked about. */
const SOON = 7

const VIEWS: Record<'all' | 'live' | 'overdue' | 'dueSoon' | 'done' | 'closed', (action: Action, period: ActionQuestion) => boolean> = {
  all: () => true,
  live: (action) => isLive(action.state),
  overdue: (action) => action.overdue,
  dueSoon: (action) => isLive(action.state) && action.daysLeft >= 0 && action.daysLeft <= SOON,
  done: (action, period) => countsIn('done', action, period),
  closed: (action) => !isLive(action.state),
}

function actionAt(db: ReadHandle, id: string, day: CivilDate): Action {
  const [found] = actionsOn(db, day, { id })
  return found ?? refuse('no-such-action', 'That action is not there on this day. It may have been deleted or undone since this page was opened.')
}

/** The action whatever its date: officers backfill, so an event may lie after today. */
function actionEver(db: ReadHandle, id: string): Action {
  return actionAt(db, id, '9999-12-31')
}

const PAST: Record<ActionMove, string> = {
  started: 'started',
  progress: 'given a progress note',
  extended: 'extended',
  transferred: 'transferred',
  done: 'recorded as done',
  confirmed: 'confirmed',
  superseded: 'superseded',
  cancelled: 'cancelled',
  reopened: 'reopened',
}

interface Move {
  kind: Exclude<ActionEventKind, 'opened'>
  note: string
  due?: CivilDate | undefined
  owner?: string | undefined
}

/** What each move must bring along (DOMAIN.md, "Lifecycles": extended has a new date and a reason, and so on). */
function checkMove(action: Action, move: Move): void {
  moveAction(action.state, move.kind)
  if (move.kind === 'extended') {
    if (move.due === undefined) refuse('no-new-date', 'Give the new due date to extend the action.')
    if (move.due <= action.due) refuse('not-later', `The action is due on ${formatDate(action.due)}. Give a later date to extend it.`)
  }
  if (move.kind === 'transferred' && move.owner === undefined) refuse('no-new-owner', 'Name the new owner to transfer the action.')
  const needsReason: readonly string[] = ['extended', 'cancelled', 'superseded', 'progress']
  if (needsReason.includes(move.kind) && move.note === '') {
    refuse('no-reason', move.kind === 'progress' ? 'Write what has happened to add a progress note.' : `Give the reason why the action is ${PAST[move.kind]}.`)
  }
}

function eventOf(actionId: string, date: CivilDate, move: Move): EventSeed {
  return {
    actionId,
    kind: move.kind,
    date,
    owner: move.kind === 'transferred' ? (move.owner ?? null) : null,
    due: move.kind === 'extended' ? (move.due ?? null) : null,
    note: move.note,
  }
}

/** For each action whether it could make a move on a day: the reason why not, or null. */
function movesOf(db: ReadHandle, ids: readonly string[], date: CivilDate, move: Move): { id: string; number: string; reason: string | null }[] {
  const byId = (day: CivilDate) => new Map(actionsOn(db, day).map((action) => [action.id, action]))
  const onDay = byId(date)
  // Asked once for all of them: the log may be long, and so may the selection.
  const ever = ids.every((id) => onDay.has(id)) ? onDay : byId('9999-12-31')
  return [...new Set(ids)].map((id) => {
    const action = onDay.get(id)
    const { number } = action ?? ever.get(id) ?? actionEver(db, id)
    if (!action) return { id, number, reason: `It is not in the log yet on ${formatDate(date)}.` }
    return { id, number, reason: refusalOf(() => checkMove(action, move)) }
  })
}

function refusalOf(check: () => void): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

export const actions = {
  list: answer.actions.list.handler(({ context, input }) => {
    const db = context.workspace.read
    const asAt = input.asAt ?? context.today
    const scoped = actionsOn(db, asAt, input.bodyId === undefined ? {} : { bodyId: input.bodyId }).filter(
      (action) => input.owner === undefined || action.owner === input.owner,
    )
    const match = input.search === undefined ? null : matchQuery(input.search)
    const found = match === null ? null : searchActions(db, match)
    const sought = input.search?.trim().toLowerCase() ?? ''
    const rows = scoped.filter((action) => found === null || found.has(action.id) || action.number.toLowerCase().includes(sought))
    const from = input.from ?? readSettings(db).contractStart
    const of = (view: keyof typeof VIEWS) => rows.filter((action) => VIEWS[view](action, { asAt, from }))
    return {
      asAt,
      from,
      counts: { all: rows.length, live: of('live').length, overdue: of('overdue').length, dueSoon: of('dueSoon').length, done: of('done').length, closed: of('closed').length },
      rows: of(input.view),
    }
  }),

  get: answer.actions.get.handler(({ context, input }) => {
    const db = context.workspace.read
    const [today] = actionsOn(db, context.today, { id: input.id })
    const action = today ?? actionEver(db, input.id)
    const events = listEvents(db, input.id).map(({ id, kind, date, owner, due, note, officer }) => ({ id, kind, date, owner, due, note, officer }))
    return { ...action, events, itemTitle: itemTitle(db, action.itemId) }
  }),

  owners: answer.actions.owners.handler(({ context }) => listOwners(context.workspace.read)),

  record: answer.actions.record.handler(({ context: { workspace, today }, input }) => {
    const meeting = findMeeting(workspace.read, input.meetingId)
    if (!meeting) refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened.')
    if (input.itemId !== null && findItem(workspace.read, input.itemId)?.meetingId !== meeting.id) {
      refuse('no-such-item', 'The agenda item of this action is not in that meeting. It may have been removed since this page was opened. Choose the item again.')
    }
    mustNotBeAgreed(workspace.read, meeting.id)
    const sentence = `Action for ${input.owner} recorded, due ${formatDate(input.due)}`
    // Recorded ahead of its meeting it stands in the log from today: an action that nobody sees until then is not done.
    const openedOn = meeting.date < today ? meeting.date : today
    const { transactionId, result } = workspace.change(sentence, (db) => insertAction(db, { ...input, openedOn }))
    return { transactionId, sentence, id: result.id, number: actionEver(workspace.read, result.id).number }
  }),

  edit: answer.actions.edit.handler(({ context: { workspace }, input }) => {
    const action = actionEver(workspace.read, input.id)
    mustNotBeAgreed(workspace.read, action.meetingId)
    const sentence = `Action ${action.number} reworded`
    const { transactionId } = workspace.change(sentence, (db) => updateActionText(db, input.id, input.text))
    return { transactionId, sentence, id: input.id }
  }),

  move: answer.actions.move.handler(({ context: { workspace }, input: { id, date, ...move } }) => {
    const action = actionAt(workspace.read, id, date)
    checkMove(action, move)
    const sentence = `Action ${action.number} ${PAST[move.kind]}`
    const { transactionId } = workspace.change(sentence, (db) => insertEvent(db, eventOf(id, date, move)))
    return { transactionId, sentence, id }
  }),

  checkMoves: answer.actions.checkMoves.handler(({ context: { workspace }, input: { ids, date, ...move } }) => {
    const outcomes = movesOf(workspace.read, ids, date, move)
    return {
      possible: outcomes.filter(({ reason }) => reason === null).map(({ id }) => id),
      refused: outcomes.flatMap(({ reason, ...action }) => (reason === null ? [] : [{ ...action, reason }])),
    }
  }),

  moveMany: answer.actions.moveMany.handler(({ context: { workspace }, input: { ids, date, ...move } }) => {
    const outcomes = movesOf(workspace.read, ids, date, move)
    const [first] = outcomes.filter(({ reason }) => reason !== null)
    if (first) refuse('some-cannot', `Nothing was changed, because action ${first.number} cannot make this move: ${first.reason ?? ''}`)
    const [only] = outcomes
    const sentence = outcomes.length === 1 && only ? `Action ${only.number} ${PAST[move.kind]}` : `${outcomes.length} actions ${PAST[move.kind]}`
    const { transactionId } = workspace.change(sentence, (db) => outcomes.forEach(({ id }) => insertEvent(db, eventOf(id, date, move))))
    return { transactionId, sentence }
  }),

  delete: answer.actions.delete.handler(({ context: { workspace }, input }) => {
    const action = actionEver(workspace.read, input.id)
    mustNotBeAgreed(workspace.read, action.meetingId)
    const sentence = `Action ${action.number} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteAction(db, input.id))
    return { transactionId, sentence }
  }),
}

import type { Meeting } from '../../api/meetings.ts'
import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { partsOf } from '../../domain/dates.ts'
import { isLive } from '../../domain/action-state.ts'
import { moveMeeting } from '../../domain/meeting-state.ts'
import { refuse } from '../../domain/refusal.ts'
import { actionsOn, renumberActions } from '../actions/queries.ts'
import { answer } from '../answer.ts'
import { listBodies } from '../bodies/queries.ts'
import { mayMoveTo, mustNotBeAgreed } from '../minutes/frozen-queries.ts'
import { renumberDecisions } from '../minutes/queries.ts'
import { items } from './item-procedures.ts'
import {
  deleteAttendee,
  deleteMeeting,
  findAttendee,
  findMeeting,
  insertAttendee,
  insertMeeting,
  listAttendees,
  listDecisions,
  listItems,
  listMeetings,
  previousMeeting,
  updateMeeting,
  updateMeetingState,
  updatePresence,
  type StoredMeeting,
} from './queries.ts'
import { listChecklist, setAttended } from './school-queries.ts'

function meetingAt(db: ReadHandle, id: string): StoredMeeting {
  return findMeeting(db, id) ?? refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened.')
}

function nameOf(meeting: { bodyName: string; date: CivilDate }): string {
  return `${meeting.bodyName} of ${formatDate(meeting.date)}`
}

/** A meeting with all that its page shows. Actions stand as today, or as on the meeting's day where that is still to come. */
function wholeMeeting(db: ReadHandle, id: string, today: CivilDate): Meeting {
  const { district, ...meeting } = meetingAt(db, id)
  const day = meeting.date > today ? meeting.date : today
  return {
    ...meeting,
    attendance: listAttendees(db, id),
    agenda: listItems(db, id),
    decisionList: listDecisions(db, { ...meeting, district }),
    actionList: actionsOn(db, day, { meetingId: id }).sort((a, b) => a.number.localeCompare(b.number, 'en-GB', { numeric: true })),
    mattersArising: actionsOn(db, today, { bodyId: meeting.bodyId }).filter((action) => action.meetingDate < meeting.date && isLive(action.state)),
    previous: previousMeeting(db, { ...meeting, district }),
    schools: meeting.bodyKind === 'districtStrategyGroup' ? listChecklist(db, { meetingId: id, bodyId: meeting.bodyId, district, day: meeting.date }) : [],
  }
}

const STATE_WORDS = {
  planned: 'planned',
  agendaIssued: 'agenda issued',
  held: 'held',
  cancelled: 'cancelled',
  inquorate: 'inquorate',
  adjourned: 'adjourned',
} as const

export const meetings = {
  list: answer.meetings.list.handler(({ context, input }) => listMeetings(context.workspace.read, input).map(({ district: _, ...row }) => row)),
  get: answer.meetings.get.handler(({ context, input }) => wholeMeeting(context.workspace.read, input.id, context.today)),

  create: answer.meetings.create.handler(({ context: { workspace }, input }) => {
    const body = listBodies(workspace.read).find(({ id }) => id === input.bodyId)
    if (!body) refuse('no-such-body', 'That body is not in this workspace. Choose one from the list.')
    const sentence = `Meeting of the ${nameOf({ bodyName: body.name, date: input.date })} planned`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertMeeting(db, input))
    return { transactionId, sentence, id }
  }),

  edit: answer.meetings.edit.handler(({ context: { workspace }, input: { id, ...entry } }) => {
    const meeting = meetingAt(workspace.read, id)
    mustNotBeAgreed(workspace.read, id)
    mayMoveTo(workspace.read, meeting, entry.date)
    const sentence = `Meeting of the ${nameOf({ ...meeting, date: entry.date })} changed`
    const { transactionId } = workspace.change(sentence, (db) => {
      updateMeeting(db, id, entry)
      renumberActions(db, id)
      renumberDecisions(db, meeting, partsOf(entry.date).year)
    })
    return { transactionId, sentence, id }
  }),

  move: answer.meetings.move.handler(({ context: { workspace }, input: { id, to } }) => {
    const meeting = meetingAt(workspace.read, id)
    const state = moveMeeting(meeting.state, to)
    const sentence = `Meeting of the ${nameOf(meeting)} is now ${STATE_WORDS[state]}`
    const { transactionId } = workspace.change(sentence, (db) => updateMeetingState(db, id, state))
    return { transactionId, sentence, id }
  }),

  delete: answer.meetings.delete.handler(({ context: { workspace }, input }) => {
    const meeting = meetingAt(workspace.read, input.id)
    if (meeting.decisions + meeting.actions > 0) {
      refuse('meeting-has-records', `The meeting of the ${nameOf(meeting)} has decisions or actions. Cancel the meeting instead, or delete those first.`)
    }
    const sentence = `Meeting of the ${nameOf(meeting)} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteMeeting(db, input.id))
    return { transactionId, sentence }
  }),

  setPresence: answer.meetings.setPresence.handler(({ context: { workspace }, input }) => {
    const attendee = findAttendee(workspace.read, input.attendeeId) ?? refuse('no-such-attendee', 'That person is no longer on the list of this meeting.')
    mustNotBeAgreed(workspace.read, attendee.meetingId)
    const sentence = `Attendance of ${attendee.role} recorded`
    const { transactionId } = workspace.change(sentence, (db) => updatePresence(db, attendee.id, input.presence))
    return { transactionId, sentence }
  }),

  addAttendee: answer.meetings.addAttendee.handler(({ context: { workspace }, input }) => {
    meetingAt(workspace.read, input.meetingId)
    mustNotBeAgreed(workspace.read, input.meetingId)
    const sentence = `${input.role} added to the meeting`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertAttendee(db, input))
    return { transactionId, sentence, id }
  }),

  removeAttendee: answer.meetings.removeAttendee.handler(({ context: { workspace }, input }) => {
    const attendee = findAttendee(workspace.read, input.attendeeId) ?? refuse('no-such-attendee', 'That person is no longer on the list of this meeting.')
    mustNotBeAgreed(workspace.read, attendee.meetingId)
    const sentence = `${attendee.role} taken off the meeting`
    const { transactionId } = workspace.change(sentence, (db) => deleteAttendee(db, attendee.id))
    return { transactionId, sentence }
  }),

  ...items,

  setSchoolAttendance: answer.meetings.setSchoolAttendance.handler(({ context: { workspace }, input }) => {
    const meeting = meetingAt(workspace.read, input.meetingId)
    if (meeting.bodyKind !== 'districtStrategyGroup') {
      refuse('not-a-dsg', 'Schools are ticked at District Strategy Group meetings only. Record who attended this meeting in its attendance list.')
    }
    const sentence = `Attendance at ${nameOf(meeting)} recorded`
    const { transactionId } = workspace.change(sentence, (db) => {
      for (const { urn, attended } of input.attendance) {
        if (!setAttended(db, meeting.id, urn, attended)) refuse('no-such-school', `There is no school with URN ${urn} in the register. Nothing was recorded.`)
      }
    })
    return { transactionId, sentence }
  }),
}

import type { ConfirmedMinutes } from '../../api/past-meetings.ts'
import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { daysBetween, partsOf } from '../../domain/dates.ts'
import { refuse } from '../../domain/refusal.ts'
import { isBlank } from '../../domain/rich-text.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { readMinutesFile } from '../../imports/minutes-file.ts'
import { insertAction } from '../actions/queries.ts'
import { answer } from '../answer.ts'
import { listBodies } from '../bodies/queries.ts'
import { findMeeting } from '../meetings/queries.ts'
import { mayMoveTo } from '../minutes/frozen-queries.ts'
import { insertDecision, saveMinute } from '../minutes/queries.ts'
import {
  agendaOf, insertPastAttendee, insertPastItem, insertPastMeeting, insertSourceFile, meetingsWithoutMinutes, placeItem, sourceFileOf, sourceOf, updatePastItem, updatePastMeeting,
} from './queries.ts'

const MEDIA = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file on the disk may be gone or changed since it was chosen. */
async function bytesOf(file: File): Promise<Buffer> {
  try {
    return Buffer.from(await file.arrayBuffer())
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotReadableError')) throw error
    return refuse('file-not-readable', 'This file was changed or was moved while it was being read, or may not be read. Nothing was changed. Close it in other programs, and choose it again.')
  }
}

/** The meeting into which the file is read: it must still be there, and nothing may be minuted in it. */
function mustBeFree(db: ReadHandle, id: string, { bodyId, date }: ConfirmedMinutes): void {
  const meeting = findMeeting(db, id) ?? refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened. Choose another, or enter the file as a new meeting.')
  if (meeting.bodyId !== bodyId) refuse('other-body', `That is a meeting of the ${meeting.bodyName}. Choose a meeting of the body of these minutes.`)
  if (meetingsWithoutMinutes(db, bodyId).every((free) => free.id !== id)) {
    refuse('has-minutes', `The meeting of the ${meeting.bodyName} of ${formatDate(meeting.date)} has minutes, decisions or actions already. Nothing was changed. Enter the file as a new meeting, or choose one without minutes.`)
  }
  mayMoveTo(db, meeting, date)
}

function keep(db: WriteHandle, minutes: ConfirmedMinutes, file: { name: string; bytes: Buffer }): string {
  const fileId = insertSourceFile(db, { name: cleanText(file.name).trim() || 'Minutes.docx', media: MEDIA, bytes: file.bytes })
  const id = minutes.meetingId ?? insertPastMeeting(db, minutes, fileId)
  if (minutes.meetingId !== null) updatePastMeeting(db, id, minutes, fileId)
  for (const person of minutes.attendance) insertPastAttendee(db, id, person)
  const agenda = agendaOf(db, id)
  const used = new Set<string>()
  for (const [at, item] of minutes.items.entries()) {
    const same = agenda.find(({ id: own, title }) => !used.has(own) && title.trim().toLowerCase() === item.title.trim().toLowerCase())
    if (same) updatePastItem(db, same.id, at + 1, item)
    const itemId = same?.id ?? insertPastItem(db, id, at + 1, item)
    used.add(itemId)
    if (!isBlank(item.document)) saveMinute(db, itemId, item.document)
    for (const decision of item.decisions) insertDecision(db, { ...decision, bodyId: minutes.bodyId, meetingId: id, itemId, year: partsOf(minutes.date).year })
    for (const action of item.actions) insertAction(db, { ...action, meetingId: id, itemId, notBefore: null, openedOn: minutes.date })
  }
  for (const action of minutes.otherActions) insertAction(db, { ...action, meetingId: id, itemId: null, notBefore: null, openedOn: minutes.date })
  // What was on the agenda and is not in the file stands after what is.
  const left = agenda.filter((item) => !used.has(item.id))
  for (const [at, item] of left.entries()) placeItem(db, item.id, minutes.items.length + at + 1)
  return id
}

export const pastMeetings = {
  read: answer.pastMeetings.read.handler(async ({ context, input }) => {
    const bodies = listBodies(context.workspace.read).map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] }))
    return readMinutesFile(await bytesOf(input.file), bodies)
  }),

  places: answer.pastMeetings.places.handler(({ context, input: { bodyId, date } }) => {
    const free = meetingsWithoutMinutes(context.workspace.read, bodyId).filter((meeting) => meeting.date <= context.today)
    return date === null ? free : free.sort((a, b) => Math.abs(daysBetween(a.date, date)) - Math.abs(daysBetween(b.date, date)))
  }),

  enter: answer.pastMeetings.enter.handler(async ({ context: { workspace, today }, input: { file, minutes } }) => {
    const bytes = await bytesOf(file)
    // What is kept as the origin of minutes must be a document from which they can have been read.
    await readMinutesFile(bytes, [])
    const body = listBodies(workspace.read).find(({ id }) => id === minutes.bodyId) ?? refuse('no-such-body', 'That body is not in this workspace. Choose one from the list.')
    if (minutes.date > today) refuse('not-past', `${formatDate(minutes.date)} is still to come, and these are the minutes of a meeting that was held. Nothing was changed. Put the date right.`)
    if (minutes.meetingId !== null) mustBeFree(workspace.read, minutes.meetingId, minutes)
    const sentence = `Meeting of the ${body.name} of ${formatDate(minutes.date)} entered from “${cleanText(file.name)}”`
    const { transactionId, result: id } = workspace.change(sentence, (db) => keep(db, minutes, { name: file.name, bytes }))
    return { transactionId, sentence, id }
  }),

  source: answer.pastMeetings.source.handler(({ context, input }) => sourceOf(context.workspace.read, input.meetingId) ?? null),

  sourceFile: answer.pastMeetings.sourceFile.handler(({ context, input }) => {
    const kept = sourceFileOf(context.workspace.read, input.meetingId)
    if (!kept) refuse('no-source', 'The minutes of this meeting were not read from a file, so there is none to save.')
    return new File([new Uint8Array(kept.bytes)], kept.name, { type: kept.media })
  }),
}

import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { isAgreed, moveMinutes } from '../../domain/minutes-state.ts'
import { refuse } from '../../domain/refusal.ts'
import { isBlank } from '../../domain/rich-text.ts'
import { WORD_MEDIA } from '../../papers/pack.ts'
import { answer } from '../answer.ts'
import { findItem } from '../meetings/item-queries.ts'
import { findMeeting, listItems, type StoredMeeting } from '../meetings/queries.ts'
import { compareMinutes } from './compare.ts'
import { contentOf, minutesWord } from './content.ts'
import { hindrancesOf } from './hindrances.ts'
import { laterMeetings } from './later-queries.ts'
import { saveMinute } from './queries.ts'
import {
  findVersion,
  insertCorrection,
  insertMinutesEvent,
  insertVersion,
  listCorrections,
  listMinutesEvents,
  listVersions,
  minutesStateOf,
  versionFile,
  type FrozenVersion,
} from './version-queries.ts'

function meetingAt(db: ReadHandle, id: string): StoredMeeting {
  return findMeeting(db, id) ?? refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened.')
}

function versionAt(db: ReadHandle, meetingId: string, id: string): FrozenVersion {
  return findVersion(db, meetingId, id) ?? refuse('no-such-version', 'That version of the minutes is not there. Open the meeting again and choose one from its list.')
}

function nameOf(meeting: StoredMeeting): string {
  return `minutes of the ${meeting.bodyName} of ${formatDate(meeting.date)}`
}

/** Files take a moment to make; what they say must still be so when they are kept. */
async function unchangedMeanwhile<T>(workspace: { stamp(): string }, make: () => Promise<T>): Promise<T> {
  const stamp = workspace.stamp()
  const made = await make()
  if (workspace.stamp() !== stamp) refuse('changed-meanwhile', 'Something was changed while the minutes were being made. Nothing was kept. Look at the minutes again, then repeat this.')
  return made
}

/** The full file, and where something is exempt the public one beside it. */
async function bothFiles(db: ReadHandle, content: ReturnType<typeof contentOf>, standing: Parameters<typeof minutesWord>[2], createdOn: CivilDate) {
  const full = await minutesWord(db, content, standing, 'full', createdOn)
  const open = content.items.some(({ paragraph }) => paragraph !== null) ? await minutesWord(db, content, standing, 'public', createdOn) : null
  return { full, open }
}

function sameWords(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The words of corrections may speak of an exempt item, and the later minute is public: then it says only that there were some. */
function usualSentence(meeting: StoredMeeting, corrections: string, hasExempt: boolean): string {
  const agreed = `The minutes of the meeting held on ${formatDate(meeting.date)} were agreed as a correct record`
  if (corrections === '') return `${agreed}.`
  return hasExempt ? `${agreed}, with corrections.` : `${agreed}, with these corrections: ${corrections}`
}

/** Writes the usual sentence under the item that agreed the minutes, where nobody has written there and it may still be written. */
function writeUsualMinute(db: WriteHandle, at: { meetingId: string; itemId: string }, sentence: string): void {
  const item = listItems(db, at.meetingId).find(({ id }) => id === at.itemId)
  if (!item || !isBlank(item.document) || isAgreed(minutesStateOf(db, at.meetingId))) return
  saveMinute(db, at.itemId, { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: sentence }] }] })
}

/** What becomes of a meeting's minutes, a part of `minutes`. */
export const lifecycle = {
  story: answer.minutes.story.handler(({ context, input }) => {
    const db = context.workspace.read
    const meeting = meetingAt(db, input.meetingId)
    const versions = listVersions(db, meeting.id)
    const latest = versions.at(-1)
    const content = contentOf(db, meeting)
    return {
      state: minutesStateOf(db, meeting.id),
      versions,
      events: listMinutesEvents(db, meeting.id),
      changedSince: latest !== undefined && !sameWords(versionAt(db, meeting.id, latest.id).content, content),
      hindrances: hindrancesOf(meeting, content),
      laterMeetings: laterMeetings(db, meeting),
      corrections: listCorrections(db, meeting.id),
    }
  }),

  circulate: answer.minutes.circulate.handler(async ({ context: { workspace }, input }) => {
    const meeting = meetingAt(workspace.read, input.meetingId)
    moveMinutes(minutesStateOf(workspace.read, meeting.id), 'circulated')
    const content = contentOf(workspace.read, meeting)
    const [hindrance] = hindrancesOf(meeting, content)
    if (hindrance !== undefined) refuse('minutes-unfinished', hindrance)
    const number = (listVersions(workspace.read, meeting.id).at(-1)?.number ?? 0) + 1
    const files = await unchangedMeanwhile(workspace, () => bothFiles(workspace.read, content, { kind: 'draft', version: number }, input.date))
    const sentence = `Version ${number} of the ${nameOf(meeting)} circulated`
    const { transactionId, result } = workspace.change(
      sentence,
      (db) => {
        const version = insertVersion(db, { meetingId: meeting.id, kind: 'circulated', number, madeOn: input.date, content, ...files })
        insertMinutesEvent(db, { meetingId: meeting.id, kind: 'circulated', date: input.date, versionId: version.id })
        return version
      },
      { final: true },
    )
    return { transactionId, sentence, id: result.id, number, sha256: result.sha256 }
  }),

  logComment: answer.minutes.logComment.handler(({ context: { workspace }, input: { meetingId, ...comment } }) => {
    const meeting = meetingAt(workspace.read, meetingId)
    moveMinutes(minutesStateOf(workspace.read, meeting.id), 'comment')
    const versionId = listVersions(workspace.read, meeting.id).at(-1)?.id
    const sentence = `Comment of ${comment.byWhom} on the ${nameOf(meeting)} recorded`
    const { transactionId } = workspace.change(sentence, (db) => insertMinutesEvent(db, { meetingId, kind: 'comment', ...comment, ...(versionId !== undefined && { versionId }) }))
    return { transactionId, sentence }
  }),

  agree: answer.minutes.agree.handler(async ({ context: { workspace }, input: { meetingId, atMeetingId, atItemId, corrections } }) => {
    const db = workspace.read
    const meeting = meetingAt(db, meetingId)
    const kind = corrections === '' ? 'agreed' : 'agreedWithCorrections'
    moveMinutes(minutesStateOf(db, meeting.id), kind)
    const at = meetingAt(db, atMeetingId)
    if (at.bodyId !== meeting.bodyId || at.date < meeting.date || at.id === meeting.id) {
      refuse('not-a-later-meeting', `Minutes are agreed at a later meeting of the same body. Choose a meeting of the ${meeting.bodyName} after ${formatDate(meeting.date)}.`)
    }
    if (at.state === 'cancelled') refuse('meeting-cancelled', `The meeting of ${formatDate(at.date)} was cancelled, so it agreed nothing. Choose the meeting that did.`)
    if (findItem(db, atItemId)?.meetingId !== at.id) refuse('no-such-item', `That item is not on the agenda of ${formatDate(at.date)}. Choose the item by which the minutes were agreed.`)
    const content = contentOf(db, meeting)
    const latest = listVersions(db, meeting.id).at(-1)
    if (kind === 'agreed' && latest && !sameWords(versionAt(db, meeting.id, latest.id).content, content)) {
      refuse('changed-since-circulated', `The minutes were changed after version ${latest.number} was circulated. Circulate them again, or record them as agreed with corrections and say which.`)
    }
    const [hindrance] = hindrancesOf(meeting, content)
    if (hindrance !== undefined) refuse('minutes-unfinished', hindrance)
    const number = (latest?.number ?? 0) + 1
    const files = await unchangedMeanwhile(workspace, () => bothFiles(db, content, { kind: 'agreed', on: at.date, corrections }, at.date))
    const sentence = `The ${nameOf(meeting)} recorded as ${kind === 'agreed' ? 'agreed' : 'agreed with corrections'} on ${formatDate(at.date)}`
    const { transactionId, result } = workspace.change(sentence, (write) => {
      const version = insertVersion(write, { meetingId, kind: 'agreed', number, madeOn: at.date, content, ...files })
      insertMinutesEvent(write, { meetingId, kind, date: at.date, versionId: version.id, atMeetingId, atItemId, note: corrections })
      writeUsualMinute(write, { meetingId: at.id, itemId: atItemId }, usualSentence(meeting, corrections, files.open !== null))
      return version
    })
    return { transactionId, sentence, id: result.id, number, sha256: result.sha256 }
  }),

  sign: answer.minutes.sign.handler(({ context: { workspace }, input: { meetingId, ...signature } }) => {
    const meeting = meetingAt(workspace.read, meetingId)
    moveMinutes(minutesStateOf(workspace.read, meeting.id), 'signed')
    const sentence = `The ${nameOf(meeting)} signed by ${signature.byWhom}`
    const { transactionId } = workspace.change(sentence, (db) => insertMinutesEvent(db, { meetingId, kind: 'signed', ...signature }))
    return { transactionId, sentence }
  }),

  correct: answer.minutes.correct.handler(({ context: { workspace }, input }) => {
    const db = workspace.read
    const [item, atItem] = [findItem(db, input.itemId), findItem(db, input.atItemId)]
    if (!item || !atItem) refuse('no-such-item', 'That agenda item is no longer there. It may have been removed or undone since this page was opened.')
    const [meeting, at] = [meetingAt(db, item.meetingId), meetingAt(db, atItem.meetingId)]
    if (!isAgreed(minutesStateOf(db, meeting.id))) refuse('not-agreed-yet', 'These minutes are not agreed yet, so they can still be changed themselves. Change their words instead.')
    if (at.bodyId !== meeting.bodyId || at.date <= meeting.date) refuse('not-a-later-meeting', `A correction is a minute of a later meeting of the ${meeting.bodyName}. Choose one after ${formatDate(meeting.date)}.`)
    if (isAgreed(minutesStateOf(db, at.id))) refuse('minutes-agreed', `The minutes of ${formatDate(at.date)} are agreed themselves and take no more minutes. Choose a later meeting.`)
    const sentence = `Correction of the ${nameOf(meeting)} recorded`
    const { transactionId, result: id } = workspace.change(sentence, (write) => insertCorrection(write, input))
    return { transactionId, sentence, id }
  }),

  word: answer.minutes.word.handler(async ({ context, input }) => {
    const db = context.workspace.read
    const meeting = meetingAt(db, input.meetingId)
    if (input.versionId === undefined) {
      if (isAgreed(minutesStateOf(db, meeting.id))) refuse('minutes-agreed', 'These minutes are agreed. Choose the agreed version: its file is kept as it was made.')
      const { name, bytes } = await minutesWord(db, contentOf(db, meeting), { kind: 'draft', version: null }, input.audience, meeting.date)
      return new File([new Uint8Array(bytes)], name, { type: WORD_MEDIA })
    }
    versionAt(db, meeting.id, input.versionId)
    // Where nothing is exempt the full file is the public one.
    const kept = versionFile(db, meeting.id, input.versionId, input.audience) ?? versionFile(db, meeting.id, input.versionId, 'full')
    if (!kept) throw new Error('a version of the minutes has no file')
    return new File([new Uint8Array(kept.bytes)], kept.name, { type: WORD_MEDIA })
  }),

  compare: answer.minutes.compare.handler(({ context, input }) => {
    const db = context.workspace.read
    const meeting = meetingAt(db, input.meetingId)
    const newer = input.to === undefined ? contentOf(db, meeting) : versionAt(db, meeting.id, input.to).content
    return compareMinutes(versionAt(db, meeting.id, input.from).content, newer)
  }),
}

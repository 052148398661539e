import { z } from 'zod'
import { change, civilDate, outgoingFile, procedure, rowChange, rowId, words } from './base.ts'
import { explainedFigure } from './figures.ts'
import { book } from './minute-book.ts'
import { exemptParagraph, itemOutcome, itemPurpose, itemRole, minutesState, presence } from './meetings.ts'
import { richText } from './richtext.ts'

export const minutesEventKind = z.enum(['circulated', 'comment', 'agreed', 'agreedWithCorrections', 'signed'])
export type MinutesEventKind = z.infer<typeof minutesEventKind>

const minutedItem = z.object({
  id: rowId,
  number: z.number().int(),
  title: z.string(),
  presenter: z.string(),
  purpose: itemPurpose,
  paragraph: exemptParagraph.nullable(),
  publicInterest: z.string(),
  role: itemRole.nullable(),
  outcome: itemOutcome.nullable(),
  document: richText,
  decisions: z.array(z.object({ number: z.string(), text: z.string(), reasons: z.string() })),
  actions: z.array(z.object({ number: z.string(), text: z.string(), owner: z.string(), due: civilDate })),
})

/** All that stands in a meeting's minutes: what a version freezes, and what Word's file is made of. */
export const minutesContent = z.object({
  body: z.object({ name: z.string(), code: z.string() }),
  date: civilDate,
  time: z.string(),
  endedAt: z.string(),
  place: z.string(),
  attendance: z.array(
    z.object({ role: z.string(), organisation: z.string(), presence: presence.nullable(), standsInFor: z.string(), arrivedAt: z.string(), leftAt: z.string() }),
  ),
  declarations: z.array(z.object({ role: z.string(), itemNumber: z.number().int().nullable(), kind: z.enum(['pecuniary', 'other']), interest: z.string(), withdrew: z.boolean() })),
  items: z.array(minutedItem),
  /** Actions that belong to no item. */
  otherActions: minutedItem.shape.actions,
  /** Those that its sentences show, as they stood on the day of the meeting. */
  figures: z.array(explainedFigure),
})
export type MinutesContent = z.infer<typeof minutesContent>

/** Frozen when it was made: its words, and the bytes of its Word files. */
export const minutesVersion = z.object({
  id: rowId,
  number: z.number().int(),
  kind: z.enum(['circulated', 'agreed']),
  madeOn: civilDate,
  sha256: z.string(),
  fileName: z.string(),
  /** Whether a public file with the exempt items withheld was made beside it. */
  hasPublic: z.boolean(),
})
export type MinutesVersion = z.infer<typeof minutesVersion>

export const minutesEvent = z.object({
  id: rowId,
  kind: minutesEventKind,
  date: civilDate,
  versionNumber: z.number().int().nullable(),
  /** The later meeting by whose minute they were agreed, and that minute's item. */
  at: z.object({ meetingId: rowId, date: civilDate, item: z.string() }).nullable(),
  /** Who commented, or signed, by role. */
  byWhom: z.string(),
  note: z.string(),
  officer: z.string(),
})
export type MinutesEvent = z.infer<typeof minutesEvent>

/** What a later meeting's minute says of agreed minutes, beside the words that were agreed. */
export const minuteCorrection = z.object({
  id: rowId,
  itemId: rowId,
  itemTitle: z.string(),
  oldWords: z.string(),
  newWords: z.string(),
  reason: z.string(),
  at: z.object({ meetingId: rowId, date: civilDate, item: z.string() }),
})
export type MinuteCorrection = z.infer<typeof minuteCorrection>

export const minutesStory = z.object({
  state: minutesState,
  versions: z.array(minutesVersion),
  events: z.array(minutesEvent),
  /** Whether the words have changed since the latest version. */
  changedSince: z.boolean(),
  /** Why they cannot be circulated yet, a sentence each; empty where they can. */
  hindrances: z.array(z.string()),
  /** Later meetings of the same body at which they may be agreed, the soonest first. */
  laterMeetings: z.array(z.object({ id: rowId, date: civilDate, items: z.array(z.object({ id: rowId, words: z.string(), takesMinutes: z.boolean() })) })),
  corrections: z.array(minuteCorrection),
})
export type MinutesStory = z.infer<typeof minutesStory>

/** Words of two versions side by side: each piece is in both, only in the older, or only in the newer. */
const comparedPiece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

export const minutesComparison = z.array(z.object({ heading: z.string(), changed: z.boolean(), pieces: z.array(comparedPiece) }))
export type MinutesComparison = z.infer<typeof minutesComparison>

const role = words(120, 'Say who, by role')

export const minutes = {
  /** Called at every pause in typing. `text` is derived by the core. Answers when it was kept. */
  save: procedure.input(z.object({ itemId: rowId, document: richText })).output(z.object({ savedAt: z.string(), transactionId: rowId })),
  recordDecision: procedure
    .input(z.object({ itemId: rowId, text: words(2_000, 'Write the decision'), reasons: z.string().trim().max(2_000).default('') }))
    .output(rowChange.extend({ number: z.string() })),
  editDecision: procedure
    .input(z.object({ id: rowId, text: words(2_000, 'Write the decision'), reasons: z.string().trim().max(2_000) }))
    .output(rowChange),
  deleteDecision: procedure.input(z.object({ id: rowId })).output(change),

  story: procedure.input(z.object({ meetingId: rowId })).output(minutesStory),
  /** Freezes the words as the next version, with a Word file that says that it is a draft. Refuses with what still hinders. */
  circulate: procedure.input(z.object({ meetingId: rowId, date: civilDate })).output(rowChange.extend({ number: z.number().int(), sha256: z.string() })),
  logComment: procedure.input(z.object({ meetingId: rowId, date: civilDate, byWhom: role, note: words(4_000, 'Write what was said of the minutes') })).output(change),
  /**
   * Agreed at a later meeting of the same body, by its minute; with corrections where `corrections` says which. The words as
   * they stand become the agreed version, which never changes. A blank minute there is given the usual sentence.
   */
  agree: procedure
    .input(z.object({ meetingId: rowId, atMeetingId: rowId, atItemId: rowId, corrections: z.string().trim().max(4_000).default('') }))
    .output(rowChange.extend({ number: z.number().int(), sha256: z.string() })),
  sign: procedure.input(z.object({ meetingId: rowId, date: civilDate, byWhom: role })).output(change),
  /** A minute of a later meeting that puts agreed minutes right; they themselves stay as they are. */
  correct: procedure
    .input(z.object({ itemId: rowId, atItemId: rowId, oldWords: words(4_000, 'Copy the words that are wrong'), newWords: words(4_000, 'Write the words that are right'), reason: z.string().trim().max(2_000) }))
    .output(rowChange),
  /** As Word: a version's frozen bytes, or without one the words as they stand. `audience` public withholds the exempt items. */
  word: procedure.input(z.object({ meetingId: rowId, versionId: rowId.optional(), audience: z.enum(['full', 'public']).default('full') })).output(outgoingFile),
  /** Two versions word by word; without `to`, the words as they stand. */
  compare: procedure.input(z.object({ meetingId: rowId, from: rowId, to: rowId.optional() })).output(minutesComparison),

  ...book,
}

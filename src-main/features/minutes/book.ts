import type { MinuteBook } from '../../api/minute-book.ts'
import type { MinutesState } from '../../api/meetings.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { minuteBookPaper, type SignedMinutes } from '../../papers/minute-book.ts'
import { packPaper, WORD_MEDIA } from '../../papers/pack.ts'
import { answer } from '../answer.ts'
import { listBodies } from '../bodies/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { agreedContent, exemptCorrections, meetingsOfYear, yearsOf, type YearMeeting } from './book-queries.ts'
import { listCorrections, listMinutesEvents, minutesStates } from './version-queries.ts'

const STANDING: Record<MinutesState, string> = {
  drafting: 'its minutes are still being drafted',
  circulated: 'its minutes are circulated, but not agreed',
  agreed: 'its minutes are agreed, but not signed',
  agreedWithCorrections: 'its minutes are agreed with corrections, but not signed',
  signed: 'its minutes are signed',
}

/** How a meeting's minutes stand; of a meeting without any, why it has none. */
function standingOf({ state }: YearMeeting, minutes: MinutesState): string {
  if (minutes === 'drafting' && state === 'cancelled') return 'it was cancelled'
  if (minutes === 'drafting' && (state === 'planned' || state === 'agendaIssued')) return 'it is not recorded as held'
  return STANDING[minutes]
}

function bodyAt(db: ReadHandle, id: string) {
  return listBodies(db).find((body) => body.id === id) ?? refuse('no-such-body', 'That body is not in this workspace. Choose one from the list.')
}

function contentsOf(db: ReadHandle, bodyId: string, year: number): MinuteBook {
  const states = minutesStates(db)
  const meetings = meetingsOfYear(db, bodyId, year).map((meeting) => {
    const minutes = states.get(meeting.id) ?? 'drafting'
    return { id: meeting.id, date: meeting.date, signed: minutes === 'signed', standing: standingOf(meeting, minutes) }
  })
  const exempt = meetings.some(({ id, signed }) => signed && hasExempt(signedMinutes(db, id)))
  return { bodyName: bodyAt(db, bodyId).name, years: yearsOf(db, bodyId), meetings, exempt }
}

function hasExempt({ content, corrections }: SignedMinutes): boolean {
  return content.items.some(({ paragraph }) => paragraph !== null) || corrections.some(({ exempt }) => exempt)
}

/** From the agreed version and what was recorded of it alone: today's rows may have moved on. */
function signedMinutes(db: ReadHandle, meetingId: string): SignedMinutes {
  const events = listMinutesEvents(db, meetingId)
  const agreed = events.findLast(({ kind }) => kind === 'agreed' || kind === 'agreedWithCorrections')
  const signed = events.findLast(({ kind }) => kind === 'signed')
  const content = agreedContent(db, meetingId)
  if (!agreed || !signed || !content) throw new Error('signed minutes have no agreed version')
  const exempt = exemptCorrections(db, meetingId)
  const withheld = new Set(content.items.flatMap(({ id, paragraph }) => (paragraph === null ? [] : [id])))
  return {
    content,
    agreedOn: agreed.date,
    agreedWith: agreed.note,
    signedOn: signed.date,
    signedBy: signed.byWhom,
    corrections: listCorrections(db, meetingId).map(({ id, itemId, itemTitle, oldWords, newWords, at }) => ({
      itemTitle,
      oldWords,
      newWords,
      on: at.date,
      exempt: exempt.has(id) || withheld.has(itemId),
    })),
  }
}

export const minuteBookAnswers = {
  bookContents: answer.minutes.bookContents.handler(({ context, input }) => contentsOf(context.workspace.read, input.bodyId, input.year)),

  book: answer.minutes.book.handler(async ({ context, input: { bodyId, year, audience } }) => {
    const db = context.workspace.read
    const { bodyName, meetings } = contentsOf(db, bodyId, year)
    const signed = meetings.filter((meeting) => meeting.signed).map(({ id }) => signedMinutes(db, id))
    if (signed.length === 0) {
      refuse('no-signed-minutes', `No minutes of the ${bodyName} for ${year} are signed, so there is nothing to put into a book. Record the signatures on the pages of the minutes, or choose another year.`)
    }
    const settings = readSettings(db)
    const paper = minuteBookPaper({
      bodyName: signed.at(-1)?.content.body.name ?? bodyName,
      year,
      signed,
      missing: meetings.filter((meeting) => !meeting.signed).map(({ date, standing }) => `${formatDate(date)}: ${standing}.`),
      audience,
      council: { name: settings.council, abbreviation: settings.councilAbbreviation },
      provider: { name: settings.provider, abbreviation: settings.providerAbbreviation },
    })
    const name = `${bodyAt(db, bodyId).code} ${year} minute book${audience === 'public' ? ' public' : ''}.docx`
    return new File([new Uint8Array(await packPaper(paper))], name, { type: WORD_MEDIA })
  }),
}

import type { CivilDate } from '../api/base.ts'
import type { MinutesContent } from '../api/minutes.ts'
import { formatDate } from '../domain/date-words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Party } from './audit-committee.ts'
import { agreementSentence, meetingBlocks } from './minutes.ts'
import { plainParagraph, type PaperBlock, type PaperDocument, type PaperTable } from './model.ts'
import { keptAbbreviations } from './wording.ts'

/** Signed minutes as they stand in the book: the words that were agreed, and what became of them. */
export interface SignedMinutes {
  readonly content: MinutesContent
  readonly agreedOn: CivilDate
  /** Which corrections were made when they were agreed; empty where none. */
  readonly agreedWith: string
  readonly signedOn: CivilDate
  readonly signedBy: string
  /** What later meetings put right, with whether either minute is exempt. */
  readonly corrections: readonly { readonly itemTitle: string; readonly oldWords: string; readonly newWords: string; readonly on: CivilDate; readonly exempt: boolean }[]
}

export interface MinuteBookContent {
  readonly bodyName: string
  readonly year: number
  /** In the order of their dates. */
  readonly signed: readonly SignedMinutes[]
  /** A sentence for each meeting of the year whose minutes are not in the book. */
  readonly missing: readonly string[]
  readonly audience: 'full' | 'public'
  readonly council: Party
  readonly provider: Party
}

/**
 * All signed minutes of a body in a year as one document: which meetings are in it and which are not, then each meeting on
 * pages of its own, as it was agreed. The number of a meeting's heading is the one it has in the list in front.
 *
 * Refuses with `figure-missing` or `figure-not-a-share` where a sentence shows a figure that cannot be shown.
 */
export function minuteBookPaper(book: MinuteBookContent): PaperDocument {
  const { signed, audience, council, provider } = book
  const hasExempt = signed.some((minutes) => minutes.content.items.some(({ paragraph }) => paragraph !== null) || minutes.corrections.some(({ exempt }) => exempt))
  const title = `${book.bodyName}: minute book ${book.year}`
  const blocks = [...frontBlocks(book), ...signed.flatMap((minutes) => chapter(minutes, audience))]
  const abbreviations = { ...keptAbbreviations(), [council.abbreviation]: council.name, [provider.abbreviation]: provider.name }
  return {
    title,
    author: council.name,
    subject: `Signed minutes of the ${book.bodyName}, ${book.year}`,
    classification: hasExempt && audience === 'full' ? 'NOT FOR PUBLICATION' : 'PUBLIC',
    // The book is dated by its latest signature, so that the same minutes make the same bytes.
    createdOn: signed.map(({ signedOn }) => signedOn).reduce((latest, day) => (day > latest ? day : latest), `${book.year}-01-01`),
    blocks: [{ kind: 'title', text: title }, ...expandAbbreviations(blocks, abbreviations)],
  }
}

function frontBlocks({ bodyName, year, signed, missing }: MinuteBookContent): PaperBlock[] {
  return [
    plainParagraph(`This book holds the signed minutes of the ${bodyName} for ${year}, each as it was agreed. The pages are numbered through.`),
    meetingTable(signed),
    ...(missing.length === 0 ? [plainParagraph('No meeting of the year is missing from this book.')] : missingBlocks(missing)),
  ]
}

function missingBlocks(missing: readonly string[]): PaperBlock[] {
  const items = missing.map((sentence) => ({ children: [plainParagraph(sentence)] }))
  return [plainParagraph(missing.length === 1 ? 'One meeting of the year is not in this book:' : 'These meetings of the year are not in this book:'), { kind: 'list', ordered: false, start: 1, items }]
}

function meetingTable(signed: readonly SignedMinutes[]): PaperTable {
  return {
    kind: 'table',
    caption: 'Meetings in this book',
    description: 'One row for each meeting: its number in this book, its date and place, when its minutes were agreed and when they were signed.',
    keepTogether: signed.length <= 12,
    columns: [
      { header: 'Number', width: 1_100, align: 'right' },
      { header: 'Meeting', width: 2_100, align: 'left' },
      { header: 'Place', width: 2_626, align: 'left' },
      { header: 'Agreed', width: 1_600, align: 'left' },
      { header: 'Signed', width: 1_600, align: 'left' },
    ],
    rows: signed.map(({ content, agreedOn, signedOn }, i) => [String(i + 1), formatDate(content.date), content.place, formatDate(agreedOn), formatDate(signedOn)]),
  }
}

/** Two meetings may be held on one day: then the time tells their headings apart. */
function chapter(minutes: SignedMinutes, audience: 'full' | 'public'): PaperBlock[] {
  const { content, agreedOn, agreedWith, signedOn, signedBy } = minutes
  const standing = { kind: 'agreed', on: agreedOn, corrections: agreedWith } as const
  const at = content.time === '' ? '' : `, ${content.time}`
  return [
    { kind: 'heading', level: 1, text: `Meeting of ${formatDate(content.date)}${at}`, newPage: true },
    ...meetingBlocks(content, standing, audience, 2),
    plainParagraph(agreementSentence(content, standing, audience)),
    plainParagraph(`Signed by ${signedBy} on ${formatDate(signedOn)}.`),
    ...laterCorrections(minutes, audience),
  ]
}

/** What a later meeting put right stands beside the words as they were agreed, which do not change. */
function laterCorrections({ corrections }: SignedMinutes, audience: 'full' | 'public'): PaperBlock[] {
  const shown = corrections.filter(({ exempt }) => audience === 'full' || !exempt)
  if (shown.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Corrections made at later meetings',
      description: 'One row for each correction: the item, the words as agreed, the right words, and the meeting that put them right.',
      keepTogether: shown.length <= 6,
      columns: [
        { header: 'Item', width: 1_900, align: 'left' },
        { header: 'As agreed', width: 2_713, align: 'left' },
        { header: 'Corrected', width: 2_713, align: 'left' },
        { header: 'Meeting', width: 1_700, align: 'left' },
      ],
      rows: shown.map(({ itemTitle, oldWords, newWords, on }) => [itemTitle, oldWords, newWords, formatDate(on)]),
    },
  ]
}

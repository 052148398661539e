import type { CivilDate } from '../api/base.ts'
import type { MinutesContent } from '../api/minutes.ts'
import { formatDate } from '../domain/date-words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { exemptSentence, WITHHELD } from './exempt.ts'
import { figureTextOf } from './figure-text.ts'
import type { PaperBlock, PaperDocument, PaperTable, Run } from './model.ts'
import { plainParagraph } from './model.ts'
import { narrative } from './rich-text.ts'
import type { Party } from './audit-committee.ts'
import { keptAbbreviations } from './wording.ts'

/** How minutes stand that are made into a file: said in words on every page until they are agreed. */
export type MinutesStanding =
  | { readonly kind: 'draft'; readonly version: number | null }
  | { readonly kind: 'agreed'; readonly on: CivilDate; readonly corrections: string }

export interface MinutesPaperContent {
  readonly content: MinutesContent
  readonly standing: MinutesStanding
  /** The public file has exempt items withheld and listed as withheld; nothing of them is in it anywhere. */
  readonly audience: 'full' | 'public'
  readonly createdOn: CivilDate
  readonly council: Party
  readonly provider: Party
}

/** On every page of minutes that are not agreed (DOMAIN.md, "Lifecycles"). */
export const DRAFT_WORDS = 'Draft: subject to approval'

export function minutesTitle({ body, date }: Pick<MinutesContent, 'body' | 'date'>): string {
  return `${body.name}: minutes of the meeting held on ${formatDate(date)}`
}

/**
 * A meeting's minutes: who was there, declarations, each item as a numbered heading with what was said, decided and agreed
 * to be done, and at the end the actions as a table. Headings number as the agenda does, an item that is withheld too.
 *
 * Refuses with `figure-missing` or `figure-not-a-share` where a sentence shows a figure that cannot be shown.
 */
export function minutesPaper({ content, standing, audience, createdOn, council, provider }: MinutesPaperContent): PaperDocument {
  const title = minutesTitle(content)
  const hasExempt = content.items.some(({ paragraph }) => paragraph !== null)
  const blocks = [...meetingBlocks(content, standing, audience), ...closingBlocks(content, standing, audience)]
  const abbreviations = { ...keptAbbreviations(), [council.abbreviation]: council.name, [provider.abbreviation]: provider.name }
  return {
    title,
    author: council.name,
    subject: `Minutes of the ${content.body.name}, ${formatDate(content.date)}`,
    classification: hasExempt && audience === 'full' ? 'NOT FOR PUBLICATION' : 'PUBLIC',
    ...(standing.kind === 'draft' && { marking: DRAFT_WORDS }),
    createdOn,
    blocks: [{ kind: 'title', text: title }, ...expandAbbreviations(blocks, abbreviations)],
  }
}

/** What happened at a meeting, without the words that end its minutes; its items are headings of the level given. */
export function meetingBlocks(content: MinutesContent, standing: MinutesStanding, audience: 'full' | 'public', level: 1 | 2 = 1): PaperBlock[] {
  return [...openingBlocks(content, standing, audience), ...allItems(content, audience, level), ...actionTable(content, audience)]
}

function openingBlocks(content: MinutesContent, standing: MinutesStanding, audience: 'full' | 'public'): PaperBlock[] {
  const times = content.time === '' ? '' : content.endedAt === '' ? `, from ${content.time}` : `, from ${content.time} to ${content.endedAt}`
  const version = standing.kind === 'draft' && standing.version !== null ? `, version ${standing.version}` : ''
  return [
    ...(standing.kind === 'draft' ? [plainParagraph(`${DRAFT_WORDS}${version}.`)] : []),
    plainParagraph(`Held on ${formatDate(content.date)}${times}, ${content.place === '' ? 'place not recorded' : content.place}.`),
    attendanceTable(content),
    ...declarationTable(content, audience),
  ]
}

const PRESENCE = { present: 'Present', inAttendance: 'In attendance', apologies: 'Apologies', absent: 'Absent' } as const

function attendanceTable({ attendance }: MinutesContent): PaperTable {
  return {
    kind: 'table',
    caption: 'Attendance',
    description: 'One row for each person expected or present: role, organisation, and whether they were there.',
    keepTogether: attendance.length <= 12,
    columns: [
      { header: 'Role', width: 3_400, align: 'left' },
      { header: 'Organisation', width: 2_600, align: 'left' },
      { header: 'Attendance', width: 3_026, align: 'left' },
    ],
    rows: attendance.length === 0 ? [['None recorded', 'None', 'None']] : attendance.map((person) => [standingIn(person), person.organisation, presenceWords(person)]),
  }
}

function standingIn({ role, standsInFor }: MinutesContent['attendance'][number]): string {
  return standsInFor === '' ? role : `${role} (for ${standsInFor})`
}

function presenceWords({ presence, arrivedAt, leftAt }: MinutesContent['attendance'][number]): string {
  const times = [...(arrivedAt === '' ? [] : [`from ${arrivedAt}`]), ...(leftAt === '' ? [] : [`until ${leftAt}`])]
  return [presence === null ? 'Not recorded' : PRESENCE[presence], ...times].join(', ')
}

/** What was declared in an item that is withheld is withheld with it. */
function declarationTable({ declarations, items }: MinutesContent, audience: 'full' | 'public'): PaperTable[] {
  const itemOf = (number: number | null) => items.find((item) => item.number === number)
  const shown = declarations.filter(({ itemNumber }) => audience === 'full' || (itemOf(itemNumber)?.paragraph ?? null) === null)
  if (shown.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Declarations of interest',
      description: 'One row for each interest declared: who, in which item, what, and whether they withdrew.',
      keepTogether: shown.length <= 12,
      columns: [
        { header: 'Role', width: 2_200, align: 'left' },
        { header: 'Item', width: 2_400, align: 'left' },
        { header: 'Interest', width: 3_126, align: 'left' },
        { header: 'Withdrew', width: 1_300, align: 'left' },
      ],
      rows: shown.map(({ role, itemNumber, kind, interest, withdrew }) => [role, itemOf(itemNumber)?.title ?? 'All items', `${kind === 'pecuniary' ? 'Pecuniary: ' : ''}${interest}`, withdrew ? 'Yes' : 'No']),
    },
  ]
}

type Item = MinutesContent['items'][number]

const OUTCOMES = { noted: 'The item was noted.', deferred: 'The item was deferred.', withdrawn: 'The item was withdrawn.' } as const

function allItems(content: MinutesContent, audience: 'full' | 'public', level: 1 | 2): PaperBlock[] {
  if (content.items.length === 0) return [{ kind: 'heading', level, text: 'No items' }, plainParagraph('Nothing is recorded of this meeting.')]
  return content.items.flatMap((item) => itemBlocks(content, item, audience, level))
}

function itemBlocks(content: MinutesContent, item: Item, audience: 'full' | 'public', level: 1 | 2): PaperBlock[] {
  const exempt = item.paragraph === null ? null : exemptSentence(item.paragraph)
  if (exempt !== null && audience === 'public') return [{ kind: 'heading', level, text: WITHHELD }, plainParagraph(exempt)]
  return [
    { kind: 'heading', level, text: item.title },
    ...(exempt === null ? [] : [plainParagraph(item.publicInterest === '' ? exempt : `${exempt} Public interest: ${item.publicInterest}`)]),
    ...narrative(item.document, figureTextOf(content.figures)),
    ...(item.outcome === null ? [] : [plainParagraph(OUTCOMES[item.outcome])]),
    ...item.decisions.map(({ number, text, reasons }) => led(`Decision ${number}: `, reasons === '' ? text : `${text} Reasons: ${reasons}`)),
    ...item.actions.map(({ number, text, owner, due }) => led(`Action ${number}: `, `${text} Owner: ${owner}. Due: ${formatDate(due)}.`)),
  ]
}

function led(lead: string, text: string): PaperBlock {
  const run = (words: string, bold: boolean): Run => ({ kind: 'text', text: words, bold, italic: false })
  return { kind: 'paragraph', runs: [run(lead, true), run(text, false)] }
}

function actionTable({ items, otherActions }: MinutesContent, audience: 'full' | 'public'): PaperTable[] {
  const actions = [...items.filter(({ paragraph }) => audience === 'full' || paragraph === null).flatMap((item) => item.actions), ...otherActions]
  if (actions.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Actions agreed at this meeting',
      description: 'One row for each action: its number, what is to be done, by whom and by when.',
      keepTogether: actions.length <= 8,
      columns: [
        { header: 'Number', width: 1_900, align: 'left' },
        { header: 'Action', width: 3_626, align: 'left' },
        { header: 'Owner', width: 1_700, align: 'left' },
        { header: 'Due', width: 1_800, align: 'left' },
      ],
      rows: actions.map(({ number, text, owner, due }) => [number, text, owner, formatDate(due)]),
    },
  ]
}

function closingBlocks(content: MinutesContent, standing: MinutesStanding, audience: 'full' | 'public'): PaperBlock[] {
  return standing.kind === 'draft' ? [] : [plainParagraph(agreementSentence(content, standing, audience)), plainParagraph('Signed by the chair, with the date:')]
}

/**
 * When minutes were agreed, and with which corrections. The words of corrections may speak of an exempt item: where there is
 * one, the public file says only that there were some.
 */
export function agreementSentence({ body, items }: MinutesContent, { on, corrections }: Extract<MinutesStanding, { kind: 'agreed' }>, audience: 'full' | 'public'): string {
  const agreed = `These minutes were agreed as a correct record at the meeting of the ${body.name} held on ${formatDate(on)}`
  const withheld = audience === 'public' && items.some(({ paragraph }) => paragraph !== null)
  if (corrections !== '' && withheld) return `${agreed}, with corrections, which the full minutes name.`
  return corrections === '' ? `${agreed}.` : `${agreed}, with these corrections, which are made above: ${corrections}`
}

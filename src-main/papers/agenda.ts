import type { CivilDate } from '../api/base.ts'
import type { Action, AgendaItem } from '../api/meetings.ts'
import { timeAfter } from '../domain/clock-times.ts'
import { formatDate } from '../domain/date-words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Party } from './audit-committee.ts'
import { exemptSentence, WITHHELD } from './exempt.ts'
import type { PaperBlock, PaperDocument, PaperTable } from './model.ts'
import { plainParagraph } from './model.ts'
import { keptAbbreviations } from './wording.ts'

/** A paper of an item: attached, written in Quartet, or to follow. */
export interface AgendaPaper {
  readonly title: string
  readonly toFollow: boolean
  /** Of Schedule 12A, where the paper alone is exempt. */
  readonly paragraph: number | null
}

export interface AgendaContent {
  readonly body: { readonly name: string; readonly code: string }
  readonly date: CivilDate
  readonly time: string
  readonly place: string
  readonly items: readonly (Pick<AgendaItem, 'title' | 'presenter' | 'purpose' | 'minutes' | 'paragraph' | 'publicInterest' | 'role'> & { readonly papers: readonly AgendaPaper[] })[]
  /** The meeting whose minutes are to be agreed. */
  readonly previous: CivilDate | null
  /** The body's open actions, by due date. */
  readonly mattersArising: readonly Pick<Action, 'number' | 'text' | 'owner' | 'due' | 'overdue'>[]
  readonly audience: 'full' | 'public'
  readonly createdOn: CivilDate
  readonly council: Party
  readonly provider: Party
}

type Item = AgendaContent['items'][number]

export function agendaTitle({ body, date }: Pick<AgendaContent, 'body' | 'date'>): string {
  return `${body.name}: agenda for the meeting on ${formatDate(date)}`
}

/**
 * A meeting's agenda: its items as numbered headings, each with what it is for, who presents it, when, and its papers. The
 * item that agrees minutes says whose, and "Matters arising" brings back every open action of the body. An exempt item is
 * withheld whole from the public agenda, and listed as withheld.
 */
export function agendaPaper(content: AgendaContent): PaperDocument {
  const title = agendaTitle(content)
  const blocks: PaperBlock[] = [plainParagraph(`${formatDate(content.date)}${content.time === '' ? '' : `, ${content.time}`}, ${content.place === '' ? 'place to be confirmed' : content.place}.`), ...itemsOf(content)]
  const { council, provider } = content
  const abbreviations = { ...keptAbbreviations(), [council.abbreviation]: council.name, [provider.abbreviation]: provider.name }
  const exempt = content.items.some((item) => item.paragraph !== null || item.papers.some(({ paragraph }) => paragraph !== null))
  return {
    title,
    author: council.name,
    subject: `Agenda of the ${content.body.name}, ${formatDate(content.date)}`,
    classification: exempt && content.audience === 'full' ? 'NOT FOR PUBLICATION' : 'PUBLIC',
    createdOn: content.createdOn,
    blocks: [{ kind: 'title', text: title }, ...expandAbbreviations(blocks, abbreviations)],
  }
}

function itemsOf(content: AgendaContent): PaperBlock[] {
  if (content.items.length === 0) return [{ kind: 'heading', level: 1, text: 'No items' }, plainParagraph('There are no items yet.')]
  let elapsed = 0
  return content.items.flatMap((item) => {
    const starts = content.time === '' || item.minutes === null ? null : timeAfter(content.time, elapsed)
    elapsed += item.minutes ?? 0
    return itemBlocks(content, item, starts)
  })
}

const PURPOSES = { decision: 'For decision', discussion: 'For discussion', information: 'For information' } as const

function itemBlocks(content: AgendaContent, item: Item, starts: string | null): PaperBlock[] {
  const { paragraph, publicInterest } = item
  if (paragraph !== null && content.audience === 'public') return [{ kind: 'heading', level: 1, text: WITHHELD }, plainParagraph(exemptSentence(paragraph))]
  const facts = [PURPOSES[item.purpose], ...(item.presenter === '' ? [] : [`presented by ${item.presenter}`]), ...(starts === null ? [] : [`${starts}, ${item.minutes ?? 0} minutes`])]
  return [
    { kind: 'heading', level: 1, text: item.title },
    plainParagraph(`${facts.join('; ')}.`),
    ...(paragraph === null ? [] : [plainParagraph(`${exemptSentence(paragraph)}${publicInterest === '' ? '' : ` Public interest: ${publicInterest}`}`)]),
    ...paperList(item, content.audience),
    ...(item.role === 'lastMinutes' ? [plainParagraph(content.previous === null ? 'There is no earlier meeting.' : `To agree the minutes of the meeting held on ${formatDate(content.previous)}.`)] : []),
    ...(item.role === 'mattersArising' ? mattersArising(content) : []),
  ]
}

function paperList({ papers }: Item, audience: 'full' | 'public'): PaperBlock[] {
  if (papers.length === 0) return []
  const words = papers.map(({ title, toFollow, paragraph }) => {
    if (paragraph === null) return toFollow ? `${title} (to follow)` : title
    return audience === 'public' ? `Paper withheld. ${exemptSentence(paragraph, 'paper')}` : `${title}. ${exemptSentence(paragraph, 'paper')}`
  })
  return [plainParagraph(words.length === 1 ? 'Paper:' : 'Papers:'), { kind: 'list', ordered: false, start: 1, items: words.map((text) => ({ children: [plainParagraph(text)] })) }]
}

/** Ordered by due date, as the body will go through them. */
function mattersArising({ mattersArising: actions }: AgendaContent): (PaperBlock | PaperTable)[] {
  if (actions.length === 0) return [plainParagraph('No action of an earlier meeting is open.')]
  return [
    {
      kind: 'table',
      caption: 'Open actions of earlier meetings',
      description: 'One row for each open action, the earliest due first: its number, what is to be done, by whom and by when.',
      keepTogether: actions.length <= 8,
      columns: [
        { header: 'Number', width: 1_900, align: 'left' },
        { header: 'Action', width: 3_626, align: 'left' },
        { header: 'Owner', width: 1_700, align: 'left' },
        { header: 'Due', width: 1_800, align: 'left' },
      ],
      rows: actions.map(({ number, text, owner, due, overdue }) => [number, text, owner, overdue ? `${formatDate(due)} (overdue)` : formatDate(due)]),
    },
  ]
}

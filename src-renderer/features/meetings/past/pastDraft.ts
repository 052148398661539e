import type { ConfirmedMinutes, MinutesProposal, ProposedAction, ProposedItem } from '../../../../src-main/api/past-meetings.ts'
import { emptyRichText, type Block, type InlineNode } from '../../../../src-main/api/richtext.ts'

/** What an officer is putting right of a proposal, before anything is kept. Keys name rows on screen only. */
export interface PastDraft {
  meetingId: string
  bodyId: string
  date: string | null
  time: string
  endedAt: string
  place: string
  attendance: MinutesProposal['attendance']
  items: DraftItem[]
  otherActions: DraftAction[]
  notes: string[]
}

export interface DraftItem extends Pick<ProposedItem, 'title' | 'outcome' | 'publicInterest'> {
  key: string
  taken: boolean
  /** `0` where it is not exempt, as a select says it. */
  paragraph: string
  blocks: Block[]
  decisions: { key: string; text: string; reasons: string }[]
  actions: DraftAction[]
}

export interface DraftAction {
  key: string
  text: string
  owner: string
  due: string | null
  dueWords: string
}

let keys = 0
/** A name for a row that is new on the screen. */
const newKey = () => `row-${(keys += 1)}`

/** A proposal as a form begins with it. */
export function draftOf(proposal: MinutesProposal): PastDraft {
  return {
    ...proposal,
    meetingId: '',
    bodyId: proposal.bodyId ?? '',
    items: proposal.items.map(({ document, paragraph, decisions, actions, ...item }) => ({
      ...item,
      key: newKey(),
      taken: true,
      paragraph: String(paragraph ?? 0),
      blocks: [...document.content],
      decisions: decisions.map((decision) => ({ ...decision, key: newKey() })),
      actions: actions.map(actionDraft),
    })),
    otherActions: proposal.otherActions.map(actionDraft),
  }
}

function actionDraft(action: ProposedAction): DraftAction {
  return { ...action, key: newKey() }
}

/** The words of a block, a line each: of a list, one for each of its points. */
export function linesOf(block: Block): string[] {
  if (block.type === 'paragraph') return [(block.content ?? []).map(wordsOf).join('')]
  return block.content.flatMap(({ content }) => content.flatMap(linesOf))
}

function wordsOf(node: InlineNode): string {
  return node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : ''
}

/** Takes a paragraph, or every point of a list, out of what was said and makes decisions or actions of it. */
export function mark(item: DraftItem, at: number, as: 'decision' | 'action'): void {
  const [block] = item.blocks.splice(at, 1)
  for (const text of block ? linesOf(block) : []) {
    if (as === 'decision') item.decisions.push({ key: newKey(), text, reasons: '' })
    else item.actions.push({ key: newKey(), text, owner: '', due: null, dueWords: '' })
  }
}

/** What is no decision or action after all is again part of what was said. */
export function unmark(item: DraftItem, key: string): void {
  const found = [...item.decisions, ...item.actions].find((each) => each.key === key)
  item.decisions = item.decisions.filter((each) => each.key !== key)
  item.actions = item.actions.filter((each) => each.key !== key)
  if (found && found.text.trim() !== '') item.blocks.push({ type: 'paragraph', content: [{ type: 'text', text: found.text.trim() }] })
}

export interface Mistake {
  fieldId: string
  text: string
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is still to be said before the meeting can be entered, in the order of the page. */
export function mistakesOf(draft: PastDraft): Mistake[] {
  const taken = draft.items.filter((item) => item.taken)
  return [
    ...(draft.bodyId === '' ? [{ fieldId: 'past-body', text: 'Choose the body that met' }] : []),
    ...(draft.date === null ? [{ fieldId: 'past-date', text: 'Enter the date of the meeting' }] : []),
    ...(['time', 'endedAt'] as const).flatMap((field) => (draft[field].trim() === '' || CLOCK.test(draft[field].trim()) ? [] : [{ fieldId: `past-${field}`, text: 'Write the time as 14:00' }])),
    ...draft.attendance.flatMap(({ role }, at) => (role.trim() === '' ? [{ fieldId: `past-person-${at}`, text: `Say who person ${at + 1} of the attendance is, by role` }] : [])),
    ...(taken.length === 0 ? [{ fieldId: 'past-items', text: 'Take at least one item' }] : []),
    ...taken.flatMap(itemMistakes),
    ...draft.otherActions.flatMap(actionMistakes),
  ]
}

function itemMistakes(item: DraftItem): Mistake[] {
  return [
    ...(item.title.trim() === '' ? [{ fieldId: `${item.key}-title`, text: 'Write the title of the item' }] : []),
    ...item.decisions.flatMap(({ key, text }) => (text.trim() === '' ? [{ fieldId: `${key}-text`, text: `Write the decision under “${item.title}”, or take it out` }] : [])),
    ...item.actions.flatMap(actionMistakes),
  ]
}

function actionMistakes({ key, text, owner, due }: DraftAction): Mistake[] {
  const named = text.trim().length > 40 ? `${text.trim().slice(0, 40)}…` : text.trim()
  return [
    ...(text.trim() === '' ? [{ fieldId: `${key}-text`, text: 'Write what is to be done, or take the action out' }] : []),
    ...(owner.trim() === '' ? [{ fieldId: `${key}-owner`, text: `Say who owns “${named}”` }] : []),
    ...(due === null ? [{ fieldId: `${key}-due`, text: `Enter the due date of “${named}”` }] : []),
  ]
}

/** The draft as it is entered; null while something is still to be said. */
export function confirmedOf(draft: PastDraft): ConfirmedMinutes | null {
  if (draft.date === null || mistakesOf(draft).length > 0) return null
  const action = ({ text, owner, due }: DraftAction) => ({ text: text.trim(), owner: owner.trim(), due: due ?? '' })
  return {
    meetingId: draft.meetingId === '' ? null : draft.meetingId,
    bodyId: draft.bodyId,
    date: draft.date,
    time: draft.time.trim(),
    endedAt: draft.endedAt.trim(),
    place: draft.place.trim(),
    attendance: draft.attendance,
    items: draft.items.flatMap((item) => (item.taken ? [confirmedItem(item, action)] : [])),
    otherActions: draft.otherActions.map(action),
  }
}

function confirmedItem({ title, outcome, publicInterest, paragraph, blocks, decisions, actions }: DraftItem, action: (draft: DraftAction) => ConfirmedMinutes['otherActions'][number]) {
  return {
    title: title.trim(),
    outcome,
    publicInterest: paragraph === '0' ? '' : publicInterest.trim(),
    paragraph: paragraph === '0' ? null : Number(paragraph),
    document: blocks.length === 0 ? emptyRichText : { type: 'doc' as const, content: blocks },
    decisions: decisions.map(({ text, reasons }) => ({ text: text.trim(), reasons: reasons.trim() })),
    actions: actions.map(action),
  }
}

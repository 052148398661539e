import type { ProposedAction, ProposedItem } from '../api/past-meetings.ts'
import { actionIn, actionOf, decisionIn, type ProposedDecision } from './minutes-lines.ts'
import { actionRows, type ActionRow } from './minutes-tables.ts'
import { richTextOf } from './rich-blocks.ts'
import type { WordBlock, WordParagraph, WordTable } from './word-text.ts'

/** An item as it was read, with the rows of the action tables that stand in it, and how many other tables became text. */
export interface ReadItem {
  readonly item: ProposedItem
  readonly rows: readonly ActionRow[]
  readonly tables: number
}

/** A longer paragraph records no single decision or action. */
const LONGEST_LINE = 4_000
const OUTCOME = /^The item was (noted|deferred|withdrawn)\.$/u
const SCHEDULE = /\bparagraphs?\s+([1-7])\b.{0,40}\bSchedule\s+12A\b/isu
const PUBLIC_INTEREST = /\bPublic interest:\s*(.+)$/isu

/** One section of minutes: its text, and the decisions and actions that its lines and tables record. */
export function itemOf({ title, blocks }: { title: string; blocks: readonly WordBlock[] }): ReadItem {
  const text: WordParagraph[] = []
  const decisions: ProposedDecision[] = []
  const actions: ProposedAction[] = []
  const rows: ActionRow[] = []
  let tables = 0
  let outcome: ProposedItem['outcome'] = null
  let exempt: Pick<ProposedItem, 'paragraph' | 'publicInterest'> = { paragraph: null, publicInterest: '' }
  /** A lead with nothing after it ("RESOLVED:") speaks of the list that follows. */
  let listOf: 'decisions' | 'actions' | null = null
  for (const block of blocks) {
    if (block.kind === 'table') {
      listOf = null
      const found = actionRows(block)
      if (found) rows.push(...found)
      else {
        text.push(...linesOf(block))
        tables += 1
      }
      continue
    }
    if (block.list === null) listOf = listOf !== null && continuesList(block) ? listOf : null
    if (listOf === 'decisions') decisions.push({ text: pointOf(block.text), reasons: '' })
    else if (listOf === 'actions') actions.push(actionOf(pointOf(block.text)))
    else if (block.caption || block.text === 'Not recorded.') continue
    else if (OUTCOME.test(block.text)) outcome = outcomeOf(block.text)
    else {
      const schedule = SCHEDULE.exec(block.text)
      if (schedule) exempt = { paragraph: Number(schedule[1]), publicInterest: PUBLIC_INTEREST.exec(block.text)?.[1]?.trim() ?? exempt.publicInterest }
      if (schedule && /^not for publication\b/iu.test(block.text)) continue
      const isLine = block.text.length <= LONGEST_LINE
      const decision = isLine ? decisionIn(block.text) : null
      const action = isLine ? actionIn(block.text) : null
      if (action && action.text === '' && action.owner === '') listOf = 'actions'
      else if (action) actions.push(action)
      else if (decision && decision.decision.text === '') listOf = 'decisions'
      else if (decision) {
        decisions.push(decision.decision)
        if (!decision.alone) text.push(block)
      } else text.push(block)
    }
  }
  return { item: { title, document: richTextOf(text), outcome, ...exempt, decisions, actions }, rows, tables }
}

/** Typed points of a list: "(a) That …", "2) …". */
const POINT = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+(?=\S)/iu

function continuesList({ text }: WordParagraph): boolean {
  return POINT.test(text)
}

function pointOf(text: string): string {
  return text.replace(POINT, '')
}

function outcomeOf(text: string): ProposedItem['outcome'] {
  const word = OUTCOME.exec(text)?.[1]
  return word === 'noted' || word === 'deferred' || word === 'withdrawn' ? word : null
}

/** A row of any other table as a line of text. */
function linesOf(table: WordTable): WordParagraph[] {
  return table.rows.map((cells) => {
    const text = cells.map((paragraphs) => paragraphs.map((each) => each.text).join(' ')).filter((cell) => cell !== '').join(' | ')
    return { kind: 'paragraph', text, runs: [{ text, bold: false, italic: false }], heading: null, caption: false, list: null }
  })
}

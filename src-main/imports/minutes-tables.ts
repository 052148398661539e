import type { ProposedAction, ProposedAttendee } from '../api/past-meetings.ts'
import { timesIn } from '../domain/written-dates.ts'
import { dueOf } from './minutes-lines.ts'
import type { WordTable } from './word-text.ts'

/** A row of a table of actions, with what it says of the item that it belongs to. */
export interface ActionRow {
  readonly action: ProposedAction
  readonly item: string
}

/** What columns are called, the more particular first: "Action no." numbers, and "By when" says no person. */
const ACTION_COLUMNS = [
  { part: 'number', heading: /\b(?:no|nos|number|ref|reference)\b\.?$|^#$/iu },
  { part: 'due', heading: /\b(?:due|deadline|date|when|timescales?|target|complet\w+ by)\b/iu },
  { part: 'owner', heading: /\b(?:owners?|who|whom|lead|responsib\w*|assigned|officer|person)\b/iu },
  { part: 'action', heading: /\b(?:actions?|tasks?|what|to be done|agreed)\b/iu },
  { part: 'item', heading: /\b(?:items?|minute|agenda|subject|topic)\b/iu },
] as const

const ATTENDANCE_COLUMNS = [
  { part: 'presence', heading: /\b(?:attendance|attended|present|status)\b/iu },
  { part: 'organisation', heading: /\b(?:organi[sz]ations?|representing|from|agency)\b/iu },
  { part: 'role', heading: /\b(?:roles?|names?|members?|titles?|post|position)\b/iu },
] as const

/** Each column's part in the table; of two that could be the same, the first is. */
function partsOf<Part extends string>(headings: readonly string[], known: readonly { part: Part; heading: RegExp }[]): Map<Part, number> {
  const parts = new Map<Part, number>()
  headings.forEach((heading, at) => {
    const found = known.find(({ heading: pattern }) => pattern.test(heading.trim()))
    if (found && !parts.has(found.part)) parts.set(found.part, at)
  })
  return parts
}

function textsOf(table: WordTable): string[][] {
  return table.rows.map((cells) => cells.map((paragraphs) => paragraphs.map(({ text }) => text).join('\n')))
}

/** The rows under a heading row that says what they are; a row across the table may stand above it. */
function under<Part extends string>(table: WordTable, known: readonly { part: Part; heading: RegExp }[], isOne: (parts: Map<Part, number>) => boolean) {
  const rows = textsOf(table)
  const at = rows.slice(0, 2).findIndex((cells) => isOne(partsOf(cells, known)))
  if (at === -1) return null
  const parts = partsOf(rows[at] ?? [], known)
  const cell = (cells: readonly string[], part: Part) => cells[parts.get(part) ?? -1]?.trim() ?? ''
  return rows.slice(at + 1).map((cells) => (part: Part) => cell(cells, part))
}

/** The actions of a table, its columns in any order and by many names; null where it is a table of something else. */
export function actionRows(table: WordTable): ActionRow[] | null {
  const rows = under(table, ACTION_COLUMNS, (parts) => parts.has('action') && (parts.has('owner') || parts.has('due')))
  return rows && rows.filter((cell) => cell('action') !== '').map((cell) => ({ action: { text: cell('action'), owner: cell('owner'), ...dueOf(cell('due')) }, item: cell('item') }))
}

/** The people of a table of attendance; null where it is a table of something else. */
export function attendanceRows(table: WordTable): ProposedAttendee[] | null {
  const rows = under(table, ATTENDANCE_COLUMNS, (parts) => parts.has('role') && parts.has('presence'))
  return (
    rows &&
    rows
      .filter((cell) => cell('role') !== '' && cell('role') !== 'None recorded')
      .map((cell) => {
        const [, role = cell('role'), standsInFor = ''] = /^(.*?)\s*\(for ([^()]+)\)$/su.exec(cell('role')) ?? []
        return { role, organisation: cell('organisation'), standsInFor, ...presenceOf(cell('presence')) }
      })
  )
}

function presenceOf(words: string): Pick<ProposedAttendee, 'presence' | 'arrivedAt' | 'leftAt'> {
  const [, from = ''] = /\b(?:from|arrived(?: at)?)\s+(\S+(?:\s*[ap]m)?)/iu.exec(words) ?? []
  const [, until = ''] = /\b(?:until|left(?: at)?)\s+(\S+(?:\s*[ap]m)?)/iu.exec(words) ?? []
  return { presence: presenceWord(words), arrivedAt: timesIn(from)[0] ?? '', leftAt: timesIn(until)[0] ?? '' }
}

function presenceWord(words: string): ProposedAttendee['presence'] {
  if (/^(?:in attendance|observ)/iu.test(words)) return 'inAttendance'
  if (/^apolog/iu.test(words)) return 'apologies'
  if (/^(?:absent|no\b|✗|x$)/iu.test(words)) return 'absent'
  return /^(?:present|yes\b|attended|✓|y$)/iu.test(words) ? 'present' : null
}

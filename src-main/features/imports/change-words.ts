import { formatDate } from '../../domain/date-words.ts'
import { addDays } from '../../domain/dates.ts'
import { REGISTER_FIELDS, isFieldName } from '../../imports/register-fields.ts'
import type { FieldChange } from '../../imports/outcome.ts'
import { restDifferences, sayRest } from '../../imports/rest-changes.ts'
import { storedWord } from './stored-words.ts'

/** A row of the workspace as history keeps it: what is not recorded is left out. */
export type KeptRow = Readonly<Record<string, unknown>>

/** What one entry of history did to a row. */
export interface RowChange {
  table: string
  before: KeptRow | null
  after: KeptRow | null
}

/** What columns are called beside those of the register. A column that no one named here reads as it is written. */
const LABELS: Readonly<Record<string, string>> = {
  attended: 'Attended',
  requires_package: 'Requires package',
  decided_on: 'Decision date',
  established_on: 'Date',
  link_urn: 'Linked URN',
  type_group: 'Type group',
  school_group: 'Group',
  valid_from: 'From',
  valid_to: 'Until',
  responded_on: 'Response date',
  response_note: 'Response note',
  cancelled_because: 'Cancelled because',
  planned_for: 'Planned for',
}

/**
 * Not for officers: keys, row numbers, and when a row was written, which the import itself says; the rest of a row, which
 * is told column by column; and where version 1 kept what are dated facts now.
 */
const HIDDEN: ReadonlySet<string> = new Set([
  'id', 'n', 'urn', 'register_date', 'recorded_at', 'saved_at', 'statutory', 'rest', 'trust', 'ofsted_rating', 'ofsted_date',
])

/** What changed in a record, field by field, as an officer calls it. Facts that are dated say from when. */
export function fieldsOf(changes: readonly RowChange[]): FieldChange[] {
  const facts = changes.filter(({ table }) => table === 'school_facts')
  const rows = changes.filter(({ table }) => table !== 'school_facts')
  const told = [...factFields(facts), ...rows.flatMap(rowFields)]
  for (const { before, after } of rows) sayRest(told, restDifferences(restOf(before), restOf(after)))
  return told
}

/** The rest of a school's register row, which is kept as one text. */
function restOf(row: KeptRow | null): string | null {
  return typeof row?.['rest'] === 'string' ? row['rest'] : null
}

function rowFields({ table, before, after }: RowChange): FieldChange[] {
  const columns = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])].filter((column) => !HIDDEN.has(column) && !column.endsWith('_id'))
  return columns.flatMap((column) => {
    const [was, is] = [wordsOf(table, column, before?.[column]), wordsOf(table, column, after?.[column])]
    return was === is ? [] : [{ field: labelOf(column, table), before: was, after: is }]
  })
}

function labelOf(column: string, table?: string): string {
  if (table === 'school_links' && column === 'type') return 'Kind of link'
  if (isFieldName(column)) return REGISTER_FIELDS[column].label
  const words = LABELS[column] ?? column.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function wordsOf(table: string, column: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  const word = storedWord(table, column, value)
  if (word !== null) return word
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text
}

const FACTS: Readonly<Record<string, string>> = { type: 'Type', status: 'Status', district: 'District', trust: 'Trust', outcome: 'Ofsted inspection' }

/**
 * The stretches of dated facts that a change wrote. That a stretch ends is said only where no other takes its place on
 * the next day: the value before it is the "before" of the one that follows.
 */
function factFields(changes: readonly RowChange[]): FieldChange[] {
  const told: FieldChange[] = []
  const ends = new Map<string, string>()
  for (const { before, after } of changes) {
    if (before && after && before['value'] === after['value'] && before['valid_from'] === after['valid_from']) ends.set(endKey(after), text(after, 'value'))
  }
  const used = new Set<string>()
  for (const { before, after } of changes) {
    const name = FACTS[text(after ?? before, 'fact')] ?? labelOf(text(after ?? before, 'fact'))
    if (after && !before) {
      const from = text(after, 'valid_from')
      const key = `${text(after, 'fact')} ${addDays(from, -1)}`
      used.add(key)
      told.push({ field: `${name} from ${formatDate(from)}`, before: ends.get(key) ?? '', after: text(after, 'value') })
    } else if (before && !after) {
      told.push({ field: `${name} from ${formatDate(text(before, 'valid_from'))}`, before: text(before, 'value'), after: '' })
    } else if (before && after && before['value'] !== after['value']) {
      told.push({ field: `${name} from ${formatDate(text(after, 'valid_from'))}`, before: text(before, 'value'), after: text(after, 'value') })
    } else if (before && after && before['valid_from'] !== after['valid_from']) {
      told.push({ field: `${name} “${text(after, 'value')}” known from`, before: formatDate(text(before, 'valid_from')), after: formatDate(text(after, 'valid_from')) })
    }
  }
  for (const { before, after } of changes) {
    if (!before || !after || !ends.has(endKey(after)) || before['value'] !== after['value'] || before['valid_from'] !== after['valid_from'] || used.has(endKey(after))) continue
    const name = FACTS[text(after, 'fact')] ?? labelOf(text(after, 'fact'))
    told.push({ field: `${name} “${text(after, 'value')}” until`, before: wordsOf('school_facts', 'valid_to', before['valid_to']), after: wordsOf('school_facts', 'valid_to', after['valid_to']) })
  }
  return told
}

function endKey(row: KeptRow): string {
  return `${text(row, 'fact')} ${text(row, 'valid_to')}`
}

function text(row: KeptRow | null, column: string): string {
  const value = row?.[column]
  return typeof value === 'string' ? value : ''
}

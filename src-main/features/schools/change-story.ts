import type { ChangedThing } from '../../api/school-changes.ts'
import type { WholeEntry } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { fieldsOf, type KeptRow } from '../imports/change-queries.ts'
import { CHARGE_MOVES, COLUMNS, PACKAGE_MOVES } from './change-columns.ts'
import type { Caller } from './history-queries.ts'

/** An entry of history with its rows read. */
export type ReadEntry = Pick<WholeEntry, 'seq' | 'table' | 'row' | 'action'> & { before: KeptRow | null; after: KeptRow | null }

const OF_THE_RECORD: ReadonlySet<string> = new Set(['schools', 'school_facts'])
const VERBS = { insert: 'recorded', update: 'changed', delete: 'taken away' } as const

/**
 * All that one change wrote about a school, in words. The record and its dated facts are one thing, as they are in an
 * import; of everything else each row is one. What no officer reads (that a file saw the record) is left out.
 */
export function thingsOf(entries: readonly ReadEntry[], caller: Caller): ChangedThing[] {
  const record = entries.filter(({ table }) => OF_THE_RECORD.has(table))
  const recordFields = fieldsOf(record)
  const added = record.some(({ table, action }) => table === 'schools' && action === 'insert')
  const things: ChangedThing[] =
    recordFields.length === 0 ? [] : [{ key: 'record', what: added ? 'School record added' : 'School record changed', exempt: false, visitId: null, fields: recordFields }]
  for (const entry of entries) {
    if (OF_THE_RECORD.has(entry.table)) continue
    const fields = fieldsOfRow(entry, caller)
    if (fields.length === 0 && entry.action === 'update') continue
    const either = [entry.before, entry.after].some((row) => entry.table === 'concerns' && row?.['exempt'] === 1)
    things.push({ key: `${entry.seq}`, what: whatOf(entry, caller), exempt: either, visitId: entry.table === 'visits' ? entry.row : null, fields })
  }
  return things
}

function fieldsOfRow({ table, before, after }: ReadEntry, caller: Caller): ChangedThing['fields'] {
  return Object.entries(COLUMNS[table] ?? {}).flatMap(([column, [field, say]]) => {
    const said = (row: KeptRow | null) => {
      const value = row?.[column]
      return (typeof value === 'string' && value !== '') || typeof value === 'number' ? say(value, caller) : ''
    }
    const [was, is] = [said(before), said(after)]
    // Whose visit it is, the page itself says, until it becomes another's.
    return was === is || (column === 'school_id' && (was === '' || is === '')) ? [] : [{ field, before: was, after: is }]
  })
}

/** "Visit on 12 May 2016 changed", "Package “Reading” paused": what the entry is about, and what became of it. */
function whatOf({ table, action, before, after }: ReadEntry, caller: Caller): string {
  const row = after ?? before
  const of = (column: string) => (typeof row?.[column] === 'string' ? row[column] : '')
  const on = (column: string) => (of(column) === '' ? '' : ` on ${formatDate(of(column))}`)
  const verb = VERBS[action]
  switch (table) {
    case 'visits':
      return `Visit on ${formatDate(of('date'))} ${verb}`
    case 'need_judgements':
      return `Judgement of need${on('decided_on')} ${verb}`
    case 'concerns':
      return `Concern “${caller.category(of('category_id'))}” ${verb}`
    case 'group_schools':
      return `Membership of ${caller.body(of('body_id'))} ${verb}`
    case 'school_attendance':
      return `Attendance at ${datedName(caller.meeting(of('meeting_id')))} ${verb}`
    case 'school_links':
      return `Link with URN ${of('link_urn')} (${of('type')}) ${verb}`
    case 'support_packages':
      return `Package “${of('title')}” ${verb}`
    case 'package_events':
      return `Package “${caller.package(of('package_id'))}”, ${PACKAGE_MOVES[of('kind')] ?? 'moved'}${action === 'insert' ? '' : `: ${verb}`}`
    case 'package_objectives':
      return `Objective of “${caller.package(of('package_id'))}” ${verb}`
    case 'objective_ratings':
      return `Rating of an objective ${verb}`
    case 'package_days':
      return `Days worked on “${caller.package(of('package_id'))}” ${verb}`
    case 'charges':
      return `Charge for “${caller.package(of('package_id'))}” ${verb}`
    case 'charge_events':
      return `Charge for “${caller.packageOfCharge(of('charge_id'))}”, ${CHARGE_MOVES[of('kind')] ?? 'moved'}${action === 'insert' ? '' : `: ${verb}`}`
    default:
      return `A part of the school’s record ${verb}`
  }
}

/** "Yardley District Strategy Group on 12 May 2016", from a name with a civil date at its end. */
function datedName(name: string): string {
  const parts = /^(.*) (\d{4}-\d{2}-\d{2})$/.exec(name)
  return parts?.[1] === undefined || parts[2] === undefined ? name : `${parts[1]} on ${formatDate(parts[2])}`
}

import type { ChangeSort } from '../../api/imports.ts'
import type { EntryHead } from '../../database/index.ts'
import { foldWords } from '../../domain/fold-words.ts'
import { textSearch } from '../../domain/search-words.ts'

/** One record that an import touched: the entries of history that tell what it did. */
export interface TouchedRecord {
  sort: Exclude<ChangeSort, 'refused' | 'statusChanged'>
  statusChanged: boolean
  urn: string | null
  name: string
  /** Of the entries, in order. */
  seqs: number[]
  /** Nothing but columns that a register file may touch without a word: whether there is something to tell, the rows say. */
  quiet: boolean
}

/** Whose a row is: columns that every table with a school has one of. */
export const OWNERS = ['school_id', 'urn', 'fact', 'name', 'body_id', 'date'] as const

/** The story of the import itself, which is no change that it made. */
const OWN_STORY: ReadonlySet<string> = new Set(['transactions', 'files', 'imports', 'import_refusals', 'import_mappings'])
/** Made along the way, so that what the file holds has a place. */
const ALONG: ReadonlySet<string> = new Set(['establishment_types', 'bodies', 'meetings'])
const OF_ONE_SCHOOL: ReadonlySet<string> = new Set(['schools', 'school_facts'])

export interface Names {
  ofId(schoolId: string): { urn: string; name: string } | undefined
  ofUrn(urn: string): string | undefined
  ofBody(bodyId: string): string | undefined
}

/**
 * What an import did, record by record, in order of name. A school and its dated facts are one record; of other files each
 * row is one. That a register file saw a record, and found nothing else, is no change.
 */
export function touchedRecords(heads: readonly EntryHead[], names: Names): TouchedRecord[] {
  const schools = new Map<string, TouchedRecord>()
  const others: TouchedRecord[] = []
  for (const head of heads) {
    if (OWN_STORY.has(head.table) || isSightingOnly(head)) continue
    const schoolId = head.table === 'schools' ? head.row : (head.columns['school_id'] ?? null)
    if (OF_ONE_SCHOOL.has(head.table) && schoolId !== null) {
      const record = schools.get(schoolId)
      if (record) join(record, head)
      else schools.set(schoolId, { ...begin(head), ...named(names.ofId(schoolId)) })
    } else {
      others.push({ ...begin(head), ...nameOf(head, schoolId, names) })
    }
  }
  const keyed = [...schools.values(), ...others].map((record) => ({ record, key: `${foldWords(record.name)}\u0000${record.urn ?? ''}` }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : (a.record.seqs[0] ?? 0) - (b.record.seqs[0] ?? 0))).map(({ record }) => record)
}

function isSightingOnly(head: EntryHead): boolean {
  return head.table === 'schools' && head.action === 'update' && head.changed.every((column) => column === 'register_date')
}

/** The rest of a row holds the register's own change stamp; the others are where version 1 kept what are dated facts now. */
const QUIET: ReadonlySet<string> = new Set(['register_date', 'rest', 'trust', 'ofsted_rating', 'ofsted_date'])

function isQuiet(head: EntryHead): boolean {
  return head.table === 'schools' && head.action === 'update' && head.changed.every((column) => QUIET.has(column))
}

function begin(head: EntryHead): TouchedRecord {
  const own = head.table === 'school_facts' ? 'changed' : head.action === 'insert' ? 'added' : 'changed'
  return { sort: ALONG.has(head.table) ? 'also' : own, statusChanged: movesStatus(head), urn: null, name: '', seqs: [head.seq], quiet: isQuiet(head) }
}

/** A school that was added by the import has its first status from it: that is not a change of status. */
function join(record: TouchedRecord, head: EntryHead): void {
  record.seqs.push(head.seq)
  record.quiet &&= isQuiet(head)
  if (head.table === 'schools' && head.action === 'insert') record.sort = 'added'
  if (movesStatus(head)) record.statusChanged = true
}

function movesStatus(head: EntryHead): boolean {
  return head.table === 'school_facts' && head.columns['fact'] === 'status' && (head.action !== 'update' || head.changed.includes('value'))
}

function named(school: { urn: string; name: string } | undefined): Pick<TouchedRecord, 'urn' | 'name'> {
  return school ?? { urn: null, name: 'Not in the register any more' }
}

function nameOf(head: EntryHead, schoolId: string | null, names: Names): Pick<TouchedRecord, 'urn' | 'name'> {
  if (schoolId !== null) return named(names.ofId(schoolId))
  const { urn, name, body_id: bodyId } = head.columns
  if (urn) return { urn, name: names.ofUrn(urn) ?? 'Not in the register' }
  const body = bodyId ? names.ofBody(bodyId) : undefined
  return { urn: null, name: name ?? body ?? head.table.replaceAll('_', ' ') }
}

/** Narrows to records whose URN or name has all the words, however they are written. */
export function searchRecords(records: readonly TouchedRecord[], search: string): readonly TouchedRecord[] {
  const found = textSearch(search)
  return found === null ? records : records.filter(({ urn, name }) => found(`${urn ?? ''} ${name}`))
}

export function isOfSort(record: TouchedRecord, sort: ChangeSort): boolean {
  if (sort === 'statusChanged') return record.sort === 'changed' && record.statusChanged
  return record.sort === sort
}

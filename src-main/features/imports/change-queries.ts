import { z } from 'zod'
import type { ChangeSort, ImportChange } from '../../api/imports.ts'
import { entryHeads, snapshot, statement, wholeEntries, type ReadHandle, type WholeEntry, type Workspace } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { textSearch } from '../../domain/search-words.ts'
import type { FieldChange } from '../../imports/outcome.ts'
import { fieldsOf, type KeptRow } from './change-words.ts'
import { OWNERS, isOfSort, searchRecords, touchedRecords, type Names, type TouchedRecord } from './change-index.ts'

export { fieldsOf, type KeptRow } from './change-words.ts'

/** What the last import that was looked at did; its schools may be called otherwise once the workspace has changed. */
const kept = new WeakMap<ReadHandle, { stamp: string; records: TouchedRecord[] }>()

/** All records that an import's transaction touched, in order of name. */
function recordsTouchedBy({ read, stamp }: Pick<Workspace, 'read' | 'stamp'>, transactionId: string): readonly TouchedRecord[] {
  const now = `${transactionId} ${stamp()}`
  const known = kept.get(read)
  if (known?.stamp === now) return known.records
  const records = snapshot(read, () => withSomethingToTell(read, touchedRecords(entryHeads(read, transactionId, OWNERS), namesIn(read))))
  kept.set(read, { stamp: now, records })
  return records
}

/** Records looked into at a time, so that a national file does not stand in memory whole. */
const BATCH = 1_000

/** Leaves out the records of which only that was written which no officer reads. */
function withSomethingToTell(db: ReadHandle, records: readonly TouchedRecord[]): TouchedRecord[] {
  const quiet = records.filter((record) => record.quiet)
  const telling = new Set<TouchedRecord>()
  for (let start = 0; start < quiet.length; start += BATCH) {
    const batch = quiet.slice(start, start + BATCH)
    for (const { record, fields } of toldBy(db, batch)) if (fields.length > 0) telling.add(record)
  }
  return records.filter((record) => !record.quiet || telling.has(record))
}

/** What the entries of records say, field by field. */
function toldBy(db: ReadHandle, records: readonly TouchedRecord[]): { record: TouchedRecord; own: WholeEntry[]; fields: FieldChange[] }[] {
  const entries = new Map(wholeEntries(db, records.flatMap(({ seqs }) => seqs)).map((entry) => [entry.seq, entry]))
  return records.map((record) => {
    const own = record.seqs.flatMap((seq) => entries.get(seq) ?? [])
    return { record, own, fields: fieldsOf(own.map(({ table, before, after }) => ({ table, before: parsed(before), after: parsed(after) }))) }
  })
}

/** Schools by id and by URN: as the register has them, or, where one is gone, as it was removed. */
function namesIn(db: ReadHandle): Names {
  const ofId = new Map<string, { urn: string; name: string }>()
  const gone = statement<{ id: string; urn: string; name: string }>(
    db,
    `SELECT row_id AS id, before ->> '$.urn' AS urn, before ->> '$.name' AS name FROM history
     WHERE table_name = 'schools' AND action = 'delete' ORDER BY seq`,
  )
  for (const { id, ...school } of gone.iterate()) ofId.set(id, school)
  for (const { id, ...school } of statement<{ id: string; urn: string; name: string }>(db, 'SELECT id, urn, name FROM schools').iterate()) ofId.set(id, school)
  const ofUrn = new Map([...ofId.values()].map(({ urn, name }) => [urn, name]))
  const bodies = new Map(statement<{ id: string; name: string }>(db, 'SELECT id, name FROM bodies').all().map(({ id, name }) => [id, name]))
  return { ofId: (id) => ofId.get(id), ofUrn: (urn) => ofUrn.get(urn), ofBody: (id) => bodies.get(id) }
}

const row = z.record(z.string(), z.unknown())

function parsed(json: string | null): KeptRow | null {
  return json === null ? null : row.parse(JSON.parse(json))
}

/** One window of what an import did, with how many there are of each sort under the search. */
export function changesOf(workspace: Workspace, of: { importId: string; transactionId: string }, asked: { sort: ChangeSort; search: string; offset: number; limit: number }) {
  const db = workspace.read
  const found = searchRecords(recordsTouchedBy(workspace, of.transactionId), asked.search)
  const refused = refusedRows(db, of.importId, asked.search)
  const count = (sort: ChangeSort) => found.reduce((sum, record) => sum + (isOfSort(record, sort) ? 1 : 0), 0)
  const counts = { added: count('added'), changed: count('changed'), statusChanged: count('statusChanged'), also: count('also'), refused: refused.length }
  const window = <Row>(rows: readonly Row[]) => rows.slice(asked.offset, asked.offset + asked.limit)
  if (asked.sort === 'refused') return { total: refused.length, rows: window(refused), counts }
  const records = found.filter((record) => isOfSort(record, asked.sort))
  return { total: records.length, rows: toldInWords(db, window(records), of.transactionId), counts }
}

function toldInWords(db: ReadHandle, records: readonly TouchedRecord[], transactionId: string): ImportChange[] {
  return toldBy(db, records).map(({ record: { seqs, urn, name }, own, fields }) => ({ key: String(seqs[0] ?? ''), urn, name, fields, since: sinceThen(db, own, transactionId) }))
}

/** The last word on any of a record's rows after the import: who changed it, when, and in the course of what. */
function sinceThen(db: ReadHandle, entries: readonly { seq: number; table: string; row: string }[], transactionId: string): string | null {
  const later = statement<{ seq: number; at: string; summary: string; undoes: string | null }>(
    db,
    `SELECT h.seq, t.at, t.summary, t.undoes FROM history h JOIN transactions t ON t.id = h.transaction_id
     WHERE h.table_name = ? AND h.row_id = ? AND h.seq > ? AND h.transaction_id <> ? ORDER BY h.seq DESC LIMIT 1`,
  )
  let last: { seq: number; at: string; summary: string; undoes: string | null } | undefined
  for (const { table, row: id, seq } of entries) {
    const one = later.get(table, id, seq, transactionId)
    if (one && (last === undefined || one.seq > last.seq)) last = one
  }
  if (!last) return null
  const day = formatDate(last.at.slice(0, 10))
  return last.undoes === transactionId ? `Taken back on ${day}.` : `Touched again on ${day}: ${last.summary}.`
}

/** Rows that an import left out, as they are kept. */
function refusedRows(db: ReadHandle, importId: string, search: string): ImportChange[] {
  const rows = statement<{ id: string; line: number; urn: string; reason: string }>(
    db,
    'SELECT id, line, urn, reason FROM import_refusals WHERE import_id = ? ORDER BY line',
  ).all(importId)
  const found = textSearch(search) ?? (() => true)
  return rows
    .filter(({ urn, reason }) => found(`${urn} ${reason}`))
    .map(({ id, line, urn, reason }) => ({ key: id, urn: urn === '' ? null : urn, name: `Line ${line}`, fields: [{ field: `Line ${line}`, before: '', after: reason }], since: null }))
}

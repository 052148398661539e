import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { refuse } from '../../domain/refusal.ts'
import { RowFault } from '../../imports/cells.ts'
import { fileDateOf } from '../../imports/file-date.ts'
import { planChange, type StoredSchool, type SchoolChange } from '../../imports/register-plan.ts'
import { registerReader, type FieldValue, type RegisterReader, type RegisterRow } from '../../imports/register-rows.ts'
import { breathe, expectedRows, type Reporting } from '../../imports/reporting.ts'
import type { CsvFile, FileRow } from '../../imports/rows.ts'
import { closedWithoutDate } from './closed-without-date.ts'
import { dateNotes } from './date-notes.ts'
import { laterWords, scopeOf } from './later-files.ts'
import { ignored, refused, type ImportSource, type Planned, type Planner } from './planner.ts'
import { knownUrns, latestRegisterDate, schoolInserter, schoolsOfAuthorities, storedSchoolFinder, writeChange } from './register-queries.ts'
import { typeReader } from './register-types.ts'
import { readSettings } from '../settings/queries.ts'

/** Plans a register file: which records are new, what changes, field by field, and which the file no longer holds. */
export async function planRegister(db: ReadHandle, csv: CsvFile, source: ImportSource, reporting: Reporting): Promise<Planner> {
  const names = readSettings(db).keepHeadNames
  const reader = registerReader(csv.headings, names)
  const la = source.la ?? null
  if (la !== null && !reader.fields.includes('la_code')) {
    refuse('no-la-column', 'This file has no column LA (code), so the records of one authority cannot be told. Nothing was changed. Import it without naming a local authority.')
  }
  const { date, from } = await fileDateOf(csv.name, source.date, () => latestChange(csv, reader, reporting))
  const laterWord = await laterWords(db, date, reporting)
  const known = knownUrns(db)
  const find = storedSchoolFinder(db)
  const newSchools = schoolInserter(reader.fields, reader.restKeys, date)
  const takenOn = new Map<string, number>()
  const held = new Set<string>()
  const authorities = new Set<string>(la === null ? [] : [la])
  const notes = [...dateNotes(db, csv, source, date), ...notesOn(db, reader, date)]

  const typeWord = typeReader(db, notes)
  const odd = closedWithoutDate()

  const planNew = (row: RegisterRow): Planned => {
    const writeType = typeWord(row)
    const closeDate = dateAt(row.values[reader.fields.indexOf('close_date')])
    odd.look(row.urn, { closeDate, statuses: row.status === null ? [] : [{ value: row.status, validFrom: date, validTo: null }] })
    return {
      verdict: { sort: 'added', urn: row.urn, name: reader.name(row), shown: [], seal: [row.urn, row.type, row.status, row.trust, row.inspection?.date, row.inspection?.outcome, ...row.values].join('\u001F') },
      write: (to, importId) => {
        writeType?.(to)
        newSchools.add(to, row, importId)
      },
    }
  }

  const planKnown = (row: RegisterRow): Planned => {
    const stored = find(row.urn)
    if (!stored) throw new Error(`${row.urn} is known and not found`)
    const writeType = typeWord(row)
    const change = planChange(reader, row, stored, date, laterWord(row.urn))
    const write: Planned['write'] = (to, importId) => {
      writeType?.(to)
      writeChange(to, stored.id, change, importId)
    }
    odd.look(row.urn, afterwards(stored, change))
    if (!change.changed) {
      const nothing = change.registerDate === null && change.set.length === 0 && change.facts.length === 0 && writeType === null
      return nothing ? { verdict: { sort: 'unchanged' } } : { verdict: { sort: 'unchanged' }, write }
    }
    const { shown, statusChanged } = change
    return { verdict: { sort: 'changed', urn: row.urn, name: reader.name(row), statusChanged, shown, seal: JSON.stringify([row.urn, shown]) }, write }
  }

  const take = ({ line, cells, fault }: FileRow): Planned => {
    const urn = reader.urnAsWritten(cells)
    held.add(urn)
    if (fault !== null) return refused(urn, fault)
    if (la !== null && reader.laCodeAsWritten(cells) !== la) return ignored
    const row = reader.read(cells)
    if (row instanceof RowFault) return refused(urn, row.message)
    const before = takenOn.get(row.urn)
    if (before !== undefined) return refused(row.urn, `URN ${row.urn} stands on line ${before} already. Only its first row is taken.`)
    takenOn.set(row.urn, line)
    if (la === null) authorities.add(reader.laCodeAsWritten(cells))
    return known.has(row.urn) ? planKnown(row) : planNew(row)
  }

  return {
    fileDate: date,
    fileDateFrom: from,
    fields: scopeOf(reader, names),
    notes,
    take,
    finish() {
      newSchools.flush()
      notes.push(...odd.note())
    },
    gone: () => schoolsOfAuthorities(db, authorities).filter(({ urn }) => !held.has(urn)),
  }
}

/** What will decide whether a record is open, once a change is written. */
function afterwards({ fields, facts }: StoredSchool, { set, facts: changed }: SchoolChange) {
  const [, closeDate] = set.find(([field]) => field === 'close_date') ?? ['', fields.close_date]
  return { closeDate: dateAt(closeDate), statuses: changed.find(({ fact }) => fact === 'status')?.change.segments ?? facts.status }
}

function dateAt(value: FieldValue | undefined): CivilDate | null {
  return typeof value === 'string' ? value : null
}

/** The latest LastChangedDate of a whole file; null where it has no such column. */
async function latestChange(csv: CsvFile, reader: RegisterReader, reporting: Reporting): Promise<CivilDate | null> {
  if (reader.lastChanged === null) return null
  let latest: CivilDate | null = null
  let read = 0
  for await (const { rows, bytes } of csv.batches()) {
    read += rows.length
    reporting.report('Looking for the day of the file', read, expectedRows(read, bytes, csv.size))
    for (const { cells, fault } of rows) {
      const changed = fault === null ? reader.lastChanged(cells) : null
      if (changed !== null && (latest === null || changed > latest)) latest = changed
    }
    await breathe(reporting)
  }
  return latest
}

function notesOn(db: ReadHandle, reader: RegisterReader, date: CivilDate): string[] {
  const notes: string[] = []
  const newest = latestRegisterDate(db)
  if (newest !== null && newest > date) {
    notes.push(`This file is of ${formatDate(date)}; the register already holds one of ${formatDate(newest)}. It adds what was so earlier and replaces nothing that a later file said.`)
  }
  for (const fact of ['type', 'status'] as const) {
    if (!reader.facts.includes(fact)) notes.push(`The file has no column for the ${fact} of an establishment, so none is changed.`)
  }
  return notes
}

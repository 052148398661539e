import { formatDate } from '../domain/date-words.ts'
import { latestValue, valueOn, withFact, type DatedValue, type FactChange } from '../domain/dated-facts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { foldWords } from '../domain/fold-words.ts'
import type { FieldChange } from './outcome.ts'
import { REGISTER_FIELDS, factNames, type FactName, type FieldName } from './register-fields.ts'
import type { FieldValue, RegisterRow } from './register-rows.ts'

/** A stretch of a fact as it is stored. */
export interface StoredFact extends DatedValue {
  id: string
}

/** A record as the register holds it. */
export interface StoredSchool {
  id: string
  registerDate: CivilDate | null
  fields: Readonly<Record<FieldName, FieldValue>>
  facts: Readonly<Record<FactName, readonly StoredFact[]>>
}

/** What files of a later date, imported before this one, said of a record. */
export interface LaterWord {
  /** Fields that they had a column for: this file says nothing new about them. */
  covered: ReadonlySet<FieldName>
  /** Days on which they saw the record, so that an earlier value is not taken to run on past them. */
  seenOn: Readonly<Record<FactName, readonly CivilDate[]>>
}

/** What an import does to one record. */
export interface SchoolChange {
  changed: boolean
  statusChanged: boolean
  /** Columns to write, with their values. */
  set: (readonly [FieldName, FieldValue])[]
  facts: { fact: FactName; change: FactChange<StoredFact> }[]
  /** Set where this file is the latest that held the record. */
  registerDate: CivilDate | null
  shown: FieldChange[]
}

/**
 * What a row of a file does to a record that the register has (DOMAIN.md, "Exact rules"). Columns that the file lacks
 * are left alone; cells that are blank do blank. A file of an earlier date fills only what no later file spoke of, so
 * that vintages may come in any order.
 *
 * @param later null where no later file held the record
 */
export function planChange(fields: readonly FieldName[], row: RegisterRow, stored: StoredSchool, date: CivilDate, later: LaterWord | null): SchoolChange {
  const change: SchoolChange = { changed: false, statusChanged: false, set: [], facts: [], registerDate: null, shown: [] }
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]
    const after = row.values[i] ?? null
    if (field === undefined || stored.fields[field] === after || later?.covered.has(field)) continue
    change.set.push([field, after])
    change.shown.push({ field: REGISTER_FIELDS[field].label, before: inWords(stored.fields[field], field), after: inWords(after, field) })
  }
  for (const fact of factNames) planFact(change, fact, row[fact], stored.facts[fact], date, later)
  change.changed = change.set.length > 0 || change.facts.length > 0
  if (stored.registerDate === null || stored.registerDate < date) change.registerDate = date
  return change
}

const FACT_LABELS: Readonly<Record<FactName, string>> = { type: 'Type', status: 'Status' }

function planFact(change: SchoolChange, fact: FactName, value: string | null, stored: readonly StoredFact[], date: CivilDate, later: LaterWord | null): void {
  if (value === null) return
  const known = later ? stored.map((stretch) => confirmed(stretch, later.seenOn[fact])) : stored
  const next = withFact(known, { value, from: date })
  if (next.insert.length + next.update.length + next.delete.length === 0) return
  change.facts.push({ fact, change: next })
  const before = valueOn(stored, date)
  const label = FACT_LABELS[fact]
  if (before === value) {
    change.shown.push({ field: `${label} known from`, before: formatDate(stored[0]?.validFrom ?? date), after: formatDate(date) })
    return
  }
  if (fact === 'status') change.statusChanged = true
  const past = latestValue(next.segments) === value ? '' : ` on ${formatDate(date)}`
  change.shown.push({ field: `${label}${past}`, before: before ?? '', after: value })
}

function confirmed(stretch: StoredFact, seenOn: readonly CivilDate[]): StoredFact {
  const confirmedOn = seenOn.filter((day) => day > stretch.validFrom && (stretch.validTo === null || day <= stretch.validTo))
  return confirmedOn.length > 0 ? { ...stretch, confirmedOn } : stretch
}

/** A stored value as a preview shows it. */
export function inWords(value: FieldValue, field: FieldName): string {
  if (value === null) return ''
  return REGISTER_FIELDS[field].kind === 'date' ? formatDate(String(value)) : String(value)
}

/** Writes one type one way: the register changes the case of its words from vintage to vintage. */
export function sameSpelling(known: Iterable<string>): { spelled(type: string): string; isNew(type: string): boolean } {
  const spellings = new Map<string, string>()
  for (const type of known) spellings.set(foldWords(type), type)
  return {
    spelled(type) {
      return spellings.get(foldWords(type)) ?? type
    },
    isNew(type) {
      const folded = foldWords(type)
      if (spellings.has(folded)) return false
      spellings.set(folded, type)
      return true
    },
  }
}

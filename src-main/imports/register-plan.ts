import { formatDate } from '../domain/date-words.ts'
import { latestValue, valueOn, withFacts, type DatedValue, type FactChange } from '../domain/dated-facts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { foldWords } from '../domain/fold-words.ts'
import { outcomeOf, withInspections, type Inspection } from '../domain/inspections.ts'
import { readRest, restText, writeRest, type RestKey } from '../domain/register-rest.ts'
import type { FieldChange } from './outcome.ts'
import { REGISTER_FIELDS, factNames, type FactName, type FieldName } from './register-fields.ts'
import type { FieldValue, RegisterReader, RegisterRow } from './register-rows.ts'
import { sayRest, type RestDifference } from './rest-changes.ts'

/** A stretch of a fact as it is stored. */
export interface StoredFact extends DatedValue {
  id: string
}

/** Where version 1 kept trust and outcome: they become dated facts when a file that speaks of them comes in. */
export interface EarlierColumns {
  trust: string | null
  ofsted_rating: string | null
  ofsted_date: CivilDate | null
}

/** A record as the register holds it. */
export interface StoredSchool {
  id: string
  registerDate: CivilDate | null
  fields: Readonly<Record<FieldName, FieldValue>>
  facts: Readonly<Record<FactName, readonly StoredFact[]>>
  inspections: readonly StoredFact[]
  earlier: EarlierColumns
  rest: string | null
}

/** What files of a later date, imported before this one, said of a record. */
export interface LaterWord {
  /** Fields that they had a column for: this file says nothing new about them. */
  covered: ReadonlySet<FieldName>
  /** The same for what no field takes. */
  coveredRest: ReadonlySet<RestKey>
  /** Days on which they named the fact, so that an earlier value is not taken to run on past them. */
  seenOn: Readonly<Record<FactName, readonly CivilDate[]>>
  /** Days on which they named no trust, though they have the column. */
  withoutTrustOn: readonly CivilDate[]
  /** Inspections of which they gave the outcome. */
  inspectedOn: ReadonlySet<CivilDate>
}

/** What an import does to one record. */
export interface SchoolChange {
  changed: boolean
  statusChanged: boolean
  /** Columns to write, with their values. */
  set: (readonly [FieldName | keyof EarlierColumns | 'rest', FieldValue])[]
  facts: { fact: FactName | 'outcome'; change: FactChange<StoredFact> }[]
  /** Set where this file is the latest that held the record. */
  registerDate: CivilDate | null
  shown: FieldChange[]
}

export function noChange(): SchoolChange {
  return { changed: false, statusChanged: false, set: [], facts: [], registerDate: null, shown: [] }
}

const NONE: ReadonlySet<CivilDate> = new Set()

/** What of a file a plan goes by. */
type Columns = Pick<RegisterReader, 'fields' | 'restKeys'>

/**
 * What a row of a file does to a record that the register has (DOMAIN.md, "Exact rules"). Columns that the file lacks
 * are left alone; cells that are blank do blank. A file of an earlier date fills only what no later file spoke of, so
 * that vintages may come in any order.
 *
 * @param later null where no later file held the record
 */
export function planChange({ fields, restKeys }: Columns, row: RegisterRow, stored: StoredSchool, date: CivilDate, later: LaterWord | null): SchoolChange {
  const change = noChange()
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]
    const after = row.values[i] ?? null
    if (field === undefined || stored.fields[field] === after || later?.covered.has(field)) continue
    change.set.push([field, after])
    change.shown.push({ field: REGISTER_FIELDS[field].label, before: inWords(stored.fields[field], field), after: inWords(after, field) })
  }
  for (const fact of factNames) planFact(change, fact, row[fact], stored, date, later)
  planInspections(change, row.inspection === null ? [] : [row.inspection], stored, later?.inspectedOn ?? NONE)
  planRest(change, restKeys, row.rest, stored.rest, later)
  change.changed = change.shown.length > 0
  if (stored.registerDate === null || stored.registerDate < date) change.registerDate = date
  return change
}

function isNothing({ insert, update, delete: gone }: FactChange<StoredFact>): boolean {
  return insert.length + update.length + gone.length === 0
}

const FACT_LABELS: Readonly<Record<FactName, string>> = { type: 'Type', status: 'Status', trust: 'Trust' }

function planFact(change: SchoolChange, fact: FactName, value: string | null, { facts, earlier, registerDate }: StoredSchool, date: CivilDate, later: LaterWord | null): void {
  if (value === null) return
  const stored = facts[fact]
  const without = fact === 'trust' ? (later?.withoutTrustOn ?? []) : []
  const known = later ? stored.map((stretch) => confirmed(stretch, later.seenOn[fact])) : stored
  const moved = fact === 'trust' && earlier.trust !== null ? earlier.trust : null
  const observations = [{ value, from: date }, ...without.map((from) => ({ value: '', from }))]
  if (moved !== null) {
    change.set.push(['trust', null])
    if (registerDate !== null && registerDate !== date) observations.unshift({ value: moved, from: registerDate })
  }
  const next = withFacts(known, observations)
  if (isNothing(next)) return
  change.facts.push({ fact, change: next })
  const before = moved ?? valueOn(stored, date)
  const label = FACT_LABELS[fact]
  if (before === value) {
    if (moved === null) change.shown.push({ field: `${label} known from`, before: formatDate(stored[0]?.validFrom ?? date), after: formatDate(date) })
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

/**
 * Takes what a file says of inspections into a change. A word of a later file about the same inspection stands.
 *
 * @param inspectedOn inspections of which later files gave the outcome
 */
export function planInspections(change: SchoolChange, said: readonly Inspection[], { inspections, earlier }: StoredSchool, inspectedOn: ReadonlySet<CivilDate>): void {
  const moved = earlier.ofsted_date === null ? [] : [{ date: earlier.ofsted_date, outcome: outcomeOf(earlier.ofsted_rating ?? '') }]
  const news = said.filter(({ date }) => !inspectedOn.has(date))
  const next = withInspections(inspections, [...moved, ...news])
  if (moved.length > 0) change.set.push(['ofsted_rating', null], ['ofsted_date', null])
  if (isNothing(next)) return
  change.facts.push({ fact: 'outcome', change: next })
  const known = new Map(withInspections(inspections, moved).segments.map(({ validFrom, value }) => [validFrom, value]))
  for (const { validFrom, value } of next.segments) {
    const before = known.get(validFrom) ?? ''
    if (before !== value) change.shown.push({ field: `Ofsted, ${formatDate(validFrom)}`, before, after: value })
  }
}

function planRest(change: SchoolChange, keys: readonly RestKey[], values: readonly string[], stored: string | null, later: LaterWord | null): void {
  if (later === null && stored === restText(keys, values)) return
  const rest = readRest(stored)
  const differences: RestDifference[] = []
  for (const [i, key] of keys.entries()) {
    const before = rest.get(key) ?? ''
    const after = values[i] ?? ''
    if (before === after || later?.coveredRest.has(key)) continue
    rest.set(key, after)
    differences.push({ key, before, after })
  }
  sayRest(change.shown, differences)
  const text = writeRest(rest)
  if (text !== stored) change.set.push(['rest', text])
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

import { foldWords } from '../domain/fold-words.ts'
import { parseFileDate, type CivilDate } from '../domain/dates.ts'
import { dateOf, fault, lineOf, orFault, urnOf, type RowFault } from './cells.ts'
import { outcomeOf, type Inspection } from '../domain/inspections.ts'
import type { RestKey } from '../domain/register-rest.ts'
import { locateColumns, refuseMissing, shown } from './headings.ts'
import { OTHER_HEADINGS, READ_INTO_OTHERS, REGISTER_FIELDS, factNames, fieldNames, type FactName, type FieldName, type RegisterField } from './register-fields.ts'
import { restReader } from './register-rest-cells.ts'

/** A stored value of a register field. */
export type FieldValue = string | number | null

/** One establishment as a file describes it; `values` stand in the order of the file's `fields`. */
export interface RegisterRow {
  urn: string
  values: FieldValue[]
  /** Null where the file has no such column or the cell is blank. */
  type: string | null
  typeGroup: string
  status: string | null
  /** Blank where the file has the column and names no trust; null where it lacks the column. */
  trust: string | null
  /** The latest inspection; null where no date says when it was. */
  inspection: Inspection | null
  /** What no field takes, in the order of the file's `restKeys`. */
  rest: string[]
}

/** How one register file is read. */
export interface RegisterReader {
  /** The fields that the file has columns for; what it lacks, it says nothing about. */
  fields: readonly FieldName[]
  facts: readonly FactName[]
  /** Whether the file dates inspections. */
  inspections: boolean
  restKeys: readonly RestKey[]
  read(cells: readonly string[]): RegisterRow | RowFault
  /** Told even of rows that cannot be read. */
  urnAsWritten(cells: readonly string[]): string
  laCodeAsWritten(cells: readonly string[]): string
  name(row: RegisterRow): string
  /** The row's LastChangedDate; null where the file has no such column. */
  readonly lastChanged: ((cells: readonly string[]) => CivilDate | null) | null
}

const LONGEST = 1_000
const STATUSES = new Map(['Open', 'Open, but proposed to close', 'Proposed to open', 'Closed'].map((status) => [foldWords(status), status]))
/** How registers write "nothing": R's mark of a missing value. */
const MISSING = new Set(['NA'])
/** How censuses write a number that is kept back. */
const KEPT_BACK = new Set(['x', 'z', 'c', 'supp', 'ne', '-', '.', '..', 'n/a'])

/**
 * Finds a register file's columns. Refuses a file without a URN or a name.
 *
 * @param names whether the names of head teachers and proprietors are read; else the file might as well have no such columns
 */
export function registerReader(headings: readonly string[], names: boolean): RegisterReader {
  const others = locateColumns(headings, OTHER_HEADINGS)
  const columns = locateColumns(headings, fieldNames.map((name) => [name, REGISTER_FIELDS[name].headings] as const))
  const urnAt = others.get('urn')
  const missing = [...(urnAt === undefined ? ['URN'] : []), ...(columns.has('name') ? [] : ['EstablishmentName'])]
  if (urnAt === undefined || missing.length > 0) {
    refuseMissing(missing, headings, 'Choose a register file from Get Information about Schools with all its columns.')
  }
  const fields = fieldNames.filter((name) => columns.has(name) && (names || name !== 'head_name'))
  const taken = new Set([...columns.values(), ...[...others].flatMap(([key, place]) => (READ_INTO_OTHERS.has(key) ? [place] : []))])
  const rest = restReader(headings, taken, names)
  const readers = fields.map((name) => ({ at: columns.get(name) ?? -1, valueOf: valueReader(REGISTER_FIELDS[name]) }))
  const [typeAt, statusAt, groupAt, dialAt] = [others.get('type'), others.get('status'), others.get('typeGroup'), others.get('diallingCode')]
  const place = (name: FieldName) => fields.indexOf(name)
  const [nameAt, phoneAt] = [place('name'), place('telephone')]
  const headAt = place('head_name')
  const nameParts = (['headTitle', 'headFirstName', 'headHonours'] as const).map((part) => others.get(part) ?? -1)
  const changedAt = others.get('lastChanged')
  const [trustAt, outcomeAt, inspectedAt] = [others.get('trust'), others.get('outcome') ?? -1, others.get('inspectedOn')]
  const undatedAt = rest.places.indexOf(outcomeAt)
  const laAt = columns.get('la_code') ?? -1

  const readRow = (cells: readonly string[]): RegisterRow => {
    const urn = urnOf(cells[urnAt] ?? '')
    const values = readers.map(({ at, valueOf }) => valueOf(cells[at] ?? ''))
    if (values[nameAt] === null) fault('The name of the establishment is blank.')
    if (dialAt !== undefined && phoneAt >= 0) values[phoneAt] = withDiallingCode(cells[dialAt] ?? '', values[phoneAt])
    if (headAt >= 0) values[headAt] = wholeName(nameParts.map((at) => cells[at] ?? ''), values[headAt])
    const inspection = inspectedAt === undefined ? null : inspectionOf(cells[inspectedAt] ?? '', cells[outcomeAt] ?? '')
    const kept = rest.read(cells)
    // An outcome that has its date is a dated fact, and stands nowhere else.
    if (inspection !== null && undatedAt >= 0) kept[undatedAt] = ''
    return {
      urn,
      values,
      type: typeAt === undefined ? null : textOf(cells[typeAt] ?? '', 'The type'),
      typeGroup: groupAt === undefined ? '' : (textOf(cells[groupAt] ?? '', 'The type group') ?? ''),
      status: statusAt === undefined ? null : statusOf(cells[statusAt] ?? ''),
      trust: trustAt === undefined ? null : (textOf(cells[trustAt] ?? '', 'The trust') ?? ''),
      inspection,
      rest: kept,
    }
  }
  return {
    fields,
    facts: factNames.filter((fact) => others.has(fact)),
    inspections: inspectedAt !== undefined,
    restKeys: rest.keys,
    read: (cells) => orFault(() => readRow(cells)),
    urnAsWritten: (cells) => shown(cells[urnAt] ?? ''),
    laCodeAsWritten: (cells) => laCodeOf(cells[laAt] ?? ''),
    name: (row) => textAt(row, nameAt) ?? '',
    lastChanged: changedAt === undefined ? null : (cells) => parseFileDate(cells[changedAt] ?? ''),
  }
}

function laCodeOf(cell: string): string {
  const code = cell.trim()
  return /^\d{1,2}$/.test(code) ? code.padStart(3, '0') : code
}

function textAt(row: RegisterRow, place: number): string | null {
  const value = row.values[place]
  return typeof value === 'string' ? value : null
}

function textOf(cell: string, label: string): string | null {
  const text = lineOf(cell, label, LONGEST)
  return text === '' || MISSING.has(text) ? null : text
}

function statusOf(cell: string): string | null {
  const text = textOf(cell, 'The status')
  if (text === null) return null
  return STATUSES.get(foldWords(text)) ?? fault(`The status "${shown(text)}" is not one of ${[...STATUSES.values()].map((status) => `"${status}"`).join(', ')}.`)
}

function inspectionOf(day: string, outcome: string): Inspection | null {
  const date = MISSING.has(day) ? null : dateOf(day, 'The date of the inspection')
  return date === null ? null : { date, outcome: outcomeOf(textOf(outcome, 'The outcome') ?? '') }
}

/** EduBase and GIAS keep the parts of a name apart; data.gov.uk has it whole. */
function wholeName([title = '', first = '', honours = '']: readonly string[], last: FieldValue | undefined): FieldValue {
  if (typeof last !== 'string') return null
  return lineOf([title, first, last, honours].join(' '), 'The name of the head teacher', LONGEST)
}

function valueReader({ kind, label, digits }: RegisterField): (cell: string) => FieldValue {
  switch (kind) {
    case 'text':
      return (cell) => textOf(cell, label)
    case 'code':
      return (cell) => {
        const code = textOf(cell, label)
        return code !== null && /^\d+$/.test(code) ? code.padStart(digits ?? 0, '0') : code
      }
    case 'date':
      return (cell) => (MISSING.has(cell) ? null : dateOf(cell, label))
    case 'number':
      return (cell) => numberOf(cell, label)
  }
}

function numberOf(cell: string, label: string): number | null {
  const text = textOf(cell, label)
  if (text === null || KEPT_BACK.has(text.toLowerCase())) return null
  if (!/^\d{1,7}(\.0+)?$/.test(text)) fault(`${label} "${shown(text)}" is not a whole number.`)
  return Number(text)
}

function withDiallingCode(cell: string, number: FieldValue | undefined): FieldValue {
  const code = cell.trim()
  return typeof number === 'string' && /^\d+$/.test(code) && !number.startsWith('0') ? `${code}${number}` : (number ?? null)
}

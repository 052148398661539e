import { outcomeOfGrade } from '../domain/inspections.ts'
import type { CivilDate } from '../domain/dates.ts'
import { dateOf, fault, orFault, urnOf, type RowFault } from './cells.ts'
import { locateColumns, refuseMissing, shown } from './headings.ts'

/** An inspection and the record that was inspected, which may be a predecessor of the row's own. */
export interface RecordInspection {
  urn: string
  date: CivilDate
  outcome: string
}

/** One school of Ofsted's management information: its latest graded inspection, the ungraded one since, and the one before. */
export interface OutcomeRow {
  urn: string
  inspections: RecordInspection[]
  publishedOn: CivilDate | null
}

export interface OutcomeReader {
  read(cells: readonly string[]): OutcomeRow | RowFault
  urnAsWritten(cells: readonly string[]): string
}

const COLUMNS = [
  ['urn', ['URN']],
  ['date', ['Inspection start date']],
  ['grade', ['Overall effectiveness']],
  ['of', ['URN at time of latest graded inspection', 'URN at time of latest full inspection']],
  ['published', ['Publication date']],
  ['ungradedDate', ['Date of latest ungraded inspection', 'Date of latest section 8 inspection']],
  ['ungradedOutcome', ['Ungraded inspection overall outcome', 'Section 8 inspection overall outcome']],
  ['ungradedOf', ['URN at time of the ungraded inspection', 'URN at time of the section 8 inspection']],
  ['beforeDate', ['Previous inspection start date']],
  ['beforeGrade', ['Previous graded inspection overall effectiveness', 'Previous full inspection overall effectiveness']],
  ['beforeOf', ['URN at time of previous graded inspection', 'URN at time of previous full inspection']],
] as const satisfies readonly (readonly [string, readonly string[]])[]

type Column = (typeof COLUMNS)[number][0]

/** Reads Ofsted's management information, also where a spreadsheet or pandas saved it again ("103120.0", an unnamed first column). */
export function outcomeReader(headings: readonly string[]): OutcomeReader {
  const at = locateColumns<Column>(headings, COLUMNS)
  const needed = COLUMNS.filter(([key]) => key === 'urn' || key === 'date' || key === 'grade')
  const missing = needed.filter(([key]) => !at.has(key)).map(([, [heading]]) => heading)
  if (missing.length > 0) refuseMissing(missing, headings, 'Choose Ofsted’s management information of state-funded schools, latest inspections, saved as CSV.')
  return {
    read: (cells) => orFault(() => readRow((key) => (cells[at.get(key) ?? -1] ?? '').trim())),
    urnAsWritten: (cells) => shown(whole(cells[at.get('urn') ?? -1] ?? '')),
  }
}

function readRow(cell: (key: Column) => string): OutcomeRow {
  const urn = urnOf(whole(cell('urn')))
  const inspections: RecordInspection[] = []
  const take = (of: string, day: string, outcome: string | null, label: string) => {
    const date = dateOf(day, `The date of the ${label} inspection`)
    if (date !== null && outcome !== null) inspections.push({ urn: of === '' ? urn : urnOf(whole(of), `The URN of the ${label} inspection`), date, outcome })
  }
  take(cell('of'), cell('date'), graded(cell('grade'), 'The overall effectiveness'), 'latest graded')
  take(cell('ungradedOf'), cell('ungradedDate'), ungraded(cell('ungradedOutcome')), 'latest ungraded')
  take(cell('beforeOf'), cell('beforeDate'), graded(cell('beforeGrade'), 'The previous overall effectiveness'), 'previous graded')
  return { urn, inspections, publishedOn: dateOf(cell('published'), 'The publication date') }
}

/** Codes that a spreadsheet made numbers of: "103120.0". */
function whole(code: string): string {
  return code.trim().replace(/\.0+$/u, '')
}

const FILLERS = new Set(['', '9', '0', 'NULL', 'Not applicable', 'Not judged'])

function graded(grade: string, label: string): string | null {
  const outcome = outcomeOfGrade(grade)
  if (outcome === null && !FILLERS.has(whole(grade))) fault(`${label} "${shown(grade)}" is not one of 1 to 4, or 9 for none.`)
  return outcome
}

/** An ungraded inspection confirms a grade: "School remains Good (Improving) - S5 Next". Other words name none. */
function ungraded(words: string): string | null {
  const [, grade] = /\bremains (outstanding|good|requires improvement|inadequate)\b/iu.exec(words) ?? []
  return grade === undefined ? null : grade.charAt(0).toUpperCase() + grade.slice(1).toLowerCase()
}

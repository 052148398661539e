import { importKind, type ImportKind } from '../../../src-main/api/imports.ts'
import type { UiOption } from '../../ui/shapes.ts'

interface KindWords {
  label: string
  /** What the file is, and which columns it needs; columns are found by name, in any order. */
  hint: string
  /** One and several of what such a file adds. */
  one: string
  many: string
}

const words: Record<ImportKind, KindWords> = {
  register: {
    label: 'Register of schools',
    hint: 'An extract from Get Information about Schools, as .csv, .csv.gz or .xlsx. The column URN must be there.',
    one: 'school',
    many: 'schools',
  },
  links: {
    label: 'Predecessors and successors',
    hint: 'The links file from Get Information about Schools, with the columns URN, LinkURN, LinkName, LinkType and LinkEstablishedDate.',
    one: 'link',
    many: 'links',
  },
  visits: {
    label: 'Visits',
    hint: 'A .csv or .xlsx file with the columns URN, Date, Visitor, Kind, Status, Counts, Purpose and Note.',
    one: 'visit',
    many: 'visits',
  },
  attendance: {
    label: 'Attendance at District Strategy Groups',
    hint: 'A .csv or .xlsx file with the columns Group, District, Meeting date, URN and Attended.',
    one: 'attendance record',
    many: 'attendance records',
  },
  needs: {
    label: 'Need judgements',
    hint: 'A .csv or .xlsx file with the columns URN, Decision date, Requires package and Reason.',
    one: 'judgement',
    many: 'judgements',
  },
  districts: {
    label: 'Districts of schools',
    hint: 'A .csv or .xlsx file with the columns URN and District, or URN and Parliamentary constituency. A column From may say since when.',
    one: 'district of a school',
    many: 'districts of schools',
  },
  outcomes: {
    label: 'Inspection outcomes',
    hint: 'Ofsted’s management information of state-funded schools, as .csv. The columns URN, Inspection start date and Overall effectiveness must be there.',
    one: 'school’s outcomes',
    many: 'schools’ outcomes',
  },
}

export const kindChoices: UiOption[] = importKind.options.map((value) => ({ value, label: words[value].label }))

/** The kind named in an address; the register where none or an unknown one is named. */
export function kindOf(given: unknown): ImportKind {
  const kind = importKind.safeParse(given)
  return kind.success ? kind.data : 'register'
}

export function wordsOf(kind: ImportKind): KindWords {
  return words[kind]
}

/** "1 school", "958 schools". */
export function counted(kind: ImportKind, number: number): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? words[kind].one : words[kind].many}`
}

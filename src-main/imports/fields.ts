import type { ImportKind } from '../api/imports.ts'
import { OTHER_HEADINGS, REGISTER_FIELDS, fieldNames, type FieldKind } from './register-fields.ts'
import { ATTENDANCE_COLUMNS, DISTRICT_COLUMNS, NEED_COLUMNS, VISIT_COLUMNS, type Column } from './small-rows.ts'

/** What the cells of a field look like, so that a column can be told by its values. */
export type Looks = 'urn' | 'date' | 'yesNo' | 'number' | 'text' | readonly string[]

/** One thing that a kind of import reads from a row. */
export interface ImportField {
  key: string
  /** What an officer calls it. */
  label: string
  /** The headings that mean it by themselves; the first is the one that a matched column is given. */
  headings: readonly string[]
  needed: boolean
  looks: Looks
  /** One value may stand for every row: all of one file's visits are completed. */
  same: boolean
  /** What is taken for every row where nothing else is said. */
  usual?: string
  /** Words by which officers head such a column, beside its names. */
  hints: readonly string[]
}

type Manner = Partial<Pick<ImportField, 'looks' | 'same' | 'usual' | 'hints' | 'label'>>

const urn: Manner = { looks: 'urn', same: false, hints: ['school ref', 'school reference', 'reference', 'ref', 'school number', 'unique reference number'] }
const when: Manner = { looks: 'date', hints: ['when', 'date', 'day', 'on'] }

const MANNERS: Readonly<Record<'visits' | 'attendance' | 'needs' | 'districts', { columns: readonly Column[]; of: Readonly<Record<string, Manner>> }>> = {
  visits: {
    columns: VISIT_COLUMNS,
    of: {
      urn,
      date: { ...when, hints: [...when.hints ?? [], 'visited', 'visit date', 'date of visit'] },
      visitor: { hints: ['who', 'who went', 'visited by', 'by', 'officer', 'lead', 'adviser'] },
      kind: { looks: ['visit', 'telephone', 'virtual', 'meeting'], usual: 'visit', hints: ['type', 'method', 'contact', 'how'] },
      status: { looks: ['planned', 'completed', 'cancelled'], usual: 'completed', hints: ['state', 'done', 'happened'] },
      counts: { looks: 'yesNo', usual: 'yes', hints: ['contract', 'counted', 'contract visit'] },
      purpose: { hints: ['why', 'focus', 'about', 'reason', 'subject'] },
      note: { same: false, hints: ['notes', 'comment', 'comments', 'summary', 'findings'] },
      evidence: { same: false, hints: ['evidence seen'] },
      response: { looks: ['accurate', 'not accurate'], same: false },
      responseDate: { looks: 'date', same: false, hints: ['responded on'] },
      responseNote: { same: false },
      because: { same: false, hints: ['why cancelled'] },
    },
  },
  attendance: {
    columns: ATTENDANCE_COLUMNS,
    of: {
      urn,
      group: { hints: ['dsg', 'body', 'district strategy group', 'meeting of'] },
      district: { hints: ['area', 'constituency'] },
      date: { ...when, hints: [...when.hints ?? [], 'meeting', 'held'] },
      attended: { looks: 'yesNo', usual: 'yes', hints: ['present', 'came', 'attendance', 'there'] },
    },
  },
  needs: {
    columns: NEED_COLUMNS,
    of: {
      urn,
      date: { ...when, hints: [...when.hints ?? [], 'decided', 'judged', 'decision'] },
      requires: { looks: 'yesNo', hints: ['package', 'support', 'needs support', 'requires', 'support needed'] },
      reason: { hints: ['why', 'because', 'comment', 'notes'] },
    },
  },
  districts: {
    columns: DISTRICT_COLUMNS,
    of: { urn, district: { hints: ['area', 'dsg', 'constituency 2010'] }, from: { looks: 'date', hints: ['since', 'start'] } },
  },
}

const OTHER_LABELS: Readonly<Record<string, string>> = { urn: 'URN', type: 'Type', status: 'Status', typeGroup: 'Type group', lastChanged: 'Last changed', diallingCode: 'Dialling code' }
const LOOKS: Readonly<Record<FieldKind, Looks>> = { text: 'text', code: 'text', number: 'number', date: 'date' }
/** Of a register, what may be alike in every row of a list. */
const SAME_IN_REGISTER = new Set(['type', 'status', 'typeGroup', 'la_code', 'la_name', 'phase'])

function field(key: string, label: string, headings: readonly string[], needed: boolean, manner: Manner, same: boolean): ImportField {
  return { key, label, headings, needed, looks: 'text', same, hints: [], ...manner }
}

function registerFields(): ImportField[] {
  const others = OTHER_HEADINGS.map(([key, headings]) =>
    field(key, OTHER_LABELS[key] ?? key, headings, key === 'urn', key === 'urn' ? urn : key === 'lastChanged' ? { looks: 'date' } : {}, SAME_IN_REGISTER.has(key)),
  )
  const own = fieldNames.map((key) => {
    const { label, headings, kind } = REGISTER_FIELDS[key]
    return field(key, label, headings, key === 'name', { looks: LOOKS[kind], hints: key === 'name' ? ['school', 'establishment'] : [] }, SAME_IN_REGISTER.has(key))
  })
  return [...others, ...own].sort((a, b) => Number(b.needed) - Number(a.needed))
}

/** The fields of a kind, the needed first; none where the file is the register's own and its columns are never matched by hand. */
export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  if (kind === 'register') return registerFields()
  if (kind === 'links' || kind === 'outcomes') return []
  const { columns, of } = MANNERS[kind]
  return columns.map(([key, headings, optional]) => field(key, headings[0] ?? key, headings, optional === undefined, of[key] ?? {}, true))
}

import type { ImportOutcome } from '../../../src-main/api/imports.ts'
import type { UiColumn } from '../../ui/shapes.ts'
import { fieldRows, rowsOf, statusRows, type PreviewSort } from './previewRows.ts'

/** One line of a preview, in words, by column. */
export interface PreviewLine {
  key: string
  cells: Readonly<Record<string, string>>
}

/** One tab of a preview as a table of words, whatever its sort: for the screen, and for a file. */
export interface PreviewTable {
  columns: UiColumn[]
  lines: PreviewLine[]
}

const urn: UiColumn = { key: 'urn', label: 'URN', width: '72px' }
const line: UiColumn = { key: 'line', label: 'Line', width: '64px', align: 'end' }
const school: UiColumn = { key: 'name', label: 'School', width: 'minmax(160px, 3fr)' }
const change: UiColumn[] = [
  { key: 'field', label: 'What', width: 'minmax(110px, 2fr)' },
  { key: 'before', label: 'Before', width: 'minmax(110px, 2fr)' },
  { key: 'after', label: 'After', width: 'minmax(110px, 2fr)' },
]

export function previewTable(outcome: ImportOutcome, sort: PreviewSort): PreviewTable {
  if (sort === 'refused') return refusedTable(outcome)
  const rows = rowsOf(outcome, sort)
  if (sort === 'changed' || sort === 'statusChanged') {
    const lines = sort === 'changed' ? fieldRows(rows) : statusRows(rows)
    return { columns: [urn, school, ...change], lines: lines.map(({ key, ...row }) => ({ key, cells: { ...row, before: row.before || NONE, after: row.after || NONE } })) }
  }
  const fields = sort === 'added' ? [...new Set(rows.flatMap((row) => row.fields.map(({ field }) => field)))] : []
  return {
    columns: [...(sort === 'added' ? [line] : []), urn, school, ...fields.map((field, at) => fieldColumn(field, at))],
    lines: rows.map((row, at) => ({
      key: `${at}`,
      cells: {
        line: row.line?.toLocaleString('en-GB') ?? '',
        urn: row.urn,
        name: row.name,
        ...Object.fromEntries(fields.map((field, of) => [`field ${of}`, row.fields.find((each) => each.field === field)?.after || NONE])),
      },
    })),
  }
}

const NONE = 'Not recorded'

/** What will be recorded in a new row: a column each, a date no wider than a date, a school as wide as the school before it. */
function fieldColumn(label: string, at: number): UiColumn {
  if (/school/i.test(label)) return { ...school, key: `field ${at}`, label }
  return { key: `field ${at}`, label, width: /date/i.test(label) ? '140px' : `minmax(${Math.max(80, label.length * 8)}px, 2fr)` }
}

function refusedTable({ refused }: ImportOutcome): PreviewTable {
  return {
    columns: [line, urn, { key: 'reason', label: 'Why it is refused', width: 'minmax(240px, 1fr)' }],
    lines: refused.map((row, at) => ({ key: `${at}`, cells: { line: row.line.toLocaleString('en-GB'), urn: row.urn || 'None', reason: row.reason } })),
  }
}

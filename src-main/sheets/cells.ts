import type { ExportCell, ExportTable } from '../api/exports.ts'
import { formatDate } from '../domain/date-words.ts'
import { parseFileDate } from '../domain/dates.ts'

type Kind = ExportTable['columns'][number]['kind']

/** A cell as the sheet keeps it: true numbers and dates where they are ones, text otherwise, null for nothing. */
export type TypedCell = { kind: 'number' | 'percent' | 'code'; value: number } | { kind: 'date'; value: string } | { kind: 'text'; value: string } | null

export function typedCell(value: ExportCell | undefined, kind: Kind): TypedCell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return kind === 'number' || kind === 'percent' ? { kind, value } : { kind: 'text', value: String(value) }
  // A nought at the front would be lost, and beyond 15 digits Excel rounds.
  if (kind === 'code' && /^[1-9]\d{0,14}$/u.test(value)) return { kind, value: Number(value) }
  if (kind === 'date' && parseFileDate(value) === value) return { kind, value }
  return { kind: 'text', value }
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 })

/** A cell as a person reads it: "1,234", "87%", "21 June 2016"; nothing is the empty text. */
export function cellWords(cell: TypedCell): string {
  switch (cell?.kind) {
    case undefined:
      return ''
    case 'number':
      return numbers.format(cell.value)
    case 'percent':
      return `${numbers.format(cell.value)}%`
    case 'code':
      return String(cell.value)
    case 'date':
      return formatDate(cell.value)
    case 'text':
      return cell.value
  }
}

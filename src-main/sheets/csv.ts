import type { ExportTable } from '../api/exports.ts'
import { neutralised } from '../domain/formula-text.ts'
import { typedCell, type TypedCell } from './cells.ts'

/**
 * A list as a CSV file that Excel opens as it is meant: UTF-8 with its mark, lines that end in CR LF, texts and dates
 * (`YYYY-MM-DD`) in quotation marks, numbers bare, nothing that could run as a formula. It holds the table alone, so
 * that it can be read back.
 */
export function csvOf({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): Uint8Array<ArrayBuffer> {
  const lines = [columns.map(({ heading }) => quoted(heading)), ...rows.map((row) => columns.map(({ kind }, at) => written(typedCell(row[at], kind))))]
  return new TextEncoder().encode(`\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`)
}

function written(cell: TypedCell): string {
  switch (cell?.kind) {
    case undefined:
      return ''
    case 'number':
    case 'code':
      return String(cell.value)
    case 'percent':
      return `${cell.value}%`
    case 'date':
    case 'text':
      return quoted(cell.value)
  }
}

function quoted(text: string): string {
  return `"${neutralised(text).replaceAll('"', '""')}"`
}

import type { ImportKind } from '../../../src-main/api/imports.ts'
import type { ExportTable } from '../../client/exportTable.ts'

/** A list of what an import does or did, as a file. Judgements of need name schools of concern, so their lists say that they are not for publication. */
export function importTable(kind: ImportKind, title: string, note: string, headings: readonly string[], rows: readonly (readonly string[])[]): ExportTable {
  return { title, note, columns: headings.map((heading) => ({ heading, kind: 'text' })), rows: rows.map((row) => [...row]), exempt: kind === 'needs' }
}

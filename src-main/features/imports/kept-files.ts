import type { ImportKind } from '../../api/imports.ts'
import { fieldsOf } from '../../imports/fields.ts'
import { withColumns } from '../../imports/mapping.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { openTable } from '../../imports/table-file.ts'
import type { ImportScope } from './queries.ts'

/** A file of an import as the workspace keeps it. */
export interface KeptFile {
  kind: ImportKind
  name: string
  bytes: Buffer
  scope: ImportScope
}

/** Opens a kept file as it was imported: the sheet that was read, its columns as an officer matched them. */
export async function openKept({ kind, name, bytes, scope: { sheet, columns } }: KeptFile): Promise<CsvFile> {
  const table = await openTable(new File([new Uint8Array(bytes)], name), sheet)
  return columns === undefined ? table : withColumns(table, fieldsOf(kind), columns)
}

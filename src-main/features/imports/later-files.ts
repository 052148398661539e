import type { ReadHandle } from '../../database/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { RowFault } from '../../imports/cells.ts'
import { fieldsOf } from '../../imports/fields.ts'
import { withColumns } from '../../imports/mapping.ts'
import { isFieldName, type FieldName } from '../../imports/register-fields.ts'
import type { LaterWord } from '../../imports/register-plan.ts'
import { registerReader } from '../../imports/register-rows.ts'
import { breathe, type Reporting } from '../../imports/reporting.ts'
import { openTable } from '../../imports/table-file.ts'
import { laterRegisterFiles, type ImportScope } from './queries.ts'

interface LaterFile {
  date: CivilDate
  fields: ReadonlySet<string>
  held: ReadonlySet<string>
}

/**
 * What files of later days said, record by record, read from the kept files themselves. Asked only when a file comes in
 * out of its order; costs a reading of each later file.
 */
export async function laterWords(db: ReadHandle, date: CivilDate, reporting: Reporting): Promise<(urn: string) => LaterWord | null> {
  const files: LaterFile[] = []
  for (const kept of laterRegisterFiles(db, date)) {
    reporting.report(`Reading ${kept.name}, which is of a later day`, 0, null)
    const file = new File([new Uint8Array(kept.bytes)], kept.name)
    files.push({ date: kept.date, fields: new Set(kept.scope.fields), held: await heldUrns(file, kept.scope, reporting) })
  }
  if (files.length === 0) return () => null
  const answers = new Map<string, LaterWord>()
  return (urn) => {
    const holding = files.filter((file) => file.held.has(urn))
    if (holding.length === 0) return null
    const key = holding.map((file) => files.indexOf(file)).join()
    const known = answers.get(key)
    if (known) return known
    const word = wordOf(holding)
    answers.set(key, word)
    return word
  }
}

function wordOf(files: readonly LaterFile[]): LaterWord {
  const covered = new Set<FieldName>()
  for (const { fields } of files) for (const field of fields) if (isFieldName(field)) covered.add(field)
  const seenOn = (fact: string) => files.filter((file) => file.fields.has(fact)).map((file) => file.date)
  return { covered, seenOn: { type: seenOn('type'), status: seenOn('status') } }
}

async function heldUrns(file: File, { la, sheet, columns }: ImportScope, reporting: Reporting): Promise<Set<string>> {
  const table = await openTable(file, sheet)
  const csv = columns === undefined ? table : withColumns(table, fieldsOf('register'), columns)
  const reader = registerReader(csv.headings)
  const held = new Set<string>()
  for await (const { rows } of csv.batches()) {
    for (const { cells, fault } of rows) {
      if (fault !== null || (la !== null && reader.laCodeAsWritten(cells) !== la)) continue
      const row = reader.read(cells)
      if (!(row instanceof RowFault)) held.add(row.urn)
    }
    await breathe(reporting)
  }
  return held
}

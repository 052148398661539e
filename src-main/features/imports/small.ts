import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import { RowFault } from '../../imports/cells.ts'
import type { FieldChange } from '../../imports/outcome.ts'
import type { RowReader } from '../../imports/small-rows.ts'
import { refused, unchanged, type Planned, type Planner } from './planner.ts'
import { schoolFinder } from './small-queries.ts'

/** A planner for files that have no date of their own and whose rows each name one record of the register. */
export function planOfRows<Row extends { urn: string }>(
  fields: readonly string[],
  reader: RowReader<Row>,
  plan: (row: Row, line: number) => Planned,
): Planner {
  return {
    fileDate: null,
    fileDateFrom: null,
    fields,
    notes: [],
    take: ({ line, cells, fault }) => {
      if (fault !== null) return refused(reader.urnAsWritten(cells), fault)
      const row = reader.read(cells)
      return row instanceof RowFault ? refused(reader.urnAsWritten(cells), row.message) : plan(row, line)
    },
  }
}

export function unknownUrn(urn: string): Planned {
  return refused(urn, `URN ${urn} is not in the register. Import the register that holds it first.`)
}

export function noYes(flag: boolean): string {
  return flag ? 'Yes' : 'No'
}

/** How rows are told apart and shown that are only ever added: visits and judgements. */
interface Additions<Row extends { urn: string }> {
  /** Whether the record has what the row says; asked once a row, in the order of the file. */
  isKnown(schoolId: string, row: Row): boolean
  /** All that a row says, beside its URN, in a fixed order. */
  saying(row: Omit<Row, 'urn'>): readonly unknown[]
  shown(row: Row): FieldChange[]
  insert(db: WriteHandle, schoolId: string, row: Row): void
}

/** Plans rows that are only ever added. */
export function planAdditions<Row extends { urn: string }>(db: ReadHandle, fields: readonly string[], reader: RowReader<Row>, of: Additions<Row>): Planner {
  const find = schoolFinder(db)
  return planOfRows(fields, reader, (row) => {
    const school = find(row.urn)
    if (!school) return unknownUrn(row.urn)
    if (of.isKnown(school.id, row)) return unchanged
    return {
      verdict: { sort: 'added', urn: row.urn, name: school.name, shown: of.shown(row), seal: `${row.urn} ${JSON.stringify(of.saying(row))}` },
      write: (to) => of.insert(to, school.id, row),
    }
  })
}

/** A field of a new row, as a preview shows it. */
export function newField(field: string, after: string): FieldChange {
  return { field, before: '', after }
}

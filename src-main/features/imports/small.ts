import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import { RowFault } from '../../imports/cells.ts'
import type { FieldChange } from '../../imports/outcome.ts'
import type { RowReader } from '../../imports/small-rows.ts'
import { refused, unchanged, type Planned, type Planner } from './planner.ts'
import { schoolFinder, type KnownSchool } from './small-queries.ts'

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
  /** What a record already has, each said once for each time it stands. */
  stored(schoolId: string): Omit<Row, 'urn'>[]
  /** All that a row says, beside its URN, in a fixed order. */
  saying(row: Omit<Row, 'urn'>): readonly unknown[]
  shown(row: Row): FieldChange[]
  insert(db: WriteHandle, schoolId: string, row: Row): void
}

/**
 * Plans rows that are only ever added. A row is the same as a stored one when all its fields are; a row that stands
 * twice in a file stands for two, so a file brings as many as it has more than the workspace, and none the second time.
 */
export function planAdditions<Row extends { urn: string }>(db: ReadHandle, fields: readonly string[], reader: RowReader<Row>, of: Additions<Row>): Planner {
  const find = schoolFinder(db)
  const unmatched = new Map<string, Map<string, number>>()
  const unmatchedOf = (school: KnownSchool): Map<string, number> => {
    const known = unmatched.get(school.id)
    if (known) return known
    const counts = new Map<string, number>()
    for (const row of of.stored(school.id)) {
      const key = JSON.stringify(of.saying(row))
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    unmatched.set(school.id, counts)
    return counts
  }
  return planOfRows(fields, reader, (row) => {
    const school = find(row.urn)
    if (!school) return unknownUrn(row.urn)
    const counts = unmatchedOf(school)
    const key = JSON.stringify(of.saying(row))
    const left = counts.get(key) ?? 0
    if (left > 0) {
      counts.set(key, left - 1)
      return unchanged
    }
    return {
      verdict: { sort: 'added', urn: row.urn, name: school.name, shown: of.shown(row), seal: `${row.urn} ${key}` },
      write: (to) => of.insert(to, school.id, row),
    }
  })
}

/** A field of a new row, as a preview shows it. */
export function newField(field: string, after: string): FieldChange {
  return { field, before: '', after }
}

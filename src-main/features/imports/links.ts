import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { predecessors, stepBack, type Link } from '../../domain/school-line.ts'
import { RowFault } from '../../imports/cells.ts'
import { breathe, expectedRows, type Reporting } from '../../imports/reporting.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { linkReader, type LinkRow } from '../../imports/small-rows.ts'
import { listLinks } from '../schools/queries.ts'
import { ignored, refused, unchanged, type ImportSource, type Planner } from './planner.ts'
import { knownUrns } from './register-queries.ts'
import { dateLink, insertLink, linkFinder, schoolFinder } from './small-queries.ts'
import { newField, planOfRows } from './small.ts'

/**
 * Plans the register's links file. A link is kept where the register holds one of its ends or both, and where it leads
 * on from a record of the line that the register does not hold: so a line runs on through any number of these. Of the
 * national file, all other rows are ignored. The file is read once beforehand to find the lines.
 */
export async function planLinks(db: ReadHandle, csv: CsvFile, _source: ImportSource, reporting: Reporting): Promise<Planner> {
  const find = schoolFinder(db)
  const onLine = await recordsOnLines(db, csv, reporting)
  const findLink = linkFinder(db)
  const takenOn = new Map<string, number>()
  const shownDate = (row: Pick<LinkRow, 'establishedOn'>) => (row.establishedOn === null ? '' : formatDate(row.establishedOn))
  return planOfRows<LinkRow>(['link_urn', 'type', 'established_on'], linkReader(csv.headings), (row, line) => {
    const school = find(row.urn)
    if (!school && !find(row.linkUrn) && !onLine.has(stepBack(row)?.urn ?? '')) return ignored
    const name = school?.name ?? 'Not in the register'
    const key = JSON.stringify([row.urn, row.linkUrn, row.type])
    const before = takenOn.get(key)
    if (before !== undefined) return refused(row.urn, `The same link stands on line ${before} already. Only its first row is taken.`)
    takenOn.set(key, line)
    const stored = findLink(row)
    if (stored?.establishedOn === row.establishedOn) return unchanged
    const seal = `${key} ${row.establishedOn ?? ''}`
    const linked = `${find(row.linkUrn)?.name || row.linkName || 'Not in the register'} (${row.linkUrn})`
    if (stored) {
      const shown = [{ field: `${row.type}, ${linked}: date`, before: shownDate(stored), after: shownDate(row) }]
      return { verdict: { sort: 'changed', urn: row.urn, name, shown, seal }, write: (to) => dateLink(to, stored.id, row.establishedOn) }
    }
    const shown = [newField('Kind of link', row.type), newField('Linked school', linked), newField('Date', shownDate(row))]
    return { verdict: { sort: 'added', urn: row.urn, name, shown, seal }, write: (to) => insertLink(to, row) }
  })
}

/** The records of the register, and all before them in their lines, held or not. */
async function recordsOnLines(db: ReadHandle, csv: CsvFile, reporting: Reporting): Promise<ReadonlySet<string>> {
  const reader = linkReader(csv.headings)
  const links: Link[] = listLinks(db)
  let read = 0
  for await (const { rows, bytes } of csv.batches()) {
    read += rows.length
    reporting.report('Looking for the lines of schools', read, expectedRows(read, bytes, csv.size))
    for (const { cells, fault } of rows) {
      const row = fault === null ? reader.read(cells) : null
      if (row !== null && !(row instanceof RowFault)) links.push(row)
    }
    await breathe(reporting)
  }
  const before = predecessors(links)
  const urns = knownUrns(db)
  return new Set([...urns].flatMap((urn) => [urn, ...before(urn)]))
}

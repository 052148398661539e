import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { linkReader, type LinkRow } from '../../imports/small-rows.ts'
import { ignored, refused, unchanged, type Planner } from './planner.ts'
import { dateLink, insertLink, linkFinder, schoolFinder } from './small-queries.ts'
import { newField, planOfRows } from './small.ts'

/**
 * Plans the register's links file. A link is kept where the register holds one of its ends or both, so that a line runs on
 * through a record that it does not hold; of the national file, rows whose both ends are elsewhere are ignored.
 */
export function planLinks(db: ReadHandle, csv: CsvFile): Planner {
  const find = schoolFinder(db)
  const findLink = linkFinder(db)
  const takenOn = new Map<string, number>()
  const shownDate = (row: Pick<LinkRow, 'establishedOn'>) => (row.establishedOn === null ? '' : formatDate(row.establishedOn))
  return planOfRows<LinkRow>(['link_urn', 'type', 'established_on'], linkReader(csv.headings), (row, line) => {
    const school = find(row.urn)
    if (!school && !find(row.linkUrn)) return ignored
    const name = school?.name ?? 'Not in the register'
    const key = JSON.stringify([row.urn, row.linkUrn, row.type])
    const before = takenOn.get(key)
    if (before !== undefined) return refused(row.urn, `The same link stands on line ${before} already. Only its first row is taken.`)
    takenOn.set(key, line)
    const stored = findLink(row)
    if (stored?.establishedOn === row.establishedOn) return unchanged
    const seal = `${key} ${row.establishedOn ?? ''}`
    if (stored) {
      const shown = [{ field: `${row.type} ${row.linkUrn}: date`, before: shownDate(stored), after: shownDate(row) }]
      return { verdict: { sort: 'changed', urn: row.urn, name, shown, seal }, write: (to) => dateLink(to, stored.id, row.establishedOn) }
    }
    const shown = [newField(row.type, `${row.linkUrn} ${row.linkName}`.trim()), newField('Date', shownDate(row))]
    return { verdict: { sort: 'added', urn: row.urn, name, shown, seal }, write: (to) => insertLink(to, row) }
  })
}

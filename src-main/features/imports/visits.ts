import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { visitReader, type VisitRow } from '../../imports/small-rows.ts'
import type { Planner } from './planner.ts'
import { insertImportedVisit, storedVisits } from './small-queries.ts'
import { newField, noYes, planAdditions } from './small.ts'

const FIELDS = ['date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note'] as const

/**
 * Plans a file of visits. A visit is the same as a stored one when all its fields are; one that stands twice in a file
 * stands for two, so a file brings as many as it has more than the workspace, and none the second time.
 */
export function planVisits(db: ReadHandle, csv: CsvFile): Planner {
  return planAdditions<VisitRow>(db, FIELDS, visitReader(csv.headings), {
    isKnown: visitMatcher(db),
    saying,
    shown: (visit) => [
      newField('Date', formatDate(visit.date)),
      newField('Visitor', visit.visitor),
      newField('Kind', visit.kind),
      newField('Status', visit.status),
      newField('Counts', noYes(visit.counts)),
    ],
    insert: insertImportedVisit,
  })
}

function saying(visit: Omit<VisitRow, 'urn'>): unknown[] {
  return FIELDS.map((field) => visit[field])
}

/** Matches each stored visit with one row at most. */
function visitMatcher(db: ReadHandle): (schoolId: string, visit: VisitRow) => boolean {
  const unmatched = new Map<string, Map<string, number>>()
  const unmatchedOf = (schoolId: string): Map<string, number> => {
    const known = unmatched.get(schoolId)
    if (known) return known
    const counts = new Map<string, number>()
    for (const visit of storedVisits(db, schoolId)) {
      const key = JSON.stringify(saying(visit))
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    unmatched.set(schoolId, counts)
    return counts
  }
  return (schoolId, visit) => {
    const counts = unmatchedOf(schoolId)
    const key = JSON.stringify(saying(visit))
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left > 0
  }
}

import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { visitReader, type VisitRow } from '../../imports/small-rows.ts'
import type { Planner } from './planner.ts'
import { insertImportedVisit, storedVisits } from './small-queries.ts'
import { newField, noYes, planAdditions } from './small.ts'

const FIELDS = ['date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note'] as const

/** Plans a file of visits. */
export function planVisits(db: ReadHandle, csv: CsvFile): Planner {
  return planAdditions<VisitRow>(db, FIELDS, visitReader(csv.headings), {
    stored: (schoolId) => storedVisits(db, schoolId),
    saying: (visit) => FIELDS.map((field) => visit[field]),
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

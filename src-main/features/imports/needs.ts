import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { needReader, type NeedRow } from '../../imports/small-rows.ts'
import type { Planner } from './planner.ts'
import { insertImportedNeed, storedNeeds } from './small-queries.ts'
import { newField, noYes, planAdditions } from './small.ts'

const FIELDS = ['decidedOn', 'requiresPackage', 'reason'] as const

/** Plans a file of dated judgements that say whether a school requires a support package. */
export function planNeeds(db: ReadHandle, csv: CsvFile): Planner {
  return planAdditions<NeedRow>(db, FIELDS, needReader(csv.headings), {
    stored: (schoolId) => storedNeeds(db, schoolId),
    saying: (need) => FIELDS.map((field) => need[field]),
    shown: (need) => [newField('Decision date', formatDate(need.decidedOn)), newField('Requires package', noYes(need.requiresPackage)), newField('Reason', need.reason)],
    insert: insertImportedNeed,
  })
}

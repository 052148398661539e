import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { RowFault } from '../../imports/cells.ts'
import { breathe, type Reporting } from '../../imports/reporting.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { needReader, type NeedRow, type RowReader } from '../../imports/small-rows.ts'
import type { ImportSource, Planner } from './planner.ts'
import { insertImportedNeed, schoolFinder, storedNeeds } from './small-queries.ts'
import { newField, noYes, planAdditions } from './small.ts'

const FIELDS = ['decidedOn', 'requiresPackage', 'reason'] as const

/**
 * Plans a file of dated judgements that say whether a school requires a support package. Of the judgements of one day
 * the later recorded stands, so their order counts: the file is read once beforehand, to see which of its judgements of
 * a school and day are those that the workspace ends with. The same file twice brings none; a file whose last word
 * differs from the workspace's has the last word.
 */
export async function planNeeds(db: ReadHandle, csv: CsvFile, _source: ImportSource, reporting: Reporting): Promise<Planner> {
  const reader = needReader(csv.headings)
  const known = await knownOnDays(db, csv, reader, reporting)
  return planAdditions<NeedRow>(db, FIELDS, reader, {
    isKnown(schoolId, need) {
      const key = dayKey(schoolId, need)
      const left = known.get(key) ?? 0
      known.set(key, left - 1)
      return left > 0
    },
    saying,
    shown: (need) => [newField('Decision date', formatDate(need.decidedOn)), newField('Requires package', noYes(need.requiresPackage)), newField('Reason', need.reason)],
    insert: insertImportedNeed,
  })
}

type Judgement = Omit<NeedRow, 'urn'>

function saying(need: Judgement): unknown[] {
  return FIELDS.map((field) => need[field])
}

function dayKey(schoolId: string, { decidedOn }: Judgement): string {
  return `${schoolId} ${decidedOn}`
}

/** How many of a file's judgements of a school and day, counted from its first, the workspace has already. */
async function knownOnDays(db: ReadHandle, csv: CsvFile, reader: RowReader<NeedRow>, reporting: Reporting): Promise<Map<string, number>> {
  const find = schoolFinder(db)
  const ofFile = new Map<string, string[]>()
  const stored = new Map<string, string[]>()
  const seen = new Set<string>()
  for await (const { rows } of csv.batches()) {
    for (const { cells, fault } of rows) {
      const row = fault === null ? reader.read(cells) : null
      const school = row === null || row instanceof RowFault ? undefined : find(row.urn)
      if (row === null || row instanceof RowFault || !school) continue
      append(ofFile, dayKey(school.id, row), JSON.stringify(saying(row)))
      if (seen.has(school.id)) continue
      seen.add(school.id)
      for (const need of storedNeeds(db, school.id)) append(stored, dayKey(school.id, need), JSON.stringify(saying(need)))
    }
    await breathe(reporting)
  }
  return new Map([...ofFile].map(([key, judgements]) => [key, overlap(stored.get(key) ?? [], judgements)]))
}

function append(sequences: Map<string, string[]>, key: string, item: string): void {
  const sequence = sequences.get(key)
  if (sequence) sequence.push(item)
  else sequences.set(key, [item])
}

/** The longest beginning of `next` with which `before` ends. */
function overlap(before: readonly string[], next: readonly string[]): number {
  for (let length = Math.min(before.length, next.length); length > 0; length -= 1) {
    const start = before.length - length
    if (next.slice(0, length).every((item, i) => item === before[start + i])) return length
  }
  return 0
}

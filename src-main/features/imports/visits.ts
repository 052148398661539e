import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { isToCome } from '../../domain/visit-state.ts'
import type { FieldChange } from '../../imports/outcome.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { visitReader, type VisitRow } from '../../imports/small-rows.ts'
import { refused, unchanged, type ImportSource, type Planned, type Planner } from './planner.ts'
import { completeImportedVisit, insertImportedVisit, schoolFinder, storedVisits, type StoredVisit } from './small-queries.ts'
import { newField, noYes, planOfRows, unknownUrn } from './small.ts'
import { storedWord } from './stored-words.ts'

/** What tells one visit from another. */
const FIELDS = ['date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note'] as const

/** What a file may add to a visit that is there: where it says nothing, nothing is taken away. */
const EXTRAS = ['evidence', 'response', 'respondedOn', 'responseNote', 'cancelledBecause'] as const
type Extra = (typeof EXTRAS)[number]
const COLUMNS = [...FIELDS, 'evidence', 'response', 'responded_on', 'response_note', 'cancelled_because'] as const
const EXTRA_WORDS: Record<Extra, string> = {
  evidence: 'Evidence',
  response: 'Response',
  respondedOn: 'Response date',
  responseNote: 'Response note',
  cancelledBecause: 'Cancelled because',
}

/**
 * Plans a file of visits. A visit is the same as a stored one when all that tells visits apart is; one that stands twice
 * in a file stands for two, so a file brings as many as it has more than the workspace, and none the second time.
 * Evidence, response and the reason to cancel may come later, in another file: then they are added to the visit.
 */
export function planVisits(db: ReadHandle, csv: CsvFile, { today }: Pick<ImportSource, 'today'>): Planner {
  const find = schoolFinder(db)
  const take = visitMatcher(db)
  return planOfRows<VisitRow>(COLUMNS, visitReader(csv.headings), (row) => {
    const school = find(row.urn)
    if (!school) return unknownUrn(row.urn)
    const stored = take(school.id, row)
    if (stored === null && today !== undefined && isToCome(row, today)) {
      return refused(row.urn, `The visit is said to be completed, and ${formatDate(row.date)} is still to come. Make it planned, or correct the date.`)
    }
    if (stored === null) return added(row, school)
    const news = EXTRAS.filter((extra) => row[extra] && row[extra] !== stored[extra])
    if (news.length === 0) return unchanged
    const shown = news.map((extra) => ({ field: EXTRA_WORDS[extra], before: shownExtra(stored, extra), after: shownExtra(row, extra) }))
    const more = {
      evidence: row.evidence || stored.evidence,
      response: row.response ?? stored.response,
      respondedOn: row.respondedOn ?? stored.respondedOn,
      responseNote: row.responseNote || stored.responseNote,
      cancelledBecause: row.cancelledBecause || stored.cancelledBecause,
    }
    return {
      verdict: { sort: 'changed', urn: row.urn, name: school.name, shown, seal: `${row.urn} ${JSON.stringify([saying(row), more])}` },
      write: (to) => completeImportedVisit(to, stored.id, more),
    }
  })
}

function added(row: VisitRow, school: { id: string; name: string }): Planned {
  const shown: FieldChange[] = [
    newField('Date', formatDate(row.date)),
    newField('Visitor', row.visitor),
    newField('Kind', storedWord('visits', 'kind', row.kind) ?? row.kind),
    newField('Status', storedWord('visits', 'status', row.status) ?? row.status),
    newField('Counts', noYes(row.counts)),
    ...EXTRAS.filter((extra) => row[extra]).map((extra) => newField(EXTRA_WORDS[extra], shownExtra(row, extra))),
  ]
  return {
    verdict: { sort: 'added', urn: row.urn, name: school.name, shown, seal: `${row.urn} ${JSON.stringify([saying(row), EXTRAS.map((extra) => row[extra])])}` },
    write: (to) => insertImportedVisit(to, school.id, row),
  }
}

function shownExtra(visit: Pick<VisitRow, Extra>, extra: Extra): string {
  const value = visit[extra]
  if (value === null) return ''
  if (extra === 'respondedOn') return formatDate(value)
  if (extra === 'response') return storedWord('visits', 'response', value) ?? value
  return value
}

function saying(visit: Omit<VisitRow, 'urn'>): unknown[] {
  return FIELDS.map((field) => visit[field])
}

/** Matches each stored visit with one row at most; of several that a row may mean, the one that it has least to add to. */
function visitMatcher(db: ReadHandle): (schoolId: string, visit: VisitRow) => StoredVisit | null {
  const unmatched = new Map<string, StoredVisit[]>()
  return (schoolId, row) => {
    const left = unmatched.get(schoolId) ?? storedVisits(db, schoolId)
    unmatched.set(schoolId, left)
    const key = JSON.stringify(saying(row))
    const news = (visit: StoredVisit) => EXTRAS.filter((extra) => row[extra] && row[extra] !== visit[extra]).length
    const [found] = left.filter((visit) => JSON.stringify(saying(visit)) === key).sort((a, b) => news(a) - news(b))
    if (found) left.splice(left.indexOf(found), 1)
    return found ?? null
  }
}

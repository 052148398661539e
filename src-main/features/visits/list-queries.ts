import type { CivilDate } from '../../api/base.ts'
import type { VisitFilter, VisitRow, VisitSort } from '../../api/visits.ts'
import { statement, type ReadHandle } from '../../database/index.ts'
import { textSearch } from '../../domain/search-words.ts'
import { datePassed } from '../../domain/visit-state.ts'

/** The district of a record on a day; before the first known one, the first known one (DOMAIN.md, "Type and district on t"). */
const DISTRICT = `coalesce(
  (SELECT value FROM school_facts f WHERE f.school_id = s.id AND f.fact = 'district' AND f.valid_from <= @today ORDER BY f.valid_from DESC LIMIT 1),
  (SELECT value FROM school_facts f WHERE f.school_id = s.id AND f.fact = 'district' ORDER BY f.valid_from LIMIT 1))`

/** The day that a visit was planned for: see `plannedDay`. */
const PLANNED = `CASE v.status WHEN 'completed' THEN v.planned_for ELSE v.date END`

const WHERE = `
  (@statuses IS NULL OR v.status IN (SELECT value FROM json_each(@statuses)))
  AND (@passed IS NULL OR @passed = (v.status = 'planned' AND v.date < @today))
  AND (@visitors IS NULL OR v.visitor IN (SELECT value FROM json_each(@visitors)))
  AND (@kinds IS NULL OR v.kind IN (SELECT value FROM json_each(@kinds)))
  AND (@districts IS NULL OR ifnull(${DISTRICT}, '') IN (SELECT ifnull(value, '') FROM json_each(@districts)))
  AND (@from IS NULL OR CASE @ofPlan WHEN 1 THEN ${PLANNED} ELSE v.date END BETWEEN @from AND @to)
  AND (@found IS NULL OR v.id IN (SELECT value FROM json_each(@found)))`

const ORDER: Record<VisitSort, readonly [first: string, then: string]> = {
  date: ['v.date', 's.name'],
  school: ['s.name', 'v.date DESC'],
  visitor: ['v.visitor', 'v.date DESC'],
}

export interface VisitQuestion {
  filter: VisitFilter
  /** The term of the filter, or null where it names none. */
  term: { from: CivilDate; to: CivilDate } | null
  sort: VisitSort
  descending: boolean
  offset: number
  limit: number
}

/** One window of the filtered, sorted visits, and how many there are in all. */
export function pageOfVisits(db: ReadHandle, { filter, term, sort, descending, offset, limit }: VisitQuestion, today: CivilDate): { total: number; rows: VisitRow[] } {
  const asked = {
    today,
    statuses: listed(filter.status),
    passed: filter.datePassed === undefined ? null : Number(filter.datePassed),
    visitors: listed(filter.visitor),
    kinds: listed(filter.kind),
    districts: listed(filter.district),
    from: term?.from ?? null,
    to: term?.to ?? null,
    ofPlan: Number(filter.plannedForTerm ?? false),
    found: visitsWith(db, filter.search ?? ''),
  }
  const [by, then] = ORDER[sort]
  const total = statement<{ n: number }>(db, `SELECT count(*) AS n FROM visits v JOIN schools s ON s.id = v.school_id WHERE ${WHERE}`).get(asked)
  const rows = statement<Omit<VisitRow, 'counts' | 'datePassed'> & { counts: 0 | 1 }>(
    db,
    `SELECT v.id, s.urn, s.name AS schoolName, v.date, v.visitor, v.kind, v.status, v.counts, v.purpose, v.planned_for AS plannedFor, v.response, ${DISTRICT} AS district
     FROM visits v JOIN schools s ON s.id = v.school_id WHERE ${WHERE}
     ORDER BY ${by} ${descending ? 'DESC' : ''}, ${then}, v.id LIMIT @limit OFFSET @offset`,
  ).all({ ...asked, limit, offset })
  return { total: total?.n ?? 0, rows: rows.map((row) => ({ ...row, counts: row.counts === 1, datePassed: datePassed(row, today) })) }
}

/** The visits that hold the typed words, as JSON; null where none were typed. SQLite folds the case of A to Z alone, so it is not asked. */
function visitsWith(db: ReadHandle, typed: string): string | null {
  const holds = textSearch(typed)
  if (!holds) return null
  const texts = statement<{ id: string; text: string }>(
    db,
    `SELECT v.id, s.name || ' ' || s.urn || ' ' || v.visitor || ' ' || v.purpose || ' ' || v.note || ' ' || ifnull(v.evidence, '') AS text
     FROM visits v JOIN schools s ON s.id = v.school_id`,
  ).all({})
  return JSON.stringify(texts.filter(({ text }) => holds(text)).map(({ id }) => id))
}

function listed(values: readonly unknown[] | undefined): string | null {
  return values === undefined || values.length === 0 ? null : JSON.stringify(values)
}

export type ListedVisit = Pick<VisitRow, 'id' | 'urn' | 'date' | 'status' | 'plannedFor' | 'visitor' | 'kind' | 'district'>

/** Every visit in a few words, for what is counted over all of them. */
export function allVisits(db: ReadHandle, today: CivilDate): ListedVisit[] {
  return statement<ListedVisit>(
    db,
    `SELECT v.id, s.urn, v.date, v.status, v.planned_for AS plannedFor, v.visitor, v.kind, ${DISTRICT} AS district
     FROM visits v JOIN schools s ON s.id = v.school_id ORDER BY v.date, v.id`,
  ).all({ today })
}

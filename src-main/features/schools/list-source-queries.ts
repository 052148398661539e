import type { CivilDate } from '../../api/base.ts'
import type { ContactKind } from '../../api/settings.ts'
import { statement, type ReadHandle } from '../../database/index.ts'

/** What a record itself says, for the list. Empty text stands for "not recorded". */
export interface ListSource {
  n: number
  id: string
  urn: string
  name: string
  phase: string
  dfeNumber: string
  openDate: string | null
  closeDate: string | null
  ward: string
  trust: string
  postcode: string
  pupils: number | null
  capacity: number | null
  ofstedRating: string
  ofstedDate: string | null
}

const SOURCE = `SELECT n, id, urn, name, ifnull(phase, '') AS phase, ifnull(la_code || '/' || establishment_number, '') AS dfeNumber,
  open_date AS openDate, close_date AS closeDate, ifnull(ward, '') AS ward, ifnull(trust, '') AS trust, ifnull(postcode, '') AS postcode,
  pupils, capacity, ifnull(ofsted_rating, '') AS ofstedRating, ofsted_date AS ofstedDate FROM schools`

/** Every record, for the list's index. */
export function listSource(db: ReadHandle): ListSource[] {
  return statement<ListSource>(db, `${SOURCE} ORDER BY n`).all()
}

/** Some records of the list. */
export function listSourceOf(db: ReadHandle, urns: readonly string[]): ListSource[] {
  return statement<ListSource>(db, `${SOURCE} WHERE urn IN (SELECT value FROM json_each(?))`).all(JSON.stringify(urns))
}

/** Completed visits that count, of the kinds that the settings name, up to a day: the latest, and how many since `from`. */
export function countedVisits(db: ReadHandle, day: CivilDate, from: CivilDate, kinds: readonly ContactKind[]): Map<string, { last: CivilDate; visits: number }> {
  const rows = statement<{ urn: string; last: string; visits: number }>(
    db,
    `SELECT s.urn, max(v.date) AS last, sum(v.date >= ?) AS visits FROM visits v JOIN schools s ON s.id = v.school_id
     WHERE v.status = 'completed' AND v.counts = 1 AND v.date <= ? AND v.kind IN (SELECT value FROM json_each(?)) GROUP BY v.school_id`,
  ).all(from, day, JSON.stringify(kinds))
  return new Map(rows.map(({ urn, ...counted }) => [urn, counted]))
}

/** District Strategy Group meetings held from a day to another that each record attended. One group and date is one meeting. */
export function attendedMeetings(db: ReadHandle, from: CivilDate, day: CivilDate): Map<string, { group: string; date: CivilDate }[]> {
  const rows = statement<{ urn: string; group: string; date: string }>(
    db,
    `SELECT s.urn, m.body_id AS "group", m.date FROM school_attendance a JOIN schools s ON s.id = a.school_id
     JOIN meetings m ON m.id = a.meeting_id JOIN bodies b ON b.id = m.body_id
     WHERE a.attended = 1 AND b.kind = 'districtStrategyGroup' AND m.state <> 'cancelled' AND m.date BETWEEN ? AND ?`,
  ).all(from, day)
  return Map.groupBy(rows, ({ urn }) => urn)
}

export interface ListJudgement {
  urn: string
  decidedOn: CivilDate
  requires: 0 | 1
  /** Orders judgements along a school line: by decision date, then by when they were recorded. */
  order: string
}

/** Judgements of need up to a day, by record. */
export function judgementsTo(db: ReadHandle, day: CivilDate): Map<string, ListJudgement[]> {
  const rows = statement<ListJudgement>(
    db,
    `SELECT s.urn, n.decided_on AS decidedOn, n.requires_package AS requires, n.decided_on || ' ' || n.recorded_at || ' ' || n.id AS "order"
     FROM need_judgements n JOIN schools s ON s.id = n.school_id WHERE n.decided_on <= ?`,
  ).all(day)
  return Map.groupBy(rows, ({ urn }) => urn)
}

export interface ChangedRow {
  seq: number
  tableName: string
  rowId: string
  /** The school that the row belongs to, and the one that it belonged to before. */
  schoolId: string | null
  schoolIdBefore: string | null
}

/** How far the history goes. */
export function lastEntry(db: ReadHandle): number {
  return statement<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM history').get()?.seq ?? 0
}

/** The rows that changed after an entry of the history, at most `limit` of them, with the school that each belongs to. */
export function changedSince(db: ReadHandle, seq: number, limit: number): ChangedRow[] {
  return statement<ChangedRow>(
    db,
    `SELECT seq, table_name AS tableName, row_id AS rowId, after ->> '$.school_id' AS schoolId, before ->> '$.school_id' AS schoolIdBefore
     FROM history WHERE seq > ? ORDER BY seq LIMIT ?`,
  ).all(seq, limit)
}

/** The URNs of records by their ids. */
export function urnsOf(db: ReadHandle, ids: readonly string[]): string[] {
  return statement<{ urn: string }>(db, 'SELECT urn FROM schools WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids))
    .map(({ urn }) => urn)
}

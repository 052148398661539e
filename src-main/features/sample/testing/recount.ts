import { statement, type ReadHandle } from '../../../database/index.ts'

/** One open record of a group as plain SQL sees it. */
export interface Recounted {
  urn: string
  school_group: 'maintained' | 'academy'
  district: string
  visited: 0 | 1
  attended: 0 | 1
  required: 0 | 1
}

/**
 * The statistics of DOMAIN.md a second time, in one SQL statement that shares nothing with the figure code: by itself
 * it says of each open record whether it was visited, attended, and requires a package.
 */
const RECOUNT = `
WITH RECURSIVE
asked (t, t0) AS (VALUES (?, ?)),
latest_status AS (
  SELECT school_id, value FROM school_facts f WHERE fact = 'status'
    AND valid_from = (SELECT max(valid_from) FROM school_facts WHERE fact = 'status' AND school_id = f.school_id)
),
type_on AS (
  SELECT f.school_id, f.value FROM school_facts f, asked WHERE fact = 'type' AND valid_from = coalesce(
    (SELECT max(valid_from) FROM school_facts WHERE fact = 'type' AND school_id = f.school_id AND valid_from <= t),
    (SELECT min(valid_from) FROM school_facts WHERE fact = 'type' AND school_id = f.school_id))
),
open_record AS (
  SELECT s.urn, e.school_group, d.value AS district
  FROM schools s, asked
  JOIN type_on ON type_on.school_id = s.id
  JOIN establishment_types e ON e.name = type_on.value AND e.school_group <> 'neither'
  JOIN latest_status ON latest_status.school_id = s.id
  JOIN school_facts d ON d.school_id = s.id AND d.fact = 'district'
  WHERE coalesce(s.open_date, t) <= t AND coalesce(s.close_date, t) >= t
    AND latest_status.value <> 'Proposed to open' AND NOT (latest_status.value = 'Closed' AND s.close_date IS NULL)
),
line (of, urn) AS (
  SELECT urn, urn FROM open_record
  UNION SELECT line.of, l.link_urn FROM line JOIN school_links l ON l.urn = line.urn AND l.type LIKE 'Predecessor%'
  UNION SELECT line.of, l.urn FROM line JOIN school_links l ON l.link_urn = line.urn AND l.type LIKE 'Successor%'
),
member AS (SELECT line.of, s.id FROM line JOIN schools s ON s.urn = line.urn)
SELECT urn, school_group, district,
  EXISTS (SELECT 1 FROM visits v, asked WHERE v.school_id IN (SELECT id FROM member WHERE of = o.urn)
    AND v.date BETWEEN t0 AND t AND v.status = 'completed' AND v.counts = 1 AND v.kind = 'visit') AS visited,
  EXISTS (SELECT 1 FROM school_attendance a JOIN meetings m ON m.id = a.meeting_id, asked
    WHERE a.school_id IN (SELECT id FROM member WHERE of = o.urn) AND a.attended = 1 AND m.state = 'held' AND m.date BETWEEN t0 AND t) AS attended,
  coalesce((SELECT requires_package FROM need_judgements j, asked WHERE j.school_id IN (SELECT id FROM member WHERE of = o.urn)
    AND decided_on <= t ORDER BY decided_on DESC, recorded_at DESC LIMIT 1), 0) AS required
FROM open_record o ORDER BY urn`

export function recount(db: ReadHandle, asAt: string, from: string): Recounted[] {
  return statement<Recounted>(db, RECOUNT).all(asAt, from)
}

import type { PackageState } from '../../../api/support.ts'
import { statement, type ReadHandle } from '../../../database/index.ts'

/**
 * The figure "packages by state" a second time, in one SQL statement that shares nothing with the fold: the end decides,
 * then the last turn, then the furthest step.
 */
const RECOUNT = `
WITH known AS (SELECT package_id, kind, date, recorded_at, id FROM package_events WHERE date <= ?),
begun AS (SELECT DISTINCT package_id FROM known WHERE kind = 'identified'),
stated AS (
  SELECT package_id, coalesce(
    (SELECT kind FROM known k WHERE k.package_id = begun.package_id AND kind IN ('completed', 'stopped') ORDER BY date, recorded_at, id LIMIT 1),
    (SELECT CASE kind WHEN 'resumed' THEN 'active' ELSE kind END FROM known k WHERE k.package_id = begun.package_id
      AND kind IN ('paused', 'resumed', 'escalated') ORDER BY date DESC, recorded_at DESC, id DESC LIMIT 1),
    (SELECT CASE max(CASE kind WHEN 'started' THEN 3 WHEN 'agreed' THEN 2 WHEN 'diagnosed' THEN 1 ELSE 0 END)
      WHEN 3 THEN 'active' WHEN 2 THEN 'agreed' WHEN 1 THEN 'diagnosed' ELSE 'needIdentified' END FROM known k WHERE k.package_id = begun.package_id)
  ) AS state FROM begun
)
SELECT state, count(*) AS packages FROM stated GROUP BY state`

export function recountPackages(db: ReadHandle, asAt: string): Map<PackageState, number> {
  return new Map(statement<{ state: PackageState; packages: number }>(db, RECOUNT).all(asAt).map(({ state, packages }) => [state, packages]))
}

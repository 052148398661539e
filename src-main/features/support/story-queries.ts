import type { School } from '../../api/schools.ts'
import { statement, type ReadHandle } from '../../database/index.ts'

type Told = Omit<School['story'][number], 'predecessorUrn'> & { urn: string }

/** Moves and reviews of the packages of a line's records as events of their story; from its carrying on, at the successor. */
export function packageStory(db: ReadHandle, urns: readonly string[]): Told[] {
  return statement<Omit<Told, 'kind' | 'id'>>(
    db,
    `SELECT schools.urn, event.date, CASE event.kind
       WHEN 'identified' THEN 'Package: need identified' WHEN 'diagnosed' THEN 'Package diagnosed' WHEN 'agreed' THEN 'Package agreed'
       WHEN 'started' THEN 'Package started' WHEN 'reviewed' THEN 'Package reviewed: ' || event.rag WHEN 'paused' THEN 'Package paused'
       WHEN 'resumed' THEN 'Package resumed' WHEN 'escalated' THEN 'Warning notice given' WHEN 'carriedOn' THEN 'Package carried on here'
       WHEN 'completed' THEN 'Package completed' ELSE 'Package stopped' END AS title,
       package.title || CASE WHEN event.note = '' THEN '' ELSE ': ' || event.note END AS detail
     FROM package_events event JOIN support_packages package ON package.id = event.package_id
     JOIN schools ON schools.id = coalesce(event.school_id, (SELECT carried.school_id FROM package_events carried
       WHERE carried.package_id = event.package_id AND carried.kind = 'carriedOn' AND carried.date <= event.date ORDER BY carried.date DESC LIMIT 1), package.school_id)
     WHERE schools.urn IN (SELECT value FROM json_each(?))
     ORDER BY event.date DESC, event.recorded_at DESC, event.id DESC`,
  )
    .all(JSON.stringify(urns))
    .map((event) => ({ ...event, kind: 'package' as const, id: null }))
}

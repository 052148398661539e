import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle, Workspace } from '../../database/index.ts'
import { ListIndex, type SearchedRows } from './list-index.ts'
import { changedSince, lastEntry, urnsOf, type ChangedRow } from './list-source-queries.ts'
import { carriedOver, listedOn, someListedOn } from './listed-on.ts'

interface Kept {
  stamp: string
  day: CivilDate
  /** The last entry of the history that the index has taken in. */
  seq: number
  index: ListIndex
  before: (urn: string) => readonly string[]
  /** Rows found by each search text, while names and numbers stand as they are. */
  searches: Map<string, SearchedRows>
}

/**
 * Which rows of the list a change to a table may alter: none, those of the school that its row names and after it in its
 * line, or any. A table that is not named here has the index made afresh.
 */
export const TOUCHES: Readonly<Record<string, 'none' | 'school' | 'any'>> = {
  schools: 'any', establishment_types: 'any', school_links: 'any', settings: 'any', bodies: 'any', meetings: 'any', concern_categories: 'any',
  school_facts: 'school', school_attendance: 'school', visits: 'school', need_judgements: 'school', concerns: 'school',
  transactions: 'none', files: 'none', imports: 'none', import_refusals: 'none', import_mappings: 'none', body_aliases: 'none', body_members: 'none',
  standing_items: 'none', attendees: 'none', agenda_items: 'none', minutes: 'none', decisions: 'none', actions: 'none', action_events: 'none',
  papers: 'none', paper_sections: 'none', paper_issues: 'none', saved_views: 'none', support_packages: 'none', package_events: 'none',
  package_objectives: 'none', objective_ratings: 'none', package_days: 'none', charge_rates: 'none', charges: 'none', charge_events: 'none',
  group_schools: 'none', quality_acceptances: 'none', body_schedules: 'none', bank_holidays: 'none', item_papers: 'none', declarations: 'none',
  minutes_versions: 'none', minutes_events: 'none', minute_corrections: 'none',
}
/** With more changes than these, to make the index afresh costs no more. */
const FEW_CHANGES = 1_000

const kept = new WeakMap<ReadHandle, Kept>()

/** The list's index on a day: made once, and brought up to date by what the history says has changed. */
export function listIndexOn(workspace: Workspace, day: CivilDate): Kept {
  const db = workspace.read
  const stamp = workspace.stamp()
  const known = kept.get(db)
  if (known?.day === day && (known.stamp === stamp || broughtUpToDate(db, known, stamp))) return known
  const before = carriedOver(db)
  const made = { stamp, day, seq: lastEntry(db), index: new ListIndex(listedOn(db, day, before)), before, searches: new Map<string, SearchedRows>() }
  kept.set(db, made)
  return made
}

/** How many records are open, for the rail: as many as the list shows when it opens. */
export function countOpenSchools(workspace: Workspace, day: CivilDate): number {
  const { maintained, academy, neither } = listIndexOn(workspace, day).index.openCounts()
  return maintained + academy + neither
}

/** The unmapped schools: maintained schools and academies that are open on a day and have no district. */
export function schoolsWithoutDistrict(db: ReadHandle, day: CivilDate): string[] {
  return listedOn(db, day, carriedOver(db))
    .filter(({ openToday, group, district }) => openToday && group !== 'neither' && district === null)
    .map(({ urn }) => urn)
}

/** @returns whether the index could take in what has changed since */
function broughtUpToDate(db: ReadHandle, known: Kept, stamp: string): boolean {
  const changes = changedSince(db, known.seq, FEW_CHANGES)
  const last = changes.at(-1)
  // The file has changed and the history does not say how: another program was at work.
  if (last === undefined || changes.length === FEW_CHANGES) return false
  const schools = schoolsOf(changes)
  if (schools === null) return false
  if (schools.size > 0) {
    const touched = new Set(urnsOf(db, [...schools]))
    const after = known.index.urns().filter((urn) => known.before(urn).some((earlier) => touched.has(earlier)))
    if (!known.index.replace(someListedOn(db, known.day, known.before, [...touched, ...after]))) return false
  }
  // A search finds records by the trusts that they were in, too.
  if (changes.some(({ tableName }) => tableName === 'school_facts')) known.searches.clear()
  known.stamp = stamp
  known.seq = last.seq
  return true
}

/** The records that changes belong to; null where one of them may move any record. */
function schoolsOf(changes: readonly ChangedRow[]): Set<string> | null {
  const schools = new Set<string>()
  for (const { tableName, schoolId, schoolIdBefore } of changes) {
    const touches = TOUCHES[tableName] ?? 'any'
    if (touches === 'none') continue
    const ids = [schoolId, schoolIdBefore].filter((id) => id !== null)
    if (touches === 'any' || ids.length === 0) return null
    for (const id of ids) schools.add(id)
  }
  return schools
}

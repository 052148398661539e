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

/** Changes to these leave the list as it is. A table that is not named here, and not below, has the index made afresh. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'transactions', 'files', 'body_aliases', 'body_members', 'standing_items', 'attendees', 'agenda_items', 'minutes', 'decisions',
  'actions', 'action_events', 'papers', 'paper_sections', 'paper_issues', 'saved_views',
])
/** Changes to these touch the one record that they name, and those after it in its line. */
const OF_ONE_SCHOOL: ReadonlySet<string> = new Set(['school_facts', 'school_attendance', 'visits', 'need_judgements', 'concerns'])
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
  known.stamp = stamp
  known.seq = last.seq
  return true
}

/** The records that changes belong to; null where one of them may move any record. */
function schoolsOf(changes: readonly ChangedRow[]): Set<string> | null {
  const schools = new Set<string>()
  for (const { tableName, schoolId } of changes) {
    if (ELSEWHERE.has(tableName)) continue
    if (!OF_ONE_SCHOOL.has(tableName) || schoolId === null) return null
    schools.add(schoolId)
  }
  return schools
}

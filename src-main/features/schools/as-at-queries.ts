import type { CivilDate } from '../../api/base.ts'
import type { RecordAsAt, School, SchoolFilter } from '../../api/schools.ts'
import type { ReadHandle, Workspace } from '../../database/index.ts'
import { listIndexOn } from './list-queries.ts'
import { answeredRow } from './listed-school.ts'
import { schoolPage } from './page-queries.ts'
import { searchNumbers } from './search-queries.ts'

/** Every record that a filter leaves, by name, from the facts in force on a day (DOMAIN.md, "As at t"). */
export function recordsAsAt(workspace: Workspace, day: CivilDate, filter: SchoolFilter): RecordAsAt[] {
  const { index } = listIndexOn(workspace, day)
  const typed = filter.search?.trim() ?? ''
  const found = typed === '' ? null : index.searched(searchNumbers(workspace.read, typed))
  const { rows } = index.page({ filter, sort: 'name', descending: false, offset: 0, limit: index.size }, found)
  return rows.map((row) => {
    const { concern: _exempt, ...answered } = answeredRow(row, [])
    return { ...answered, openDate: row.openDate, closeDate: row.closeDate }
  })
}

/** A school's page; asked for a day, what happened and what was known up to that day. */
export function pageAsAt(db: ReadHandle, { urn, asAt }: { urn: string; asAt?: CivilDate | undefined }, today: CivilDate): School | undefined {
  const page = schoolPage(db, urn, asAt ?? today)
  if (!page || asAt === undefined) return page
  return {
    ...page,
    facts: page.facts.filter(({ validFrom }) => validFrom <= asAt).map((fact) => (fact.validTo !== null && fact.validTo >= asAt ? { ...fact, validTo: null } : fact)),
    story: page.story.filter(({ date }) => date <= asAt),
  }
}

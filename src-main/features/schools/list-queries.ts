import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle, Workspace } from '../../database/index.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import type { FigureQuestion } from '../../domain/figure-facts.ts'
import { groupFinder } from '../../domain/groups.ts'
import { isOpenOn } from '../../domain/open-on.ts'
import { predecessors } from '../../domain/school-line.ts'
import { concernsInForce } from '../concerns/queries.ts'
import { latestJudgementsOn } from '../packages/queries.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { ListIndex, type ListedSchool, type SearchedRows } from './list-index.ts'
import { factsBySchool, lastVisits, listLinks, listSource } from './queries.ts'

interface Kept {
  stamp: string
  index: ListIndex
  /** Rows found by each search text, while the index lives. */
  searches: Map<string, SearchedRows>
}

const kept = new WeakMap<ReadHandle, Kept>()

/** The list's index on a day, made when the workspace has changed since it was last asked. */
export function listIndexOn(workspace: Workspace, day: CivilDate): Kept {
  const stamp = `${day} ${workspace.stamp()}`
  const known = kept.get(workspace.read)
  if (known?.stamp === stamp) return known
  const made = { stamp, index: new ListIndex(listedOn(workspace.read, day)), searches: new Map<string, SearchedRows>() }
  kept.set(workspace.read, made)
  return made
}

/** How many records are open, for the rail: as many as the list shows when it opens. */
export function countOpenSchools(workspace: Workspace, day: CivilDate): number {
  const { maintained, academy, neither } = listIndexOn(workspace, day).index.openCounts()
  return maintained + academy + neither
}

function listedOn(db: ReadHandle, day: CivilDate): ListedSchool[] {
  const settings = readSettings(db)
  const facts = factsBySchool(db)
  const groupOf = groupFinder(establishmentTypes(db))
  const visits = lastVisits(db, day, settings.figures.contactKinds)
  const judgements = latestJudgementsOn(db, day)
  const concerns = concernsInForce(db, day)
  const before = settings.figures.carryOver ? predecessors(listLinks(db)) : () => []
  const from: FigureQuestion['from'] = settings.contractStart
  return listSource(db).map((school) => {
    const { type: types = [], status: statuses = [], district: districts = [] } = facts.get(school.id) ?? {}
    const type = valueOn(types, day) ?? ''
    const line = [school.urn, ...before(school.urn)]
    const lastVisit = latest(line.map((urn) => visits.get(urn)))
    const judgement = line.flatMap((urn) => judgements.get(urn) ?? []).sort((a, b) => (a.order < b.order ? 1 : -1))[0]
    return {
      n: school.n,
      urn: school.urn,
      name: school.name,
      type,
      group: groupOf(type),
      phase: school.phase ?? '',
      district: valueOn(districts, day),
      status: valueOn(statuses, day) ?? '',
      openToday: isOpenOn({ openDate: school.openDate, closeDate: school.closeDate, statuses }, day),
      lastVisit,
      visited: lastVisit !== null && lastVisit >= from,
      requiresPackage: judgement?.requires ?? false,
      concern: concerns.get(school.urn) ?? null,
    }
  })
}

function latest(dates: readonly (CivilDate | undefined)[]): CivilDate | null {
  return dates.reduce<CivilDate | null>((most, date) => (date !== undefined && (most === null || date > most) ? date : most), null)
}

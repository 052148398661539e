import { actions, bodies, meetings, minutes } from './meetings.ts'
import { figures } from './figures.ts'
import { groups } from './groups.ts'
import { history, workspaces } from './workspaces.ts'
import { imports } from './imports.ts'
import { papers } from './papers.ts'
import { packages, schools } from './schools.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { today } from './today.ts'
import { visits } from './visits.ts'

/** All that may be asked of the core, by noun and verb. The client's type is derived from this, on every host. */
export const contract = {
  workspaces,
  history,
  settings,
  today,
  schools,
  visits,
  packages,
  imports,
  bodies,
  groups,
  meetings,
  minutes,
  actions,
  figures,
  papers,
  search,
}
export type Contract = typeof contract

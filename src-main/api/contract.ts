import { actions, bodies, meetings, minutes } from './meetings.ts'
import { figures } from './figures.ts'
import { history, workspaces } from './workspaces.ts'
import { imports } from './imports.ts'
import { papers } from './papers.ts'
import { packages, schools, visits } from './schools.ts'
import { quality } from './quality.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { today } from './today.ts'

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
  quality,
  bodies,
  meetings,
  minutes,
  actions,
  figures,
  papers,
  search,
}
export type Contract = typeof contract

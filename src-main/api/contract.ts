import { agendas } from './agendas.ts'
import { actions, bodies, meetings } from './meetings.ts'
import { actionFigures } from './action-figures.ts'
import { tableExports } from './exports.ts'
import { charging } from './charging.ts'
import { concerns } from './concerns.ts'
import { figures } from './figures.ts'
import { groups } from './groups.ts'
import { history, workspaces } from './workspaces.ts'
import { imports } from './imports.ts'
import { minutes } from './minutes.ts'
import { pastMeetings } from './past-meetings.ts'
import { papers } from './papers.ts'
import { quality } from './quality.ts'
import { packages, schools } from './schools.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { support } from './support.ts'
import { today } from './today.ts'
import { visits } from './visits.ts'
import { views } from './views.ts'

/** All that may be asked of the core, by noun and verb. The client's type is derived from this, on every host. */
export const contract = {
  workspaces,
  history,
  settings,
  today,
  schools,
  visits,
  packages,
  support,
  charging,
  concerns,
  imports,
  quality,
  bodies,
  groups,
  meetings,
  agendas,
  minutes,
  pastMeetings,
  actions,
  figures,
  actionFigures,
  exports: tableExports,
  papers,
  search,
  views,
}
export type Contract = typeof contract

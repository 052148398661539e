import type { WorkspaceState } from '../../src-main/api/workspaces.ts'

/** A place of the rail. `name` is its route; `within` are the routes that belong to it. */
export interface Place {
  name: string
  label: string
  within: readonly string[]
  count?: (counts: WorkspaceState['counts']) => number
}

export const places: readonly Place[] = [
  { name: 'today', label: 'Today', within: ['today'] },
  { name: 'schools', label: 'Schools', within: ['schools', 'import', 'imports', 'import-record', 'districts', 'quality'], count: (counts) => counts.schools },
  { name: 'visits', label: 'Visits', within: ['visits', 'visits-day'] },
  { name: 'support', label: 'Support', within: ['support', 'charging'] },
  { name: 'coverage', label: 'Coverage', within: ['coverage'] },
  { name: 'meetings', label: 'Meetings', within: ['meetings', 'meeting', 'minutes', 'groups', 'minute-book', 'read-in'] },
  { name: 'actions', label: 'Actions', within: ['actions'], count: (counts) => counts.openActions },
  { name: 'papers', label: 'Papers', within: ['papers', 'paper'], count: (counts) => counts.papers },
]

/** Not on the rail, where the palette already stands for searching: it leads here. */
export const searchPlace: Place = { name: 'search', label: 'Search everything said, decided and agreed', within: ['search'] }

export const settingsPlace: Place = { name: 'settings', label: 'Settings', within: ['settings'] }

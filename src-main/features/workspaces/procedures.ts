import { basename } from 'node:path'
import type { WorkspaceState } from '../../api/workspaces.ts'
import { isLive } from '../../domain/action-state.ts'
import { actionsOn } from '../actions/queries.ts'
import { answer } from '../answer.ts'
import type { CoreContext } from '../context.ts'
import { readSampleToday } from '../settings/queries.ts'
import { countOpenSchools } from '../schools/list-queries.ts'
import { backUp, lastBackup } from './backups.ts'
import { todayOf } from './today.ts'
import { countDrafts } from './queries.ts'

function nameOf(path: string): string {
  return basename(path, '.quartet')
}

function stateOf({ desk, clock }: Pick<CoreContext, 'desk' | 'clock'>, workspace: CoreContext['workspace']): WorkspaceState {
  const db = workspace.read
  const today = todayOf(workspace, clock)
  return {
    name: nameOf(workspace.file),
    path: workspace.file,
    sample: readSampleToday(db) !== null,
    today,
    officer: desk.officer,
    counts: {
      schools: countOpenSchools(workspace, today),
      openActions: actionsOn(db, today).filter((action) => isLive(action.state)).length,
      papers: countDrafts(db),
    },
    backedUpAt: lastBackup(workspace.file),
  }
}

export const workspaces = {
  current: answer.workspaces.current.handler(({ context }) => stateOf(context, context.workspace)),
  known: answer.workspaces.known.handler(({ context }) => {
    const open = context.workspace.file
    return context.desk.known.map((path) => ({ path, name: nameOf(path), sample: nameOf(path) === 'Sample workspace', current: path === open }))
  }),
  create: answer.workspaces.create.handler(async ({ context, input }) => stateOf(context, await context.desk.create(input.name))),
  open: answer.workspaces.open.handler(async ({ context, input }) => stateOf(context, await context.desk.open(input.path))),
  openSample: answer.workspaces.openSample.handler(async ({ context }) => stateOf(context, await context.desk.openSample())),
  setOfficer: answer.workspaces.setOfficer.handler(({ context, input }) => {
    context.desk.setOfficer(input.officer)
    return stateOf(context, context.workspace)
  }),
  backUp: answer.workspaces.backUp.handler(({ context, input }) => backUp(context.workspace, context.clock, input.to)),
}

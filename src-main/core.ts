import { systemClock, type Clock } from './domain/clock.ts'
import { existsSync, rmSync } from 'node:fs'
import { randomIds } from './database/index.ts'
import { makeWorkspace, openDesk } from './desk.ts'
import { refuse } from './domain/refusal.ts'
import { actions } from './features/actions/procedures.ts'
import { agendas } from './features/agendas/procedures.ts'
import { answer } from './features/answer.ts'
import { bodies } from './features/bodies/procedures.ts'
import { charging } from './features/charging/procedures.ts'
import { concerns } from './features/concerns/procedures.ts'
import type { CoreContext } from './features/context.ts'
import { tableExports } from './features/exports/procedures.ts'
import { figures } from './features/figures/procedures.ts'
import { actionFigures } from './features/figures/action-procedures.ts'
import { groups } from './features/groups/procedures.ts'
import { history } from './features/history/procedures.ts'
import { imports } from './features/imports/procedures.ts'
import { meetings } from './features/meetings/procedures.ts'
import { minutes } from './features/minutes/procedures.ts'
import { packages } from './features/packages/procedures.ts'
import { papers } from './features/papers/procedures.ts'
import { pastMeetings } from './features/past-meetings/procedures.ts'
import { quality } from './features/quality/procedures.ts'
import { createSample } from './features/sample/create-sample.ts'
import { schools } from './features/schools/procedures.ts'
import { search } from './features/search/procedures.ts'
import { settings } from './features/settings/procedures.ts'
import { readSampleToday } from './features/settings/queries.ts'
import { support } from './features/support/procedures.ts'
import { today } from './features/today/procedures.ts'
import { views } from './features/views/procedures.ts'
import { visits } from './features/visits/procedures.ts'
import { readDesk } from './features/workspaces/desk-file.ts'
import { todayOf } from './features/workspaces/today.ts'
import { workspaces } from './features/workspaces/procedures.ts'

/**
 * The composition root: everything the core answers, in the order of an officer's work. Hosts carry messages to this
 * router and nothing else.
 */
export const router = answer.router({
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
})

export type Router = typeof router

export interface CoreOptions {
  /** Folder for the desk's own settings and default workspaces. */
  home: string
  workspaceFile?: string
  officer?: string
  clock?: Clock
  /** The command line: it may work on a workspace that a window has open. */
  shared?: boolean
}

export interface Core {
  readonly router: Router
  /** What a call needs, made afresh for each: the workspace may be another one since the last. */
  context(): CoreContext
  /** Checkpoints and closes the workspace. */
  close(): void
}

/** Opens a workspace and answers for it. Refuses with a sentence where it cannot be opened. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const clock = options.clock ?? systemClock
  const desk = await openDesk({ home: options.home, clock, officer: options.officer, shared: options.shared ?? false }, options.workspaceFile)
  return {
    router,
    context: () => ({ workspace: desk.workspace, clock, today: todayOf(desk.workspace, clock), desk }),
    close: () => desk.close(),
  }
}

/** Makes an empty workspace at a path. Refuses to write over anything. */
export function newWorkspace(file: string, home: string, officer?: string, clock: Clock = systemClock): void {
  makeWorkspace(file, { clock, newId: randomIds, officer: () => officer ?? readDesk(home).officer }).close()
}

/** Makes the sample workspace at a path, afresh: an older sample there is replaced, any other workspace is not. */
export async function newSample(file: string, home: string): Promise<void> {
  if (existsSync(file)) {
    const core = await openCore({ home, workspaceFile: file, shared: true })
    const sample = core.context().workspace.read
    const isSample = readSampleToday(sample) !== null
    core.close()
    if (!isSample) refuse('not-the-sample', `The workspace at ${file} is not the sample, so it was not replaced. Choose another folder.`)
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  }
  createSample(file).close()
}

import type { CivilDate } from '../api/base.ts'
import type { Workspace } from '../database/index.ts'
import type { Clock } from '../domain/clock.ts'
import type { DeskState } from './workspaces/desk.ts'

/** What every procedure is given with a call. */
export interface CoreContext {
  /** The open workspace; another one after the officer has changed it. */
  readonly workspace: Workspace
  readonly clock: Clock
  /** The civil date that counts as today: the sample workspace stands still in June 2016. */
  readonly today: CivilDate
  /** The desk the workspace stands on: which one is open, which are known, who the officer is. */
  readonly desk: DeskState
}

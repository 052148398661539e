import type { CivilDate } from '../../api/base.ts'
import type { Workspace } from '../../database/index.ts'
import { localToday, type Clock } from '../../domain/clock.ts'
import { readSampleToday } from '../settings/queries.ts'

/** The civil date that counts as today: the clock's, but the sample workspace stands still on its own day. */
export function todayOf(workspace: Workspace, clock: Clock): CivilDate {
  return readSampleToday(workspace.read) ?? localToday(clock)
}

import { firstWorkspace } from './0001-first-workspace.ts'
import { districts } from './0002-districts.ts'
import { visitsAndGroups } from './0003-visits.ts'
import { support } from './0004-support.ts'
import { importHistoryAndQuality } from './0005-import-history-and-quality.ts'
import { savedViews } from './0006-saved-views.ts'
import { wholeRegister } from './0007-whole-register.ts'
import { committeeCraft } from './0008-committee-craft.ts'

/** One step of the schema. Its SQL and its version stamp are committed together; a released step is never edited. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps, in order, without gaps. */
export const migrations: readonly Migration[] = [firstWorkspace, districts, visitsAndGroups, support, importHistoryAndQuality, savedViews, wholeRegister, committeeCraft]

/** The version that this Quartet writes, kept in `user_version`. */
export const currentVersion = migrations.length
